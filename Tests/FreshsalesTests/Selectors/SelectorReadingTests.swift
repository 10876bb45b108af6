import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Rows of Freshsales selectors are read")
struct SelectorReadingTests {
    @Test("a user")
    func user() throws {
        let probe = try RecordProbe<User>(
            #"""
            {"id":70010000001,"display_name":"Sam Ortiz","email":"sam@example.com","is_active":true,\#
            "work_number":"1","mobile_number":"2","avatar":"https://assets.example/s.png","uuid":"u-1",\#
            "type":"FdMultitenant::User"}
            """#)
        #expect(probe.record.id == 70_010_000_001)
        probe.reads(\.displayName, "Sam Ortiz")
        probe.reads(\.email, "sam@example.com")
        probe.reads(\.isActive, true)
        probe.reads(\.workNumber, "1")
        probe.reads(\.mobileNumber, "2")
        probe.reads(\.avatar?.absoluteString, "https://assets.example/s.png")
        probe.reads(\.uuid, "u-1")
        probe.reads(\.type, "FdMultitenant::User")
    }

    @Test("a plain choice and a contact status")
    func choices() throws {
        let choice = try RecordProbe<Choice>(#"{"id":1,"name":"Web","position":2,"partial":true}"#)
        choice.reads(\.name, "Web")
        choice.reads(\.position, 2)
        choice.reads(\.isPartial, true)
        let status = try RecordProbe<ContactStatus>(
            #"""
            {"id":1,"name":"New","position":2,"partial":true,"forecast_type":"Open","lifecycle_stage_id":3}
            """#)
        status.reads(\.name, "New")
        status.reads(\.position, 2)
        status.reads(\.isPartial, true)
        status.reads(\.forecastType, "Open")
        status.reads(\.lifecycleStageID, 3)
    }

    @Test("a lifecycle stage")
    func lifecycleStage() throws {
        let probe = try RecordProbe<LifecycleStage>(
            #"""
            {"id":1,"name":"Lead","position":1,"disabled":false,"default":true,"type":"Sales Qualified Lead",\#
            "contact_status_ids":[2,3]}
            """#)
        probe.reads(\.name, "Lead")
        probe.reads(\.position, 1)
        probe.reads(\.isDisabled, false)
        probe.reads(\.isDefault, true)
        probe.reads(\.type, "Sales Qualified Lead")
        probe.reads(\.contactStatusIDs, [2, 3])
    }

    @Test("a pipeline with its stages")
    func pipeline() throws {
        let probe = try RecordProbe<DealPipeline>(
            #"""
            {"id":1,"name":"Default","position":1,"partial":false,"is_default":true,"rotting_days":30,\#
            "aggregated_field":"amount","configs":[{"field_name":"amount","position":1,"highlight":true}],\#
            "deal_stages":[{"id":2,"name":"New","position":1}]}
            """#)
        probe.reads(\.name, "Default")
        probe.reads(\.position, 1)
        probe.reads(\.isPartial, false)
        probe.reads(\.isDefault, true)
        probe.reads(\.rottingDays, 30)
        probe.reads(\.aggregatedField, "amount")
        #expect(probe.record.dealStages?.map(\.name) == ["New"])
        let field = try #require(probe.record.configs?.first)
        #expect(field.fieldName == "amount")
        #expect(field.position == 1)
        #expect(field.isHighlighted == true)
    }

    @Test("a stage, also of a kind that nobody knows")
    func stage() throws {
        let probe = try RecordProbe<DealStage>(
            #"""
            {"id":1,"name":"Won","position":9,"partial":true,"forecast_type":"Closed Won","deal_pipeline_id":2,\#
            "choice_type":1,"probability":100,"is_deleted":false,"updated_at":"2025-03-01T00:00:00Z"}
            """#)
        probe.reads(\.name, "Won")
        probe.reads(\.position, 9)
        probe.reads(\.isPartial, true)
        probe.reads(\.forecastType, .closedWon)
        probe.reads(\.dealPipelineID, 2)
        probe.reads(\.choiceType, 1)
        probe.reads(\.probability, 100)
        probe.reads(\.isDeleted, false)
        probe.reads(\.updatedAt, Date(timeIntervalSince1970: 1_740_787_200))
        let unknown = try RecordProbe<DealStage>(#"{"id":1,"forecast_type":"Frozen"}"#)
        unknown.reads(\.forecastType, ForecastType(rawValue: "Frozen"))
    }

    @Test("a currency")
    func currency() throws {
        let probe = try RecordProbe<Currency>(
            #"""
            {"id":1,"partial":true,"is_active":true,"currency_code":"EUR","exchange_rate":"1.25","currency_type":1,\#
            "schedule_info":{"day":1}}
            """#)
        probe.reads(\.isPartial, true)
        probe.reads(\.isActive, true)
        probe.reads(\.currencyCode, "EUR")
        probe.reads(\.exchangeRate, Decimal(sign: .plus, exponent: -2, significand: 125))
        probe.reads(\.currencyType, 1)
        #expect(probe.record.scheduleInfo == ["day": 1])
        #expect(try RecordProbe<Currency>(#"{"id":1,"schedule_info":null}"#).record.scheduleInfo == nil)
    }

    @Test("types, outcomes and entity types of sales activities")
    func activities() throws {
        let type = try RecordProbe<SalesActivityType>(
            #"""
            {"partial":true,"id":1,"name":"Phone","internal_name":"phone","show_in_conversation":true,"position":1,\#
            "is_default":true,"is_checkedin":false}
            """#)
        type.reads(\.isPartial, true)
        type.reads(\.name, "Phone")
        type.reads(\.internalName, "phone")
        type.reads(\.showsInConversation, true)
        type.reads(\.position, 1)
        type.reads(\.isDefault, true)
        type.reads(\.isCheckedIn, false)
        let outcome = try RecordProbe<SalesActivityOutcome>(
            #"{"id":1,"name":"Interested","position":2,"sales_activity_type_id":3}"#)
        outcome.reads(\.name, "Interested")
        outcome.reads(\.position, 2)
        outcome.reads(\.salesActivityTypeID, 3)
        let entity = try RecordProbe<SalesActivityEntityType>(
            #"""
            {"id":1,"name":"Follow up","position":2,"sales_activity_type_id":3,"sales_activity_type_name":"Task"}
            """#)
        entity.reads(\.name, "Follow up")
        entity.reads(\.position, 2)
        entity.reads(\.salesActivityTypeID, 3)
        entity.reads(\.salesActivityTypeName, "Task")
    }
}
