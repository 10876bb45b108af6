import Foundation
import FreshworksCore

/// What the dashboards show, counted from the conversations where that is easy, and invented where it is not.
extension FreshchatService {
    static let metricRoutes = [
        Route<FreshchatService>("GET", "metrics/historical", scope: "metrics.view", historical),
        Route<FreshchatService>("GET", "metrics/instant", scope: "metrics.view", instant),
        Route<FreshchatService>("GET", "business-hours/within-bh", scope: "business_hours.view", businessHours),
    ]

    /// The documented metrics that are numbers and not times, of which nothing can be summed up.
    private static let counts: Set = [
        "conversation_metrics.created_interactions", "conversation_metrics.assigned_interactions",
        "conversation_metrics.resolved_interactions", "conversation_metrics.created_x_mins_ago_and_unassigned",
        "team_performance.responses_sent", "csat_metrics.satisfactory_interactions",
    ]

    private static func required(_ name: String, _ query: QueryText) throws(SandboxReply) -> String {
        guard let value = query[name], !value.isEmpty else { throw FreshchatReplies.invalid("\(name) is required") }
        return value
    }

    private static func historical(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let metric = try required("metric", request.query)
        let names = try required("start", request.query)
        guard let start = FreshchatTime.parse(names) else { throw FreshchatReplies.invalid("start is not valid") }
        guard let end = FreshchatTime.parse(try required("end", request.query)), start < end else {
            throw FreshchatReplies.invalid("end is not valid")
        }
        let aggregator = try request.query.choice(
            "aggregator", of: ["min", "max", "avg", "median", "90th_percentile"])
        if aggregator != nil, counts.contains(metric) { throw FreshchatReplies.invalid("aggregator is not valid") }
        let interval = try request.query.choice("interval", of: FreshchatIntervals.names)
        guard let bounds = FreshchatIntervals.bounds(from: start, to: end, every: interval) else {
            throw FreshchatReplies.invalid("interval is not valid")
        }
        let keys = metric == "team_performance" ? ["\(metric).response_time", "\(metric).resolution_time"] : [metric]
        let series = zip(bounds, bounds.dropFirst()).map { from, to -> JSONValue in
            let values = keys.map { key -> JSONValue in
                // What happens at a bound belongs to what begins there.
                let value = service.value(of: key) { $0 >= from && ($0 < to || to == end && $0 == to) }
                return ["key": .string(key), "value": .string(value)]
            }
            return ["start": .string(from), "end": .string(to), "values": .array(values)]
        }
        var answer: JSONObject = [
            "metrics": .array(keys.map(JSONValue.string)), "start": .string(start), "end": .string(end),
            "filters": filters(request.query),
            "data": .array(service.groups(request.query).map { ["groupings": $0, "series": .array(series)] }),
        ]
        answer["aggregator"] = aggregator.map(JSONValue.string)
        answer["interval"] = interval.map(JSONValue.string)
        return FreshchatReplies.ok(.object(answer))
    }

    private static func instant(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let metric = try required("metric", request.query)
        let isSummary = try request.query.choice("summary", of: ["true", "false"]) == "true"
        let online = service.all(agents).filter { $0["availability_status"] == "AVAILABLE" }
        var value: JSONObject = ["key": .string(metric), "count": .int(online.count)]
        if !isSummary { value["resources"] = .array(online.map { ["id": $0["id"] ?? .null] }) }
        return FreshchatReplies.ok([
            "metric": .string(metric), "filters": filters(request.query),
            "data": .array(service.groups(request.query).map { ["groupings": $0, "values": [.object(value)]] }),
        ])
    }

    private func value(of metric: String, _ isInside: (_ time: String) -> Bool) -> String {
        guard metric == "conversation_metrics.created_interactions" else { return "40199.5" }
        return "\(all(Self.conversations).count { isInside($0["created_time"]?.stringValue ?? "") })"
    }

    private func groups(_ query: QueryText) -> [JSONValue] {
        guard let kind = query["group_by"] else { return [[]] }
        let ids = all(kind == "agent" ? Self.agents : Self.groups).compactMap { $0["id"] }
        // What belongs to none stands under the text null.
        return (ids + ["null"]).map { [["key": .string(kind), "value": $0]] }
    }

    private static func filters(_ query: QueryText) -> JSONValue {
        let pairs = (query["filter_by"] ?? "").split(separator: ",").map { pair -> JSONValue in
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return ["key": .string(parts.first ?? ""), "value": .string(parts.count > 1 ? parts[1] : "")]
        }
        return ["metric_filters": .array(pairs)]
    }

    private static func businessHours(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let id = try required("group_id", request.query)
        guard service[groups, .string(id)] != nil else { throw service.notFound(groups) }
        return FreshchatReplies.ok(["within_business_hours": true])
    }
}
