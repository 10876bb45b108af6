public import Foundation

/// What to measure over a span of time. Source: Freshchat API v2, dashboard metrics.
public struct HistoricalMetricQuery: Sendable, Hashable {
    /// The metric, or a family of them.
    public var metric: Metric
    /// The span's begin.
    public var start: Date
    /// The span's end.
    public var end: Date
    /// What to tell apart, such as `group` or `agent`.
    public var groupBy: String?
    /// What to count alone, by kind and id: `["group": "g1"]`.
    public var filters: [String: String] = [:]
    /// How times are summed up; not for counts.
    public var aggregator: Aggregator?
    /// How long each value of a series stands for; one value for the whole span unless set.
    public var interval: Interval?
    /// The minutes of metrics "x minutes ago".
    public var minutes: Int?

    /// Makes a query.
    public init(
        _ metric: Metric, from start: Date, to end: Date, groupBy: String? = nil, filters: [String: String] = [:],
        aggregator: Aggregator? = nil, interval: Interval? = nil, minutes: Int? = nil
    ) {
        self.metric = metric
        self.start = start
        self.end = end
        self.groupBy = groupBy
        self.filters = filters
        self.aggregator = aggregator
        self.interval = interval
        self.minutes = minutes
    }

    /// How times are summed up.
    public struct Aggregator: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes an aggregator, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The least.
        public static let minimum = Self(rawValue: "min")
        /// The greatest.
        public static let maximum = Self(rawValue: "max")
        /// The mean.
        public static let average = Self(rawValue: "avg")
        /// The middle one.
        public static let median = Self(rawValue: "median")
        /// That below which nine of ten are.
        public static let percentile90 = Self(rawValue: "90th_percentile")
    }

    /// How long a value stands for. `1m` is a minute and `1M` a month.
    public struct Interval: OpenEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes an interval, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A minute.
        public static let minute = Self(rawValue: "1m")
        /// Five minutes.
        public static let fiveMinutes = Self(rawValue: "5m")
        /// A quarter of an hour.
        public static let quarterHour = Self(rawValue: "15m")
        /// Half an hour.
        public static let halfHour = Self(rawValue: "30m")
        /// An hour.
        public static let hour = Self(rawValue: "1h")
        /// A day.
        public static let day = Self(rawValue: "1d")
        /// A week.
        public static let week = Self(rawValue: "1W")
        /// A month.
        public static let month = Self(rawValue: "1M")
    }

    var query: QueryItems {
        var items = QueryItems()
        items.append("metric", metric.rawValue, .notBlank)
        items.append("start", start.queryTime)
        items.append("end", end.queryTime)
        items.append("group_by", groupBy, .notBlank)
        items.append("filter_by", filters.metricFilter)
        items.append("aggregator", aggregator?.rawValue)
        items.append("interval", interval?.rawValue)
        items.append("x_time", minutes, .within(1...525_600))
        return items
    }
}

extension [String: String] {
    /// All conditions in one text, such as `group=g1,agent=a1`; `nil` for none.
    var metricFilter: String? {
        isEmpty ? nil : sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }
}

/// A metric's full name, or the name of a family that stands for all its metrics. There are more than these.
public struct Metric: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a metric, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The family of how the staff does.
    public static let teamPerformance = Self(rawValue: "team_performance")
    /// How long it takes to the first answer, in seconds.
    public static let firstResponseTime = Self(rawValue: "team_performance.first_response_time")
    /// How long it takes to an answer, in seconds.
    public static let responseTime = Self(rawValue: "team_performance.response_time")
    /// How long it takes to resolve, in seconds.
    public static let resolutionTime = Self(rawValue: "team_performance.resolution_time")
    /// How long users wait for the staff, in seconds.
    public static let teamWaitTime = Self(rawValue: "team_performance.wait_time")
    /// How many conversations an agent has at a time.
    public static let concurrencyRatio = Self(rawValue: "team_performance.concurrency_ratio")
    /// How many answers were sent.
    public static let responsesSent = Self(rawValue: "team_performance.responses_sent")
    /// How long users wait, in seconds.
    public static let waitTime = Self(rawValue: "conversation_metrics.wait_time")
    /// How many interactions began.
    public static let createdInteractions = Self(rawValue: "conversation_metrics.created_interactions")
    /// How many interactions an agent got.
    public static let assignedInteractions = Self(rawValue: "conversation_metrics.assigned_interactions")
    /// How many interactions were resolved.
    public static let resolvedInteractions = Self(rawValue: "conversation_metrics.resolved_interactions")
    /// How many are still nobody's after a number of minutes.
    public static let unassignedForMinutes = Self(
        rawValue: "conversation_metrics.created_x_mins_ago_and_unassigned")
    /// How many users were satisfied.
    public static let satisfactoryInteractions = Self(rawValue: "csat_metrics.satisfactory_interactions")
    /// How many agents are online, now.
    public static let online = Self(rawValue: "team_presence.online")
}
