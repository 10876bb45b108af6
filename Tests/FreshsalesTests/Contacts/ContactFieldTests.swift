import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales contacts")
struct ContactFieldTests {
    /// Freshworks CRM API, contacts: the attributes and who may write them.
    private static let contact = #"""
        first_name                          clearable  text
        last_name                           clearable  text
        display_name                        read       text
        avatar                              read       url
        job_title                           clearable  text
        address                             clearable  text
        city                                clearable  text
        state                               clearable  text
        zipcode                             clearable  text
        country                             clearable  text
        email                               clearable  text     | sample "ines@example.com" | refuses ["", "ines", "a b@c.d"]
        emails                              settable   objects  | sample [{"id":9,"value":"ines@example.com","is_primary":true,"label":"Work"},{"id":8,"_destroy":true}] | refuses [[{"value":""}],[{"value":"ines"}],[{"id":0,"_destroy":true}]]
        work_email                          clearable  text     | sample "ines@rhone.example" | refuses ["", "ines"]
        work_number                         clearable  text
        mobile_number                       clearable  text     | sample "+33600000001" | refuses ["", " "]
        phone_numbers                       settable   objects  | sample [{"id":9,"value":"+33611111111","label":"Car"},{"id":8,"_destroy":true}] | refuses [[{"value":" "}],[{"id":-1}]]
        external_id                         clearable  text     | refuses ["", " "]
        time_zone                           clearable  text
        facebook                            clearable  text
        twitter                             clearable  text
        linkedin                            clearable  text     linkedIn
        medium                              clearable  text
        keyword                             clearable  text
        lead_score                          read       number
        customer_fit                        read       number
        last_seen                           read       time
        last_contacted                      read       time
        last_contacted_via_sales_activity   read       time
        last_assigned_at                    read       time
        stage_updated_time                  read       time     stageUpdatedAt
        last_contacted_mode                 read       text
        last_contacted_sales_activity_mode  read       text
        recent_note                         read       text
        open_deals_amount                   read       decimal
        won_deals_amount                    read       decimal
        open_deals_count                    read       number
        won_deals_count                     read       number
        completed_sales_sequences           read       text
        active_sales_sequences              read       text
        web_form_ids                        read       text
        team_user_ids                       read       text
        subscription_status                 clearable  number
        subscription_types                  clearable  text     | sample "1;3;4" | refuses [["1;3"], [""]]
        unsubscription_reason               clearable  text
        other_unsubscription_reason         clearable  text
        whatsapp_subscription_status        clearable  number   whatsAppSubscriptionStatus
        sms_subscription_status             clearable  number
        last_seen_chat                      read       text
        first_seen_chat                     read       text
        locale                              read       text
        total_sessions                      read       text
        first_campaign                      read       text
        first_medium                        read       text
        first_source                        read       text
        last_campaign                       read       text
        last_medium                         read       text
        last_source                         read       text
        latest_campaign                     read       text
        latest_medium                       read       text
        latest_source                       read       text
        mcr_id                              read       id
        record_type_id                      read       text
        system_tags                         read       texts
        tags                                settable   texts
        is_deleted                          read       bool
        partial                             read       bool     isPartial
        links                               read       object   | sample {"notes":"/crm/sales/contacts/7/notes"}
        custom_field                        settable   custom   customFields
        created_at                          read       time
        updated_at                          read       time
        owner_id                            clearable  id
        territory_id                        clearable  id
        lead_source_id                      clearable  id
        campaign_id                         clearable  id
        contact_status_id                   clearable  id
        lifecycle_stage_id                  clearable  id
        sales_account_id                    clearable  id
        sales_accounts                      settable   objects  | sample [{"id":5,"is_primary":true},{"id":6,"is_primary":false}] | refuses [[{"id":5}],[{"id":0,"is_primary":true}],[{"id":5,"is_primary":true},{"id":6,"is_primary":true}]]
        creater_id                          read       id       creatorID
        updater_id                          read       id
        deal_ids                            read       ids
        task_ids                            read       ids
        appointment_ids                     read       ids
        note_ids                            read       ids
        list_ids                            read       ids
        has_duplicates                      read       bool
        duplicates_searched_today           read       bool
        has_connections                     read       bool
        connections_searched_today          read       bool
        department                          read       text
        do_not_disturb                      read       bool
        has_authority                       read       bool
        lead_quality                        read       text
        email_status                        read       text
        last_contacted_via_chat             read       text
        """#

    @Test("every field as the service documents it")
    func contact() throws {
        try FieldSheet(anyOf: ["email", "mobile_number", "emails"], Self.contact)
            .expectFields(of: Contact.Fields.self)
    }

    @Test("addresses, numbers and companies of a contact, field by field")
    func parts() throws {
        try FieldSheet(
            """
            id          read  id
            value       read  text
            is_primary  read  bool
            label       read  text
            _destroy    read  bool  isRemoved
            """
        ).expectFields(of: ContactEmail.Fields.self)
        try FieldSheet(
            """
            id        read  id
            value     read  text
            label     read  text
            _destroy  read  bool  isRemoved
            """
        ).expectFields(of: ContactPhoneNumber.Fields.self)
        try FieldSheet(
            """
            partial            read  bool     isPartial
            name               read  text
            avatar             read  url
            website            read  text
            open_deals_amount  read  decimal
            open_deals_count   read  number
            won_deals_amount   read  decimal
            won_deals_count    read  number
            last_contacted     read  time
            record_type_id     read  text
            is_primary         read  bool
            """
        ).expectFields(of: ContactSalesAccount.Fields.self)
    }

    @Test("what was read of addresses, numbers and companies is sent back by its documented keys alone")
    func writtenAgain() throws {
        let contact = try Contact(json: [
            "id": 1, "emails": [["id": 2, "value": "a@b.c", "is_primary": true, "seen": 7]],
            "phone_numbers": [["id": 3, "value": "+1", "label": "Car", "seen": 7]],
            "sales_accounts": [["partial": true, "id": 4, "name": "Rhone", "is_primary": true]],
        ])
        let update = ContactUpdate {
            $0.emails = contact.emails
            $0.phoneNumbers = contact.phoneNumbers
            $0.salesAccounts = (contact.salesAccounts ?? []) + [ContactSalesAccount(5)]
        }
        #expect(
            update.json == [
                "emails": [["id": 2, "value": "a@b.c", "is_primary": true]],
                "phone_numbers": [["id": 3, "value": "+1", "label": "Car"]],
                "sales_accounts": [["id": 4, "is_primary": true], ["id": 5, "is_primary": false]],
            ])
    }
}
