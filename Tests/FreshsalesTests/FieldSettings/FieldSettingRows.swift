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
        notBuilt: """
            GET settings/contacts/fields
            GET settings/sales_accounts/fields
            GET settings/deals/fields
            GET settings/leads/fields
            GET settings/sales_activities/fields
            GET settings/module_customizations
            GET settings/{id}/forms
            """)
}
