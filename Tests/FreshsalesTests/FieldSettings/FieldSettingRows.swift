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
                settings.customFields.map(\.id) == ["1"]
                settings.customFields.map(\.name) == ["cf_a"]
                settings.groups.map(\.id) == ["4"]
            },
            .reading(
                "GET settings/sales_accounts/fields", "settings/sales_accounts/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .salesAccounts)
                settings.customFields.map(\.id) == ["1"]
                settings.customFields.map(\.name) == ["cf_a"]
                settings.groups.map(\.id) == ["4"]
            },
            .reading(
                "GET settings/deals/fields", "settings/deals/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .deals)
                settings.customFields.map(\.id) == ["1"]
                settings.customFields.map(\.name) == ["cf_a"]
                settings.groups.map(\.id) == ["4"]
            },
            .reading(
                "GET settings/leads/fields", "settings/leads/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .leads)
                settings.customFields.map(\.id) == ["1"]
                settings.customFields.map(\.name) == ["cf_a"]
                settings.groups.map(\.id) == ["4"]
            },
            .reading(
                "GET settings/sales_activities/fields", "settings/sales_activities/fields?include=field_group",
                answer: .json(200, #"{"fields":[{"id":1,"name":"cf_a","default":false}],"field_groups":[{"id":"4"}]}"#)
            ) {
                let settings = try await $0.fieldSettings.fields(of: .salesActivities)
                settings.customFields.map(\.id) == ["1"]
                settings.customFields.map(\.name) == ["cf_a"]
                settings.groups.map(\.id) == ["4"]
            },
            .reading(
                "GET settings/module_customizations", "settings/module_customizations",
                answer: .json(200, #"{"module_customizations":[{"entity_name":"cm_orders","custom":true}]}"#)
            ) {
                let modules = try await $0.fieldSettings.modules()
                modules.map(\.entityName) == ["cm_orders"]
                modules.map(\.isCustom) == [true]
            },
            .reading(
                "GET settings/{id}/forms", "settings/cm_orders/forms",
                answer: .json(200, #"{"forms":[{"fields":[{"name":"g","fields":[{"name":"cf_a"}]}]}]}"#)
            ) {
                let group = try await $0.fieldSettings.forms(of: "cm_orders").first?.fields?.first
                group?.name == "g"
                group?.fields?.map(\.name) == ["cf_a"]
            },
        ])
}
