import Foundation
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

    @Test("the sandbox has one entry for each interval, the last of which may be shorter, and counts each thing once")
    func intervals() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        func series(_ interval: HistoricalMetricQuery.Interval?, daysBack days: Double) async throws -> [MetricSeries] {
            let start = clock.wallNow.addingTimeInterval(-days * 86_400)
            let query = HistoricalMetricQuery(
                .createdInteractions, from: start, to: clock.wallNow, interval: interval)
            return try #require(try await client.metrics.historical(query).data?.first?.series)
        }
        func sum(_ series: [MetricSeries]) -> Double { series.compactMap { $0.values?.first?.value }.reduce(0, +) }
        // 2 June 2025, noon.
        let noon = clock.wallNow
        let days = try await series(.day, daysBack: 2.5)
        #expect(days.map(\.start) == [-2.5, -1.5, -0.5].map { noon.addingTimeInterval($0 * 86_400) })
        #expect(days.map(\.end) == [-1.5, -0.5, 0].map { noon.addingTimeInterval($0 * 86_400) })
        let months = try await series(.month, daysBack: 122)
        // 31 January at noon, and then as far into each month as it goes.
        #expect(
            months.map(\.start)
                == [1_738_324_800, 1_740_744_000, 1_743_422_400, 1_746_014_400, 1_748_692_800].map { time($0) })
        for (interval, count) in [(nil, 1), (.month, 5), (.week, 18), (.day, 122), (.hour, 2928)]
            as [(HistoricalMetricQuery.Interval?, Int)]
        {
            let all = try await series(interval, daysBack: 122)
            #expect(all.count == count)
            #expect(sum(all) == 10)
            #expect(all.last?.end == noon)
        }
        // What happens at a bound belongs to what begins there, and at the end of all to the last.
        let user = try await client.users.create(UserDraft(firstName: "Mira"))
        let channel = try #require(try await client.channels.list().first())
        _ = try await client.conversations.create(
            ConversationDraft(
                channelID: channel.id, userID: user.id, messages: [MessageDraft(from: .user(user.id), text: "Hi")]))
        #expect(try await series(.day, daysBack: 2).map { $0.values?.first?.value } == [0, 1])
        clock.advance(by: .seconds(86_400))
        #expect(try await series(.day, daysBack: 2).map { $0.values?.first?.value } == [0, 1])
        await expectRefusal(.requestRefused) { _ = try await series(.minute, daysBack: 20) }
    }

    @Test("the sandbox sums up times and not counts")
    func aggregators() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        func ask(_ metric: Metric) async throws -> MetricReport {
            try await client.metrics.historical(
                HistoricalMetricQuery(metric, from: time(0), to: time(1), aggregator: .median))
        }
        for metric in [Metric.responseTime, .waitTime, .teamPerformance] {
            #expect(try await ask(metric).aggregator == .median)
        }
        for metric in [
            Metric.createdInteractions, .assignedInteractions, .resolvedInteractions, .unassignedForMinutes,
            .responsesSent, .satisfactoryInteractions,
        ] {
            let error = await #expect(throws: FreshworksError.self) { try await ask(metric) }
            #expect(error?.message.hasSuffix("aggregator is not valid") == true)
        }
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
