import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, dashboard metrics and business hours.
extension EndpointFolder {
    static let metrics = EndpointFolder(
        "Metrics and business hours", 3,
        """
        GET metrics/historical
        GET metrics/instant
        GET business-hours/within-bh
        """,
        calls: [
            .reading(
                "GET metrics/historical",
                "metrics/historical?metric=team_performance.response_time&start=2024-03-01T00%3A00%3A00.000Z"
                    + "&end=2024-03-02T00%3A00%3A00.000Z&group_by=group&filter_by=agent%3Da1%2Cgroup%3Dg1"
                    + "&aggregator=90th_percentile&interval=1d&x_time=30",
                answer: .json(
                    200,
                    """
                    {"metrics":["team_performance.response_time"],"start":"2024-03-01T00:00:00.000Z",\
                    "end":"2024-03-02T05:30:00.000+05:30",\
                    "filters":{"metric_filters":[{"key":"group","value":"g1"}]},"aggregator":"avg","interval":"1d",\
                    "data":[{"groupings":[{"key":"group","value":"null"}],"series":[{\
                    "start":"2024-03-01T00:00:00.000Z","end":"2024-03-02T00:00:00.000Z","values":[{\
                    "key":"team_performance.response_time","value":"40199.5"}]}]}]}
                    """)
            ) {
                let query = HistoricalMetricQuery(
                    .responseTime, from: time(1_709_251_200), to: time(1_709_337_600), groupBy: "group",
                    filters: ["group": "g1", "agent": "a1"], aggregator: .percentile90, interval: .day, minutes: 30)
                let report = try await $0.metrics.historical(query)
                let group = report.data?.first
                report.metrics == ["team_performance.response_time"]
                report.start == time(1_709_251_200)
                report.end == time(1_709_337_600)
                report.filters?.map(\.key) == ["group"]
                report.filters?.map(\.value) == ["g1"]
                report.aggregator == .average
                report.interval == .day
                group?.groupings?.map(\.key) == ["group"]
                group?.groupings?.map(\.value) == ["null"]
                group?.series?.map(\.start) == [time(1_709_251_200)]
                group?.series?.map(\.end) == [time(1_709_337_600)]
                group?.series?.first?.values?.map(\.key) == ["team_performance.response_time"]
                group?.series?.first?.values?.map(\.value) == [40199.5]
            },
            .reading(
                "GET metrics/instant", "metrics/instant?metric=team_presence.online&group_by=agent&summary=true",
                answer: .json(
                    200,
                    """
                    {"metric":"team_presence.online",\
                    "filters":{"metric_filters":[{"key":"agent","value":"a1"}]},"data":[{"groupings":[],"values":[{\
                    "key":"team_presence.online","count":2,"resources":[{"id":"a1"},{"id":"a2"}]}]}]}
                    """)
            ) {
                let answer = try await $0.metrics.instant(.online, groupBy: "agent", isSummary: true)
                let values = answer.data?.first?.values
                answer.metric == "team_presence.online"
                answer.filters?.map(\.key) == ["agent"]
                answer.filters?.map(\.value) == ["a1"]
                answer.data?.first?.groupings?.isEmpty == true
                values?.map(\.key) == ["team_presence.online"]
                values?.map(\.count) == [2]
                values?.map(\.resourceIDs) == [["a1", "a2"]]
            },
            // The answer is not documented; this is one of the forms that were seen.
            .reading(
                "GET business-hours/within-bh", "business-hours/within-bh?group_id=g1",
                answer: .json(200, #"{"within_business_hours":true}"#)
            ) { try await $0.businessHours.now(of: "g1").isWithin == true },
        ])
}
