import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales contacts are read")
struct ContactReadingTests {
    @Test("every property of the service's example")
    func example() throws {
        let probe = try RecordProbe<Contact>(
            #"""
            {"id":70050001001,"first_name":"Ines","last_name":"Moreau","display_name":"Ines Moreau","avatar":null,\#
            "job_title":"Buyer","city":"Lyon","state":null,"zipcode":"69002","country":"France",\#
            "email":"ines@example.com","emails":[{"id":70050002001,"value":"ines@example.com","is_primary":true,\#
            "label":null,"_destroy":false}],"time_zone":"Paris","work_number":null,"mobile_number":"+33600000001",\#
            "address":null,"last_seen":null,"lead_score":12,"last_contacted":null,"open_deals_amount":"1500.0",\#
            "won_deals_amount":"0.0","links":{"conversations":"/crm/sales/contacts/70050001001/conversations/all",\#
            "timeline_feeds":"/crm/sales/contacts/70050001001/timeline_feeds",\#
            "document_associations":"/crm/sales/contacts/70050001001/document_associations",\#
            "notes":"/crm/sales/contacts/70050001001/notes?include=creater",\#
            "tasks":"/crm/sales/contacts/70050001001/tasks?include=creater,owner,updater,targetable,users,\#
            task_type","appointments":"/crm/sales/contacts/70050001001/appointments?include=creater,owner,updater,\#
            targetable,appointment_attendees,conference,note",\#
            "reminders":"/crm/sales/contacts/70050001001/reminders?include=creater,owner,updater,targetable",\#
            "duplicates":"/crm/sales/contacts/70050001001/duplicates",\#
            "connections":"/crm/sales/contacts/70050001001/connections"},"last_contacted_sales_activity_mode":null,\#
            "custom_field":{"cf_region":"South"},"created_at":"2025-02-03T09:15:00+01:00",\#
            "updated_at":"2025-02-04T10:00:00+01:00","keyword":null,"medium":"Webinar","last_contacted_mode":null,\#
            "recent_note":null,"won_deals_count":0,"last_contacted_via_sales_activity":null,\#
            "completed_sales_sequences":null,"active_sales_sequences":null,"web_form_ids":null,"open_deals_count":1,\#
            "last_assigned_at":"2025-02-03T09:15:01+01:00","tags":["vip"],"facebook":null,"twitter":null,\#
            "linkedin":null,"is_deleted":false,"team_user_ids":null,"external_id":"crm-77","work_email":null,\#
            "subscription_status":1,"subscription_types":"1;2;3","unsubscription_reason":null,\#
            "other_unsubscription_reason":null,"customer_fit":2,"record_type_id":"71000000001",\#
            "whatsapp_subscription_status":2,"sms_subscription_status":2,"last_seen_chat":null,\#
            "first_seen_chat":null,"locale":null,"total_sessions":null,"system_tags":[],"first_campaign":null,\#
            "first_medium":null,"first_source":null,"last_campaign":null,"last_medium":null,"last_source":null,\#
            "latest_campaign":null,"latest_medium":null,"latest_source":null,"mcr_id":1450000000000000001,\#
            "phone_numbers":[],"sales_accounts":[{"partial":true,"id":70060001001,"name":"Rhone Tools",\#
            "avatar":null,"website":null,"last_contacted":null,"record_type_id":"71000000002","is_primary":true}]}
            """#)
        #expect(probe.record.id == 70_050_001_001)
        probe.reads(\.firstName, "Ines")
        probe.reads(\.lastName, "Moreau")
        probe.reads(\.displayName, "Ines Moreau")
        probe.reads(\.jobTitle, "Buyer")
        probe.reads(\.city, "Lyon")
        probe.reads(\.zipcode, "69002")
        probe.reads(\.country, "France")
        probe.reads(\.email, "ines@example.com")
        probe.reads(\.timeZone, "Paris")
        probe.reads(\.mobileNumber, "+33600000001")
        probe.reads(\.leadScore, 12)
        probe.reads(\.openDealsAmount, 1500)
        probe.reads(\.wonDealsAmount, 0)
        #expect(probe.record.customFields == ["cf_region": "South"])
        probe.reads(\.createdAt, Date(timeIntervalSince1970: 1_738_570_500))
        probe.reads(\.updatedAt, Date(timeIntervalSince1970: 1_738_659_600))
        probe.reads(\.medium, "Webinar")
        probe.reads(\.wonDealsCount, 0)
        probe.reads(\.openDealsCount, 1)
        probe.reads(\.lastAssignedAt, Date(timeIntervalSince1970: 1_738_570_501))
        probe.reads(\.tags, ["vip"])
        probe.reads(\.systemTags, [])
        probe.reads(\.isDeleted, false)
        probe.reads(\.externalID, "crm-77")
        probe.reads(\.subscriptionStatus, .subscribed)
        probe.reads(\.subscriptionTypes, ["1", "2", "3"])
        probe.reads(\.customerFit, 2)
        probe.reads(\.recordTypeID, "71000000001")
        probe.reads(\.whatsAppSubscriptionStatus, 2)
        probe.reads(\.smsSubscriptionStatus, 2)
        probe.reads(\.mcrID, 1_450_000_000_000_000_001)
        #expect(probe.record.links?.count == 9)
        #expect(probe.record.links?["timeline_feeds"] == "/crm/sales/contacts/70050001001/timeline_feeds")

        let email = try #require(probe.record.emails?.first)
        #expect(email.id == 70_050_002_001)
        #expect(email.value == "ines@example.com")
        #expect(email.isPrimary == true)
        #expect(email.label == nil)
        #expect(email.isRemoved == false)
        #expect(probe.record.phoneNumbers == [])
    }

    @Test("what the example leaves empty, and what other accounts and includes add")
    func rest() throws {
        let moment = Date(timeIntervalSince1970: 1_740_787_200)
        let probe = try RecordProbe<Contact>(
            #"""
            {"id":70050001002,"avatar":"https://assets.example/a.png","state":"Rhone","work_number":"+33400000009",\#
            "address":"1 Rue Basse","last_seen":"2025-03-01T00:00:00Z","last_contacted":"2025-03-01T01:00:00+01:00",\#
            "last_contacted_sales_activity_mode":"Task","keyword":"drill","last_contacted_mode":"Email Opened",\#
            "recent_note":"Called","last_contacted_via_sales_activity":"2025-03-01T00:00:00Z",\#
            "completed_sales_sequences":"1;2","active_sales_sequences":["3"],"web_form_ids":"9",\#
            "team_user_ids":["70010000001"],"facebook":"ines.fb","twitter":"ines.tw","linkedin":"ines.li",\#
            "work_email":"ines@rhone.example","unsubscription_reason":"Too many",\#
            "other_unsubscription_reason":"Moved","last_seen_chat":"yesterday","first_seen_chat":"last week",\#
            "locale":"fr","total_sessions":"7","first_campaign":"c1","first_medium":"m1","first_source":"s1",\#
            "last_campaign":"c2","last_medium":"m2","last_source":"s2","latest_campaign":"c3","latest_medium":"m3",\#
            "latest_source":"s3","stage_updated_time":"2025-03-01T00:00:00.000Z","subscription_status":77,\#
            "phone_numbers":[{"id":5,"value":"+33611111111","label":"Car","_destroy":false}],"owner_id":70010000001,\#
            "territory_id":70000000201,"lead_source_id":70000000202,"campaign_id":70000000203,\#
            "contact_status_id":70000000204,"lifecycle_stage_id":70000000205,"sales_account_id":70060001001,\#
            "creater_id":70010000002,"updater_id":70010000003,"deal_ids":[70070001001],"task_ids":[1],\#
            "appointment_ids":[2,3],"note_ids":[],"list_ids":[4],"has_duplicates":true,\#
            "duplicates_searched_today":false,"has_connections":false,"connections_searched_today":true,\#
            "department":"Purchase","do_not_disturb":true,"has_authority":false,"lead_quality":"Hot",\#
            "email_status":"Opened","last_contacted_via_chat":"2019-04-02T07:30:00Z"}
            """#)
        probe.reads(\.avatar?.absoluteString, "https://assets.example/a.png")
        probe.reads(\.state, "Rhone")
        probe.reads(\.workNumber, "+33400000009")
        probe.reads(\.address, "1 Rue Basse")
        probe.reads(\.lastSeen, moment)
        probe.reads(\.lastContacted, moment)
        probe.reads(\.lastContactedSalesActivityMode, "Task")
        probe.reads(\.keyword, "drill")
        probe.reads(\.lastContactedMode, "Email Opened")
        probe.reads(\.recentNote, "Called")
        probe.reads(\.lastContactedViaSalesActivity, moment)
        probe.reads(\.completedSalesSequences, ["1", "2"])
        probe.reads(\.activeSalesSequences, ["3"])
        probe.reads(\.webFormIDs, ["9"])
        probe.reads(\.teamUserIDs, ["70010000001"])
        probe.reads(\.facebook, "ines.fb")
        probe.reads(\.twitter, "ines.tw")
        probe.reads(\.linkedIn, "ines.li")
        probe.reads(\.workEmail, "ines@rhone.example")
        probe.reads(\.unsubscriptionReason, "Too many")
        probe.reads(\.otherUnsubscriptionReason, "Moved")
        probe.reads(\.lastSeenChat, "yesterday")
        probe.reads(\.firstSeenChat, "last week")
        probe.reads(\.locale, "fr")
        probe.reads(\.totalSessions, "7")
        probe.reads(\.firstCampaign, "c1")
        probe.reads(\.firstMedium, "m1")
        probe.reads(\.firstSource, "s1")
        probe.reads(\.lastCampaign, "c2")
        probe.reads(\.lastMedium, "m2")
        probe.reads(\.lastSource, "s2")
        probe.reads(\.latestCampaign, "c3")
        probe.reads(\.latestMedium, "m3")
        probe.reads(\.latestSource, "s3")
        probe.reads(\.stageUpdatedAt, moment)
        probe.reads(\.subscriptionStatus, SubscriptionStatus(rawValue: 77))
        probe.reads(\.ownerID, 70_010_000_001)
        probe.reads(\.territoryID, 70_000_000_201)
        probe.reads(\.leadSourceID, 70_000_000_202)
        probe.reads(\.campaignID, 70_000_000_203)
        probe.reads(\.contactStatusID, 70_000_000_204)
        probe.reads(\.lifecycleStageID, 70_000_000_205)
        probe.reads(\.salesAccountID, 70_060_001_001)
        probe.reads(\.creatorID, 70_010_000_002)
        probe.reads(\.updaterID, 70_010_000_003)
        probe.reads(\.dealIDs, [70_070_001_001])
        probe.reads(\.taskIDs, [1])
        probe.reads(\.appointmentIDs, [2, 3])
        probe.reads(\.noteIDs, [])
        probe.reads(\.listIDs, [4])
        probe.reads(\.hasDuplicates, true)
        probe.reads(\.duplicatesSearchedToday, false)
        probe.reads(\.hasConnections, false)
        probe.reads(\.connectionsSearchedToday, true)
        probe.reads(\.department, "Purchase")
        probe.reads(\.doNotDisturb, true)
        probe.reads(\.hasAuthority, false)
        probe.reads(\.leadQuality, "Hot")
        probe.reads(\.emailStatus, "Opened")
        probe.reads(\.lastContactedViaChat, "2019-04-02T07:30:00Z")

        let phone = try #require(probe.record.phoneNumbers?.first)
        #expect(phone.id == 5)
        #expect(phone.value == "+33611111111")
        #expect(phone.label == "Car")
        #expect(phone.isRemoved == false)
    }

    @Test("a company as a contact names it")
    func company() throws {
        let probe = try RecordProbe<ContactSalesAccount>(
            #"""
            {"partial":true,"id":70060001001,"name":"Rhone Tools","avatar":"https://assets.example/r.png",\#
            "website":"rhone.example","last_contacted":"2025-03-01T00:00:00Z","record_type_id":"71000000002",\#
            "is_primary":true}
            """#)
        #expect(probe.record.id == 70_060_001_001)
        probe.reads(\.isPartial, true)
        probe.reads(\.name, "Rhone Tools")
        probe.reads(\.avatar?.absoluteString, "https://assets.example/r.png")
        probe.reads(\.website, "rhone.example")
        probe.reads(\.lastContacted, Date(timeIntervalSince1970: 1_740_787_200))
        probe.reads(\.recordTypeID, "71000000002")
        probe.reads(\.isPrimary, true)
    }

    @Test("what came along in part says so, and what its deals amount to")
    func parts() throws {
        let contact = try RecordProbe<Contact>(#"{"id":1,"partial":true}"#)
        contact.reads(\.isPartial, true)
        let company = try RecordProbe<ContactSalesAccount>(
            #"""
            {"id":1,"partial":false,"open_deals_amount":"1500.5","open_deals_count":2,"won_deals_amount":7,\#
            "won_deals_count":"3"}
            """#)
        company.reads(\.isPartial, false)
        company.reads(\.openDealsAmount, Decimal(sign: .plus, exponent: -1, significand: 15005))
        company.reads(\.openDealsCount, 2)
        company.reads(\.wonDealsAmount, 7)
        company.reads(\.wonDealsCount, 3)
    }
}
