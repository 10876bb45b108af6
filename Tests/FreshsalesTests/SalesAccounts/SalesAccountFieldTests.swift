import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales sales accounts")
struct SalesAccountFieldTests {
    /// Freshworks CRM API, accounts: the attributes and who may write them.
    private static let account = #"""
        name                                settable   text     required  | refuses ["", " "]
        address                             clearable  text
        city                                clearable  text
        state                               clearable  text
        zipcode                             clearable  text
        country                             clearable  text
        website                             clearable  text
        phone                               clearable  text
        number_of_employees                 clearable  number   | sample 40 | refuses [-1]
        annual_revenue                      clearable  decimal
        owner_id                            clearable  id
        territory_id                        clearable  id
        industry_type_id                    clearable  id
        business_type_id                    clearable  id
        parent_sales_account_id             clearable  id
        facebook                            clearable  text
        twitter                             clearable  text
        linkedin                            clearable  text     linkedIn
        open_deals_amount                   read       decimal
        won_deals_amount                    read       decimal
        open_deals_count                    read       number
        won_deals_count                     read       number
        last_contacted                      read       time
        last_contacted_via_sales_activity   read       time
        last_assigned_at                    read       time
        last_contacted_via_chat             read       text
        last_contacted_mode                 read       text
        last_contacted_sales_activity_mode  read       text
        recent_note                         read       text
        links                               read       object   | sample {"notes":"/crm/sales/sales_accounts/7/notes"}
        custom_field                        settable   custom   customFields
        avatar                              read       url
        completed_sales_sequences           read       text
        active_sales_sequences              read       text
        team_user_ids                       read       text
        web_form_ids                        read       text
        tags                                settable   texts
        is_deleted                          read       bool
        partial                             read       bool     isPartial
        has_connections                     read       bool
        record_type_id                      read       text
        creater_id                          read       id       creatorID
        updater_id                          read       id
        contact_ids                         read       ids
        deal_ids                            read       ids
        task_ids                            read       ids
        appointment_ids                     read       ids
        child_sales_account_ids             read       ids
        created_at                          read       time
        updated_at                          read       time
        """#

    @Test("every field as the service documents it")
    func account() throws {
        try FieldSheet(Self.account).expectFields(of: SalesAccount.Fields.self)
    }
}
