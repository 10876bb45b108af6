import Foundation
import FreshworksCore

/// Fields that administrators define: of tickets with their sections, of contacts and of companies. A new one is there in records at once.
extension FreshdeskService {
    static let adminTicketFields = FreshdeskRecords(
        "admin/ticket_fields", noun: "ticket field", firstID: 70_000_030_000, calls: [.create, .update, .delete],
        rules: fieldRules(for: "tickets", prefix: "cf_")
    ) {
        RecordKey.texts("name").map(\.readOnly)
        RecordKey("label", .filled).required
        RecordKey("label_for_customers", .filled)
        RecordKey("description", .text.orNull).readOnly
        RecordKey("position", .integer, 1)
        RecordKey("type", fieldType).required
        RecordKey("default", .flag, false).readOnly
        for name in [
            "customers_can_edit", "displayed_to_customers", "required_for_closure", "required_for_agents",
            "required_for_customers",
        ] { RecordKey(name, .flag, false) }
        RecordKey("choices", choiceChanges, nil).notInLists
        RecordKey("dependent_fields", .objects, nil)
        RecordKey("section_mappings", .list(of: .object(["section_id": .id, "position": .integer])), nil)
        RecordKey("archived", .flag, false).readOnly
        RecordKey("has_section", .flag, false).readOnly
    }

