import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, ticket, contact and company fields.
extension EndpointFolder {
    static let fields = EndpointFolder(
        "Field definitions", 21,
        """
        GET ticket_fields
        GET admin/ticket_fields
        POST admin/ticket_fields
        GET admin/ticket_fields/{id}
        PUT admin/ticket_fields/{id}
        DELETE admin/ticket_fields/{id}
        GET admin/ticket_fields/{id}/sections
        POST admin/ticket_fields/{id}/sections
        GET admin/ticket_fields/{id}/sections/{id}
        PUT admin/ticket_fields/{id}/sections/{id}
        DELETE admin/ticket_fields/{id}/sections/{id}
        GET contact_fields
        POST contact_fields
        GET contact_fields/{id}
        PUT contact_fields/{id}
        DELETE contact_fields/{id}
        GET company_fields
        POST company_fields
        GET company_fields/{id}
        PUT company_fields/{id}
        DELETE company_fields/{id}
        """,
        calls: [
            .reading(
                "GET ticket_fields", "ticket_fields?type=default_status",
                answer: .json(200, #"[{"id":5,"type":"default_status","choices":{"2":["Open","Being Processed"]}}]"#)
            ) { try await $0.ticketFields.statuses().map(\.label) == ["Open"] },
            WireCall("GET ticket_fields", "ticket_fields", answer: .json(200, "[]")) {
                _ = try await $0.ticketFields.all()
            },
            .reading(
                "GET admin/ticket_fields", "admin/ticket_fields", answer: .json(200, #"[{"id":21,"has_section":true}]"#)
            ) { try await $0.adminTicketFields.all().map(\.hasSection) == [true] },
            .reading(
                "GET admin/ticket_fields", "admin/ticket_fields?include=section",
                answer: .json(200, #"[{"id":20,"sections":[{"id":1,"choice_ids":[6]}]}]"#)
            ) {
                try await $0.adminTicketFields.all(includingSections: true).first?.sections?.map(\.choiceIDs) == [[6]]
            },
            .reading(
                "POST admin/ticket_fields", "admin/ticket_fields",
                """
                {"label":"Issue","label_for_customers":"Issue","type":"custom_dropdown","position":1,\
                "choices":[{"value":"Refund","position":1},{"value":"Faulty"}]}
                """,
                answer: .json(201, #"{"ticket_field":{"id":28,"name":"cf_issue","choices":[{"id":6,"value":"HDFC"}]}}"#)
            ) {
                let draft = AdminTicketFieldDraft(label: "Issue", type: .dropdown) {
                    $0.position = 1
                    $0.choiceChanges = [.add("Refund", position: 1), .add("Faulty")]
                }
                let field = try await $0.adminTicketFields.create(draft)
                return field.id == 28 && field.name == "cf_issue" && field.choices?.all.map(\.label) == ["HDFC"]
            },
            WireCall("GET admin/ticket_fields/{id}", "admin/ticket_fields/22") {
                _ = try await $0.adminTicketFields.get(22)
            },
            WireCall("GET admin/ticket_fields/{id}", "admin/ticket_fields/22?include=section") {
                _ = try await $0.adminTicketFields.get(22, includingSections: true)
            },
            WireCall(
                "PUT admin/ticket_fields/{id}", "admin/ticket_fields/22",
                """
                {"required_for_agents":true,"choices":[{"id":131,"deleted":true},{"id":7,"value":"A","position":2}],\
                "section_mappings":[{"section_id":1,"position":3}]}
                """
            ) {
                try await $0.adminTicketFields.update(
                    22,
                    AdminTicketFieldUpdate {
                        $0.requiredForAgents = true
                        $0.choiceChanges = [.delete(131), .change(7, value: "A", position: 2)]
                        $0.sectionMappings = [["section_id": 1, "position": 3]]
                    })
            },
            WireCall("DELETE admin/ticket_fields/{id}", "admin/ticket_fields/22", answer: .empty(204)) {
                try await $0.adminTicketFields.delete(22)
            },
            .reading(
                "GET admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
                answer: .json(200, #"{"sections":[{"id":3,"label":"Mobile","ticket_field_ids":[19]}]}"#)
            ) { try await $0.adminTicketFields.sections(of: 20).all().map(\.fieldIDs) == [[19]] },
            .reading(
                "GET admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
                answer: .json(200, #"[{"id":3,"is_fsm":false}]"#)
            ) { try await $0.adminTicketFields.sections(of: 20).all().map(\.isFieldService) == [false] },
            .reading(
                "POST admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
                #"{"label":"Web","choice_ids":[120]}"#,
                answer: .json(
                    201, #"{"sections":[{"id":4,"label":"Web"},{"id":5,"label":"Web"},{"id":6,"label":"X"}]}"#)
            ) {
                let draft = TicketFieldSectionDraft(label: "Web", choiceIDs: [120])
                return try await $0.adminTicketFields.sections(of: 20).create(draft).id == 5
            },
            .reading(
                "POST admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
                #"{"label":"Web","choice_ids":[120]}"#,
                answer: .json(201, #"{"section":{"id":4,"label":"Web","parent_ticket_field_id":20}}"#)
            ) {
                let draft = TicketFieldSectionDraft(label: "Web", choiceIDs: [120])
                return try await $0.adminTicketFields.sections(of: 20).create(draft).parentFieldID == 20
            },
            .reading(
                "GET admin/ticket_fields/{id}/sections/{id}", "admin/ticket_fields/20/sections/3",
                answer: .json(200, #"{"section":{"id":3,"label":"Web"}}"#)
            ) { try await $0.adminTicketFields.sections(of: 20).get(3).label == "Web" },
            WireCall(
                "PUT admin/ticket_fields/{id}/sections/{id}", "admin/ticket_fields/20/sections/3",
                #"{"label":"Mac","choice_ids":[134]}"#
            ) {
                try await $0.adminTicketFields.sections(of: 20).update(
                    3,
                    TicketFieldSectionUpdate {
                        $0.label = "Mac"
                        $0.choiceIDs = [134]
                    })
            },
            WireCall(
                "DELETE admin/ticket_fields/{id}/sections/{id}", "admin/ticket_fields/20/sections/3",
                answer: .empty(204)
            ) { try await $0.adminTicketFields.sections(of: 20).delete(3) },
            .reading(
                "GET contact_fields", "contact_fields?per_page=100",
                answer: .json(
                    200, #"[{"id":1,"field_type":"custom_text","required_for_agent":true,"choices":{"en":"English"}}]"#)
            ) {
                let field = try await $0.contactFields.list().first()
                return field?.type == .text && field?.requiredForAgents == true
                    && field?.choices?.all.map(\.label) == ["English"]
            },
            .reading(
                "POST contact_fields", "contact_fields",
                #"{"label":"Gold","label_for_customers":"Gold","type":"custom_dropdown","choices":[{"value":"Yes","position":1}]}"#,
                answer: .json(201, #"{"id":24,"choices":[{"id":27,"label":"Yes","value":"Yes","position":1}]}"#)
            ) {
                let draft = ContactFieldDraft(label: "Gold", type: .dropdown) {
                    $0.choiceChanges = [.add("Yes", position: 1)]
                }
                return try await $0.contactFields.create(draft).choices?.all.map(\.id) == [27]
            },
            .reading(
                "GET contact_fields/{id}", "contact_fields/18", answer: .json(200, #"{"id":18,"choices":["A","B"]}"#)
            ) { try await $0.contactFields.get(18).choices?.all.map(\.label) == ["A", "B"] },
            WireCall("PUT contact_fields/{id}", "contact_fields/18", #"{"position":5,"unique":true}"#) {
                try await $0.contactFields.update(
                    18,
                    ContactFieldUpdate {
                        $0.position = 5
                        $0.isUnique = true
                    })
            },
            WireCall("DELETE contact_fields/{id}", "contact_fields/18", answer: .empty(204)) {
                try await $0.contactFields.delete(18)
            },
            .reading(
                "GET company_fields", "company_fields?per_page=100",
                answer: .json(
                    200, #"[{"id":1,"field_type":"custom_text","required_for_agent":true,"choices":{"en":"English"}}]"#)
            ) {
                let field = try await $0.companyFields.list().first()
                return field?.type == .text && field?.requiredForAgents == true
                    && field?.choices?.all.map(\.label) == ["English"]
            },
            .reading(
                "POST company_fields", "company_fields",
                #"{"label":"Gold","type":"custom_dropdown","choices":[{"value":"Yes","position":1}]}"#,
                answer: .json(201, #"{"id":24,"choices":[{"id":27,"label":"Yes","value":"Yes","position":1}]}"#)
            ) {
                let draft = CompanyFieldDraft(label: "Gold", type: .dropdown) {
                    $0.choiceChanges = [.add("Yes", position: 1)]
                }
                return try await $0.companyFields.create(draft).choices?.all.map(\.id) == [27]
            },
            .reading(
                "GET company_fields/{id}", "company_fields/18", answer: .json(200, #"{"id":18,"choices":["A","B"]}"#)
            ) { try await $0.companyFields.get(18).choices?.all.map(\.label) == ["A", "B"] },
            WireCall("PUT company_fields/{id}", "company_fields/18", #"{"position":5,"unique":true}"#) {
                try await $0.companyFields.update(
                    18,
                    CompanyFieldUpdate {
                        $0.position = 5
                        $0.isUnique = true
                    })
            },
            WireCall("DELETE company_fields/{id}", "company_fields/18", answer: .empty(204)) {
                try await $0.companyFields.delete(18)
            },
        ])
}
