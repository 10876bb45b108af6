import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshchat metrics and business hours")
struct MetricTests {
    @Test("a historical query says all it was given")
    func historical() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                """
                {"metrics":["team_performance.response_time"],"start":"2024-03-01T00:00:00.000Z",\
                "end":"2024-03-02T05:30:00.000+05:30","filters":{"metric_filters":[{"key":"group","value":"g1"}]},\
                "aggregator":"avg","interval":"1d","data":[{"groupings":[{"key":"group","value":"null"}],"series":[{\
                "start":"2024-03-01T00:00:00.000Z","end":"2024-03-02T00:00:00.000Z","values":[{\
                "key":"team_performance.response_time","value":"40199.5"}]}]}]}
                """))
        let query = HistoricalMetricQuery(
            .responseTime, from: time(1_709_251_200), to: time(1_709_337_600), groupBy: "group",
            filters: ["group": "g1", "agent": "a1"], aggregator: .percentile90, interval: .day, minutes: 30)
        let report = try await freshchat(wire).metrics.historical(query)
        #expect(
            wire.lines == [
                "GET /v2/metrics/historical?metric=team_performance.response_time&start=2024-03-01T00%3A00%3A00.000Z"
                    + "&end=2024-03-02T00%3A00%3A00.000Z&group_by=group&filter_by=agent%3Da1%2Cgroup%3Dg1"
                    + "&aggregator=90th_percentile&interval=1d&x_time=30"
            ])
        #expect(report.end == time(1_709_337_600))
        #expect(report.aggregator == .average)
        #expect(report.filters?.map(\.value) == ["g1"])
        let group = try #require(report.data?.first)
        #expect(group.groupings?.first?.value == "null")
        #expect(group.series?.first?.values?.first?.value == 40199.5)
    }

    @Test("an instant metric counts and names what it counts")
    func instant() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                """
                {"metric":"team_presence.online","data":[{"groupings":[],"values":[{"key":"team_presence.online",\
                "count":2,"resources":[{"id":"a1"},{"id":"a2"}]}]}]}
                """))
        let answer = try await freshchat(wire).metrics.instant(.online, groupBy: "agent", isSummary: true)
        #expect(wire.lines == ["GET /v2/metrics/instant?metric=team_presence.online&group_by=agent&summary=true"])
        let value = try #require(answer.data?.first?.values?.first)
        #expect(value.count == 2)
        #expect(value.resourceIDs == ["a1", "a2"])
    }

    @Test("a span that ends before it begins, and blank names, are refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(200, "{}"))
        let client = try freshchat(wire)
        await expectRefusal(.invalidArgument) {
            _ = try await client.metrics.historical(HistoricalMetricQuery(.online, from: time(1), to: time(1)))
        }
        await expectRefusal(.invalidArgument) { _ = try await client.metrics.instant(Metric(rawValue: " ")) }
        await expectRefusal(.invalidArgument) { _ = try await client.businessHours.now(of: "") }
        #expect(wire.requests.isEmpty)
    }

    @Test(
        "business hours are read in every form that was seen",
        arguments: [
            (#"{"within_business_hours":true}"#, true), (#"{"within_bh":false}"#, false), ("true", true),
            (#"{"x":1}"#, nil),
        ] as [(String, Bool?)])
    func businessHours(answer: String, expected: Bool?) async throws {
        let wire = ScriptedTransport(.json(200, answer))
        #expect(try await freshchat(wire).businessHours.now(of: "g1").isWithin == expected)
    }

    @Test("the sandbox counts what it has")
    func sandbox() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let query = HistoricalMetricQuery(.createdInteractions, from: time(0), to: clock.wallNow, groupBy: "group")
        let report = try await client.metrics.historical(query)
        #expect(report.data?.count == 4)
        #expect(report.data?.first?.series?.first?.values?.first?.value == 10)
        let online = try await client.agents.list(AgentFilter(availabilityStatus: .available)).all().map(\.id)
        #expect(try await client.metrics.instant(.online).data?.first?.values?.first?.resourceIDs == online)
        let group = try #require(try await client.groups.list().first())
        #expect(try await client.businessHours.now(of: group.id).isWithin == true)
        await expectRefusal(.notFound) { _ = try await client.businessHours.now(of: "nobody") }
    }
}