    static let fieldSections = FreshdeskRecords(
        "admin/ticket_fields/sections", noun: "section", firstID: 70_000_040_000,
        in: FreshdeskRecords.Parent("admin/ticket_fields", "sections", key: "parent_ticket_field_id", isWhole: true),
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, check: checkSection,
            show: { shown, section, _, service, _ in
                let fields = service.all(adminTicketFields).filter { field in
                    field["section_mappings"]?.arrayValue?.contains { $0["section_id"] == section["id"] } ?? false
                }
                shown["ticket_field_ids"] = .array(fields.compactMap { $0["id"] })
                for key in ["created_at", "updated_at"] { shown[key] = nil }
            })
    ) {
        RecordKey("label", .filled).required
        RecordKey("choice_ids", .ids, []).required
        RecordKey.nulls("parent_ticket_field_id")
        RecordKey("is_fsm", .flag, false).readOnly
    }

    static let contactFields = FreshdeskRecords(
        "contact_fields", noun: "contact field", firstID: 70_000_050_000,
        rules: fieldRules(for: "contacts", prefix: "")
    ) {
        personKeys
        RecordKey("label_for_customers", .filled).required
        for name in [
            "editable_in_signup", "customers_can_edit", "required_for_customers", "displayed_for_customers",
        ] { RecordKey(name, .flag, false) }
    }

    static let companyFields = FreshdeskRecords(
        "company_fields", noun: "company field", firstID: 70_000_060_000,
        rules: fieldRules(for: "companies", prefix: "")
    ) { personKeys }

    @RecordKeys private static var personKeys: [RecordKey] {
        RecordKey.texts("name").map(\.readOnly)
        RecordKey("label", .filled).required
        RecordKey("position", .integer, 1)
        RecordKey("type", fieldType).required.creationOnly
        RecordKey("default", .flag, false).readOnly
        RecordKey("required_for_agents", .flag, false)
        RecordKey("agents_can_edit", .flag, true)
        RecordKey("displayed_for_agents", .flag, true)
        RecordKey("quick_add_for_agent", .flag, false)
        RecordKey("unique", .flag, false)
        RecordKey("choices", choiceChanges, nil)
    }

    private static let fieldType = JSONShape.choice(
        "custom_text", "custom_paragraph", "custom_checkbox", "custom_number", "custom_decimal", "custom_dropdown",
        "custom_date", "custom_phone_number", "custom_url", "nested_field")

    private static let choiceChanges = JSONShape.list(
        of: .object(["id": .id, "value": .filled, "position": .integer, "deleted": .flag, "choices": .objects]))

    static let fieldAdminRoutes = [
        Route<FreshdeskService>("GET", "admin/ticket_fields", scope: "admin_ticket_fields.view", listAdminFields),
        Route<FreshdeskService>("GET", "admin/ticket_fields/{id}", scope: "admin_ticket_fields.view", viewAdminField),
    ]

    /// It comes whole, and refuses to be asked for a page.
    private static func listAdminFields(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try requireAdministrator(request, service)
        try service.checkFieldQuery(request)
        return .json(
            200, .array(service.all(adminTicketFields).map { service.shown(field: $0, .row, request) }))
    }

    private static func viewAdminField(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let field = try service.record(of: adminTicketFields, request)
        try service.checkFieldQuery(request)
        return .json(200, service.shown(field: field, .single, request))
    }

    private func checkFieldQuery(_ request: SandboxRequest) throws(SandboxReply) {
        var flaws = request.query.strangers(besides: ["include"])
        if let text = request.query["include"], text != "section" {
            flaws.append(Flaw("include", .choice(["section"])))
        }
        try refuse(flaws, nil)
    }

    private func shown(field: JSONObject, _ view: RecordView, _ request: SandboxRequest) -> JSONValue {
        var shown = show(field, view, Self.adminTicketFields, request).objectValue ?? field
        let own = all(Self.fieldSections).filter { $0["parent_ticket_field_id"] == field["id"] }
        if request.query["include"] != nil, !own.isEmpty {
            shown["sections"] = .array(own.map { show($0, .row, Self.fieldSections, request) })
        }
        return .object(shown)
    }

    @Sendable private static func checkSection(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let field = service[adminTicketFields, writing.record["parent_ticket_field_id"]]
        let known = (field?["choices"]?.arrayValue ?? []).compactMap { $0["id"] }
        if let sent = writing["choice_ids"]?.arrayValue, !sent.allSatisfy(known.contains) {
            writing.refuse("choice_ids", .dangling("choice"))
        }
    }

    /// What becomes of a field: its name follows from its label, its choices get ids, and records have it.
    private static func fieldRules(for records: String, prefix: String) -> FreshdeskRecords.Rules {
        FreshdeskRecords.Rules(
            admits: requireAdministrator,
            settle: { (writing, service) throws(SandboxReply) in
                if writing.isNew {
                    let label = writing.record["label"]?.stringValue ?? ""
                    let words = label.lowercased().split { !$0.isLetter && !$0.isNumber }
                    writing.record["name"] = .string(prefix + words.joined(separator: "_"))
                    if writing["label_for_customers"] == nil, prefix != "" {
                        writing.record["label_for_customers"] = writing.record["label"]
                    }
                }
                settleChoices(&writing)
            },
            check: { (writing, service) throws(SandboxReply) in
                let name = writing.record["name"]?.stringValue ?? ""
                let isTaken = service.shelves[records]?.customFields.contains { $0.name == name } ?? false
                if writing.isNew && isTaken { writing.refuse("label", .duplicate(of: nil)) }
            },
            kept: { writing, service in
                guard let field = customField(writing.record) else { return }
                // A field that changes keeps what records have in it.
                if let index = service.shelves[records]?.customFields.firstIndex(where: { $0.name == field.name }) {
                    service.shelves[records]?.customFields[index] = field
                } else {
                    try? service.define(field, on: records)
                }
            },
            removed: { record, service, _ in
                service.shelves[records]?.customFields.removeAll { .string($0.name) == record["name"] }
            })
    }

    /// Choices that are named change or go, those without an id are added; all others stay.
    private static func settleChoices(_ writing: inout Writing) {
        guard let changes = writing["choices"]?.arrayValue else { return }
        var choices = writing.base["choices"]?.arrayValue ?? []
        let owner = writing.record["id"] ?? .null
        for change in changes {
            if change["deleted"] == true {
                choices.removeAll { $0["id"] == change["id"] }
            } else if let index = choices.firstIndex(where: { $0["id"] == change["id"] }), change["id"] != nil {
                var choice = choices[index].objectValue ?? JSONObject()
                for key in ["value", "position"] { choice[key] = change[key] ?? choice[key] }
                choice["label"] = choice["value"]
                choices[index] = .object(choice)
            } else {
                let last = choices.compactMap { $0["id"]?.int64Value }.max() ?? (owner.int64Value ?? 0) * 100
                choices.append([
                    "id": .int(last + 1), "label": change["value"] ?? .null, "value": change["value"] ?? .null,
                    "position": change["position"] ?? .int(choices.count + 1), "parent_choice_id": owner,
                    "choices": change["choices"] ?? [],
                ])
            }
        }
        writing.record["choices"] = .array(choices)
    }

    /// What records have of a field; `nil` of one that every account has.
    private static func customField(_ record: JSONObject) -> CustomField? {
        guard record["default"] == false, let name = record["name"]?.stringValue else { return nil }
        let kind: Sandbox.CustomFieldKind =
            switch record["type"]?.stringValue {
            case "custom_checkbox": .checkbox
            case "custom_number": .number
            case "custom_decimal": .decimal
            case "custom_date": .date
            case "custom_dropdown":
                .dropdown((record["choices"]?.arrayValue ?? []).compactMap { $0["value"]?.stringValue })
            default: .text
            }
        return CustomField(name, kind)
    }

    mutating func seedFields() {
        let tickets = [
            "requester", "subject", "ticket_type", "source", "status", "priority", "group", "agent", "product",
            "description", "company",
        ]
        seed(Self.adminTicketFields, tickets, needed: ["requester", "subject", "status", "priority", "description"])
        let contacts = [
            "name", "job_title", "email", "phone", "mobile", "twitter_id", "unique_external_id", "address",
            "time_zone", "language", "description",
        ]
        seed(
            Self.contactFields, contacts, needed: ["name"],
            choices: [
                "time_zone": ["Eastern Time (US & Canada)": "(GMT-05:00) Eastern Time"],
                "language": ["de": "German", "en": "English", "fr": "French"],
            ])
        let companies = [
            "name", "description", "note", "domains", "health_score", "account_tier", "renewal_date", "industry",
        ]
        seed(
            Self.companyFields, companies, needed: ["name"],
            choices: [
                "health_score": Self.numbered(["At risk", "Doing okay", "Happy"]),
                "account_tier": Self.numbered(["Basic", "Premium", "Enterprise"]),
                "industry": Self.numbered(["Automotive", "Financial Services", "Software", "Telecommunications"]),
            ])
        for records in Self.collections {
            for field in shelves[records.path]?.customFields ?? [] { defined(field, on: records) }
        }
    }

    /// A field that was not made by a call is listed among those that were.
    mutating func defined(_ field: CustomField, on records: FreshdeskRecords) {
        let places = [
            "tickets": Self.adminTicketFields, "contacts": Self.contactFields, "companies": Self.companyFields,
        ]
        guard let collection = places[records.path] else { return }
        let known = all(collection)
        guard !known.contains(where: { $0["name"] == .string(field.name) }) else { return }
        plant(collection, [field.name], after: 500 + Int64(known.count)) { record, name in
            for key in ["label", "label_for_customers"] where collection.key(key) != nil { record[key] = .string(name) }
            record["position"] = .int(known.count + 1)
            record["type"] = .string(Self.type(of: field.kind))
            if case .dropdown(let choices) = field.kind { record["choices"] = Self.numbered(choices) }
        }
    }

    /// The fields that every account has.
    private mutating func seed(
        _ collection: FreshdeskRecords, _ names: [String], needed: Set<String>, choices: [String: JSONValue] = [:]
    ) {
        plant(collection, names) { field, name in
            field["label"] = .string(name)
            field["position"] = .int((names.firstIndex(of: name) ?? 0) + 1)
            for key in [
                "label_for_customers", "customers_can_edit", "displayed_for_customers", "displayed_to_customers",
            ]
            where collection.key(key) != nil { field[key] = key == "label_for_customers" ? .string(name) : true }
            field["type"] = .string("default_\(name)")
            field["default"] = true
            field["required_for_agents"] = .bool(needed.contains(name))
            field["choices"] = choices[name]
        }
    }

    private static func numbered(_ texts: [String]) -> JSONValue {
        .array(
            texts.enumerated().map { index, text in
                [
                    "id": .int(70_000_060_001 + index), "label": .string(text), "value": .string(text),
                    "position": .int(index + 1),
                ]
            })
    }
}
