import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("What a filtered search of Freshsales asks")
struct SearchQueryTests {
    private let wire = ScriptedTransport(.json(200, #"{"contacts":[],"sales_accounts":[],"deals":[]}"#))
    private let day = CalendarDay(year: 2025, month: 3, day: 31)
    /// 1 February 2025, midnight in UTC.
    private let date = Date(timeIntervalSince1970: 1_738_368_000)

    private func expect(
        _ rules: JSONText, _ call: (FreshsalesClient) async throws -> Void,
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let before = wire.requests.count
        try await call(wire.freshsales())
        #expect(wire.jsonBodies.dropFirst(before).first == rules, sourceLocation: location)
    }

    private func contacts(_ query: SearchQuery<Contact>, _ rules: JSONText) async throws {
        try await expect(rules) { _ = try await $0.contacts.search(query).all() }
    }

    @Test("the fields of contacts, each with the service's name and comparison")
    func contactFields() async throws {
        try await contacts(
            .email(.is("ines@example.com")),
            #"{"filter_rule":[{"attribute":"contact_email.email","operator":"is_in","value":["ines@example.com"]}]}"#)
        try await contacts(
            .mobileNumber(.isIn(["+33600000001", "+33600000002"])),
            #"""
            {"filter_rule":[{"attribute":"mobile_number","operator":"is_in","value":["+33600000001","+33600000002"]}]}
            """#)
        try await contacts(
            .contactStatusID(.is(70_000_000_631)),
            #"{"filter_rule":[{"attribute":"contact_status_id","operator":"is_in","value":[70000000631]}]}"#)
        try await contacts(
            .lifecycleStageID(.is(3)),
            #"{"filter_rule":[{"attribute":"lifecycle_stage_id","operator":"is_in","value":[3]}]}"#)
        try await contacts(
            .tags(.hasAny(of: ["vip", "old"])),
            #"{"filter_rule":[{"attribute":"tags","operator":"is_in","value":["vip","old"]}]}"#)
        try await contacts(
            .isDeleted(true), #"{"filter_rule":[{"attribute":"deleted","operator":"is","value":1}]}"#)
        try await contacts(
            .isDeleted(false), #"{"filter_rule":[{"attribute":"deleted","operator":"is","value":0}]}"#)
        try await contacts(
            .field(\.subscriptionStatus, .is(.subscribed)),
            #"{"filter_rule":[{"attribute":"subscription_status","operator":"is_in","value":[1]}]}"#)
    }

    @Test("the fields of accounts and deals, and those that all have")
    func otherFields() async throws {
        try await expect(
            #"""
            {"filter_rule":[{"attribute":"name","operator":"is_in","value":["Rhone Tools"]},\#
            {"attribute":"industry_type_id","operator":"is_in","value":[1]},\#
            {"attribute":"territory_id","operator":"is_in","value":[2]}]}
            """#
        ) {
            _ = try await $0.salesAccounts.search(
                .name(.is("Rhone Tools")) && .industryTypeID(.is(1)) && .territoryID(.is(2))
            ).all()
        }
        try await expect(
            #"""
            {"filter_rule":[{"attribute":"name","operator":"is_in","value":["Renewal"]},\#
            {"attribute":"deal_pipeline_id","operator":"is_in","value":[1]},\#
            {"attribute":"deal_stage_id","operator":"is_in","value":[2,3]},\#
            {"attribute":"sales_account_id","operator":"is_in","value":[4]},\#
            {"attribute":"owner_id","operator":"is_in","value":[5]},\#
            {"attribute":"expected_close","operator":"is_before","value":"2025-03-31"},\#
            {"attribute":"closed_date","operator":"is_after","value":"2025-03-31"}]}
            """#
        ) { [day] in
            _ = try await $0.deals.search(
                .name(.is("Renewal")) && .dealPipelineID(.is(1)) && .dealStageID(.isIn([2, 3]))
                    && .salesAccountID(.is(4)) && .ownerID(.is(5)) && .expectedClose(.before(day))
                    && .closedDate(.after(day))
            ).all()
        }
    }

    @Test("times are in UTC and whole seconds, and a span is two conditions")
    func times() async throws {
        try await contacts(
            .updatedAt(.after(date)),
            #"{"filter_rule":[{"attribute":"updated_at","operator":"is_after","value":"2025-02-01T00:00:00Z"}]}"#)
        try await contacts(
            .createdAt(.between(date, date.addingTimeInterval(86_400.75))) && .field(\.lastSeen, .before(date)),
            #"""
            {"filter_rule":[{"attribute":"created_at","operator":"is_after","value":"2025-02-01T00:00:00Z"},\#
            {"attribute":"created_at","operator":"is_before","value":"2025-02-02T00:00:00Z"},\#
            {"attribute":"last_seen","operator":"is_before","value":"2025-02-01T00:00:00Z"}]}
            """#)
        try await contacts(
            .updatedAt(.after(.distantPast)),
            #"{"filter_rule":[{"attribute":"updated_at","operator":"is_after","value":"1970-01-01T00:00:00Z"}]}"#)
        try await contacts(
            .customField("cf_met", SearchCondition<CalendarDay>.between(day, day)),
            #"""
            {"filter_rule":[{"attribute":"cf_met","operator":"is_after","value":"2025-03-31"},\#
            {"attribute":"cf_met","operator":"is_before","value":"2025-03-31"}]}
            """#)
    }

    @Test("own fields go by their names, and what has no name here is said as the service says it")
    func anything() async throws {
        try await contacts(
            .customField("cf_region", SearchCondition<String>.is("South")) && .field(\.city, .is("Lyon"))
                && .rule("lead_score", .isGreaterThan, 50)
                && .rule("display_name", SearchComparison(rawValue: "x"), "y"),
            #"""
            {"filter_rule":[{"attribute":"cf_region","operator":"is_in","value":["South"]},\#
            {"attribute":"city","operator":"is_in","value":["Lyon"]},\#
            {"attribute":"lead_score","operator":"is_greater_than","value":50},\#
            {"attribute":"display_name","operator":"x","value":"y"}]}
            """#)
    }

    @Test("comparisons have the service's words")
    func words() {
        #expect(
            [
                SearchComparison.isIn, .isAfter, .isBefore, .is, .equals, .isNotIn, .contains, .isEmpty, .isNotEmpty,
                .isGreaterThan, .isLessThan, .between,
            ].map(\.rawValue) == [
                "is_in", "is_after", "is_before", "is", "equals", "is_not_in", "contains", "is_empty", "is_not_empty",
                "is_greater_than", "is_less_than", "between",
            ])
    }

    @Test("values that cannot be compared with are refused before anything is sent, all at once")
    func refused() async throws {
        let bad = CalendarDay(year: 2025, month: 2, day: 30)
        let queries: [(SearchQuery<Contact>, [String])] = [
            (.ownerID(.isIn([])), ["owner_id"]), (.email(.is(" ")), ["contact_email.email"]),
            (.tags(.has("")) && .mobileNumber(.isIn([])), ["tags", "mobile_number"]),
            (.customField("region", SearchCondition<String>.is("x")), ["region"]),
            (.customField("cf_met", SearchCondition<CalendarDay>.after(bad)), ["cf_met"]),
            (.customField("cf_met", SearchCondition<CalendarDay>.before(bad)), ["cf_met"]),
            (.customField("cf_met", SearchCondition<CalendarDay>.between(day, bad)), ["cf_met"]),
            (.rule(" ", SearchComparison(rawValue: ""), 1), ["attribute", "operator"]),
        ]
        for (query, fields) in queries {
            let error = await #expect(throws: FreshworksError.self) {
                _ = try await wire.freshsales().contacts.search(query).all()
            }
            #expect(error?.code == .invalidArgument)
            #expect(error?.operation == "contacts.search")
            #expect(error?.fieldErrors.map(\.field) == fields)
        }
        await expectRefusal(.invalidArgument) {
            _ = try await wire.freshsales().contacts.search(.ownerID(.is(1)), pageSize: 101).all()
        }
        await expectRefusal(.invalidArgument) {
            _ = try await wire.freshsales().contacts.count(of: .ownerID(.isIn([])))
        }
        #expect(wire.requests.isEmpty)
    }
}
