import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk contacts as they are read")
struct ContactReadingTests {
    @Test("every documented property, with ids as strings, and with null in place of each")
    func properties() throws {
        let probe = try RecordProbe<Contact>(
            """
            {"id":70041233991,"name":"Ana Ruiz","email":"ana@acme.test","active":false,"contact_type":"contact",\
            "phone":"+34 600 000 001","mobile":"+34 2","twitter_id":"12345","facebook_id":"fb",\
            "unique_external_id":"crm-881","social_handler":[{"type":"x"}],"other_emails":["ana.ruiz@acme.test"],\
            "company_id":70000555001,"view_all_tickets":false,\
            "other_companies":[{"company_id":70000555002,"view_all_tickets":true}],"address":"A","description":"D",\
            "job_title":"Ops lead","language":"en","time_zone":"Madrid","tags":["beta"],\
            "custom_fields":{"department":"Operations"},"deleted":false,"csat_rating":103,\
            "preferred_source":"email","twitter_profile_status":false,"twitter_followers_count":7,\
            "avatar":{"id":9,"name":"a.png"},"devices":[{"os":"iOS"}],"first_name":"Ana","last_name":"Ruiz",\
            "visitor_id":"8d3c6b1e-0000-4000-8000-000000000001","org_contact_id":1874653298761234567,\
            "other_phone_numbers":["+34 3"],"created_at":"2025-02-01T10:00:00Z","updated_at":"2025-02-20T16:30:00Z"}
            """)
        #expect(probe.record.id == 70_041_233_991)
        probe.reads(\.name, "Ana Ruiz")
        probe.reads(\.email, "ana@acme.test")
        probe.reads(\.isActive, false)
        probe.reads(\.contactType, .contact)
        probe.reads(\.phone, "+34 600 000 001")
        probe.reads(\.mobile, "+34 2")
        probe.reads(\.twitterID, "12345")
        probe.reads(\.facebookID, "fb")
        probe.reads(\.uniqueExternalID, "crm-881")
        probe.reads(\.socialHandler, [["type": "x"]])
        probe.reads(\.otherEmails, ["ana.ruiz@acme.test"])
        probe.reads(\.companyID, 70_000_555_001)
        probe.reads(\.seesAllTickets, false)
        probe.reads(\.otherCompanies, [CompanyMembership(companyID: 70_000_555_002, seesAllTickets: true)])
        probe.reads(\.address, "A")
        probe.reads(\.description, "D")
        probe.reads(\.jobTitle, "Ops lead")
        probe.reads(\.language, "en")
        probe.reads(\.timeZone, "Madrid")
        probe.reads(\.tags, ["beta"])
        probe.reads(\.isDeleted, false)
        probe.reads(\.csatRating, 103)
        probe.reads(\.preferredSource, "email")
        probe.reads(\.isTwitterProfileVerified, false)
        probe.reads(\.twitterFollowersCount, 7)
        probe.reads(\.avatar?.name, "a.png")
        probe.reads(\.devices?.first?.os, "iOS")
        probe.reads(\.firstName, "Ana")
        probe.reads(\.lastName, "Ruiz")
        probe.reads(\.visitorID, "8d3c6b1e-0000-4000-8000-000000000001")
        probe.reads(\.orgContactID, "1874653298761234567")
        probe.reads(\.otherPhoneNumbers, ["+34 3"])
        probe.reads(\.createdAt, utc(2025, 2, 1, 10))
        probe.reads(\.updatedAt, utc(2025, 2, 20, 16, 30))
        #expect(probe.record.customFields["department"] == "Operations")
    }

    @Test("further companies as lists show them: bare ids")
    func bareCompanies() throws {
        let contact = try RecordProbe<Contact>(#"{"id":1,"other_companies":[70000555002,"70000555003"]}"#).record
        #expect(
            contact.otherCompanies == [
                CompanyMembership(companyID: 70_000_555_002), CompanyMembership(companyID: 70_000_555_003),
            ])
    }

    @Test("the picture and the devices")
    func parts() throws {
        let avatar = try RecordProbe<ContactAvatar>(
            """
            {"id":9,"name":"a.png","content_type":"image/png","size":120,"avatar_url":"https://cdn.example.net/a.png",\
            "created_at":"2025-02-01T10:00:00Z","updated_at":"2025-02-02T10:00:00Z"}
            """)
        #expect(avatar.record.id == 9)
        avatar.reads(\.name, "a.png")
        avatar.reads(\.contentType, "image/png")
        avatar.reads(\.size, 120)
        avatar.reads(\.url?.absoluteString, "https://cdn.example.net/a.png")
        avatar.reads(\.createdAt, utc(2025, 2, 1, 10))
        avatar.reads(\.updatedAt, utc(2025, 2, 2, 10))

        let device = try RecordProbe<ContactDevice>(
            """
            {"device_type":"phone","device_make":"M","device_model":"P1","app_version":"1.2","os":"iOS",\
            "os_version":"18"}
            """)
        device.reads(\.deviceType, "phone")
        device.reads(\.deviceMake, "M")
        device.reads(\.deviceModel, "P1")
        device.reads(\.appVersion, "1.2")
        device.reads(\.os, "iOS")
        device.reads(\.osVersion, "18")
    }

    @Test("an unknown contact type is kept")
    func unknownType() throws {
        let contact = try RecordProbe<Contact>(#"{"id":1,"contact_type":"ghost"}"#).record
        #expect(contact.contactType == ContactType(rawValue: "ghost"))
    }
}
