import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshchat metrics and business hours")
struct MetricTests {
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

    @Test("metrics, their intervals and how they are summed up are the service's words")
    func words() {
        let metrics: [Metric] = [
            .teamPerformance, .firstResponseTime, .responseTime, .resolutionTime, .teamWaitTime, .responsesSent,
            .concurrencyRatio, .waitTime, .createdInteractions, .assignedInteractions, .resolvedInteractions,
            .unassignedForMinutes, .satisfactoryInteractions, .online,
        ]
        #expect(
            metrics.map(\.rawValue) == [
                "team_performance", "team_performance.first_response_time", "team_performance.response_time",
                "team_performance.resolution_time", "team_performance.wait_time", "team_performance.responses_sent",
                "team_performance.concurrency_ratio", "conversation_metrics.wait_time",
                "conversation_metrics.created_interactions", "conversation_metrics.assigned_interactions",
                "conversation_metrics.resolved_interactions",
                "conversation_metrics.created_x_mins_ago_and_unassigned", "csat_metrics.satisfactory_interactions",
                "team_presence.online",
            ])
        let intervals: [HistoricalMetricQuery.Interval] = [
            .minute, .fiveMinutes, .quarterHour, .halfHour, .hour, .day, .week, .month,
        ]
        #expect(intervals.map(\.rawValue) == ["1m", "5m", "15m", "30m", "1h", "1d", "1W", "1M"])
        let aggregators: [HistoricalMetricQuery.Aggregator] = [.minimum, .maximum, .average, .median, .percentile90]
        #expect(aggregators.map(\.rawValue) == ["min", "max", "avg", "median", "90th_percentile"])
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
