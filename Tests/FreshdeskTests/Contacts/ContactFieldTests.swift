import Freshdesk
import TestSupport
import Testing

@Suite("The fields of Freshdesk contacts")
struct ContactFieldTests {
    /// Freshdesk API v2, contacts: the attributes and who may write them.
    private static let contact = #"""
        name                     settable   text  required  | refuses ["", " "]
        email                    clearable  text            | sample "ana@acme.test" | refuses ["", "ana"]
        phone                    clearable  text            | refuses ["", " "]
        mobile                   clearable  text            | refuses [""]
        twitter_id               clearable  text            | refuses [""]
        unique_external_id       clearable  text            | refuses [""]
        social_handler           settable   objects
        other_emails             settable   texts
        company_id               clearable  id
        view_all_tickets         settable   bool  seesAllTickets
        other_companies          settable   objects         | sample [{"company_id":5,"view_all_tickets":true},{"company_id":6}] | refuses [[{"company_id":0}]]
        address                  clearable  text
        description              clearable  text
        job_title                clearable  text
        language                 settable   text
        time_zone                settable   text
        tags                     settable   texts
        custom_fields            settable   custom
        avatar                   read       object          | sample {"id":1}
        lookup_parameter         sent       text
        active                   read       bool  isActive
        deleted                  read       bool  isDeleted
        contact_type             read       word
        facebook_id              read       text
        csat_rating              read       number          | sample -103
        preferred_source         read       text
        twitter_profile_status   read       bool  isTwitterProfileVerified
        twitter_followers_count  read       number
        first_name               read       text
        last_name                read       text
        visitor_id               read       text
        org_contact_id           read       text
        org_contact_id_str       read       text  orgContactIDText
        first_seen               read       time
        last_seen                read       time
        ip_address               read       text
        guest_name               read       text
        guest_profile_pic        read       any   guestProfilePicture
        other_phone_numbers      read       texts
        devices                  read       objects
        created_at               read       time
        updated_at               read       time
        """#

    @Test("every field as the service documents it")
    func contact() throws {
        let ways = ["email", "phone", "mobile", "twitter_id", "unique_external_id", "social_handler"]
        try FieldSheet(anyOf: ways, Self.contact).expectFields(of: Contact.Fields.self)
    }

    @Test("the picture and the devices, field by field")
    func parts() throws {
        try FieldSheet(
            """
            name          read  text
            content_type  read  text
            size          read  number
            avatar_url    read  url     url
            created_at    read  time
            updated_at    read  time
            """
        ).expectFields(of: ContactAvatar.Fields.self)
        try FieldSheet(
            """
            device_type   read  text
            device_make   read  text
            device_model  read  text
            app_version   read  text
            os            read  text
            os_version    read  text
            """
        ).expectFields(of: ContactDevice.Fields.self)
    }
}
