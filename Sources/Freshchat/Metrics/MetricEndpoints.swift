/// What the dashboards show. Source: Freshchat API v2, dashboard metrics.
public struct MetricEndpoints: Sendable {
    let api: APIClient

    /// A metric over a span of time. `GET /metrics/historical`
    public func historical(
        _ query: HistoricalMetricQuery, options: CallOptions = CallOptions()
    ) async throws -> MetricReport {
        try await api.send(
            Endpoint("metrics.historical", .get, "metrics/historical", query: query.query).checking {
                if query.start >= query.end { throw ArgumentCheck.refusal("end", "must be after start") }
            }, options)
    }

    /// A metric as it is now. `GET /metrics/instant`
    /// - Parameters:
    ///   - groupBy: What to tell apart, such as `group` or `agent`.
    ///   - filters: What to count alone, by kind and id: `["group": "g1"]`.
    ///   - isSummary: Whether to leave out what is counted.
    public func instant(
        _ metric: Metric, groupBy: String? = nil, filters: [String: String] = [:], isSummary: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> InstantMetrics {
        var query = QueryItems()
        query.append("metric", metric.rawValue, .notBlank)
        query.append("group_by", groupBy, .notBlank)
        query.append("filter_by", filters.metricFilter)
        query.append("summary", isSummary)
        return try await api.send(Endpoint("metrics.instant", .get, "metrics/instant", query: query), options)
    }
}

extension FreshchatClient {
    /// What the dashboards show.
    public var metrics: MetricEndpoints { MetricEndpoints(api: api) }
}
