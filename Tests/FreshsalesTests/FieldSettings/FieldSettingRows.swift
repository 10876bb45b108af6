import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, settings; the name of a form is that of its module.
extension EndpointFolder {
    static let fieldSettings = EndpointFolder(
        "Field settings", 7,
        """
        GET settings/contacts/fields
        GET settings/sales_accounts/fields
        GET settings/deals/fields
        GET settings/leads/fields
        GET settings/sales_activities/fields
        GET settings/module_customizations
        GET settings/{id}/forms
        """,
        calls: [

            .reading(
                "GET settings/contacts/fields", "settings/contacts/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .contacts)
                return settings.customFields.map(\.name) == ["cf_a"] && settings.groups.first?.id == "4"
            },
            .reading(
                "GET settings/sales_accounts/fields", "settings/sales_accounts/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .salesAccounts)
                return settings.customFields.map(\.name) == ["cf_a"] && settings.groups.first?.id == "4"
            },
            .reading(
                "GET settings/deals/fields", "settings/deals/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .deals)
                return settings.customFields.map(\.name) == ["cf_a"] && settings.groups.first?.id == "4"
            },
            .reading(
                "GET settings/leads/fields", "settings/leads/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .leads)
                return settings.customFields.map(\.name) == ["cf_a"] && settings.groups.first?.id == "4"
            },
            .reading(
                "GET settings/sales_activities/fields", "settings/sales_activities/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .salesActivities)
                return settings.customFields.map(\.name) == ["cf_a"] && settings.groups.first?.id == "4"
            },
            .reading(
                "GET settings/module_customizations", "settings/module_customizations",
                answer: .json(200, #"{"module_customizations":[{"entity_name":"cm_orders","custom":true}]}"#)
            ) { try await $0.fieldSettings.modules().map(\.isCustom) == [true] },
            .reading(
                "GET settings/{id}/forms", "settings/cm_orders/forms",
                answer: .json(200, #"{"forms":[{"fields":[{"name":"g","fields":[{"name":"cf_a"}]}]}]}"#)
            ) {
                try await $0.fieldSettings.forms(of: "cm_orders").first?.fields?.first?.fields?.first?.name == "cf_a"
            },
        ])
}
