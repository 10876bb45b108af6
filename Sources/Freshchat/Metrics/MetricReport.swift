public import Foundation

/// What was measured over a span of time. Source: Freshchat API v2, dashboard metrics.
public struct MetricReport: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a report.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``MetricReport``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The metrics.
        public let metrics = ReadOnly<[String]>("metrics", or: "metric")
        /// The span's begin.
        public let start = ReadOnly<Date>("start")
        /// The span's end.
        public let end = ReadOnly<Date>("end")
        /// How times were summed up.
        public let aggregator = ReadOnly<HistoricalMetricQuery.Aggregator>("aggregator")
        /// How long each value stands for.
        public let interval = ReadOnly<HistoricalMetricQuery.Interval>("interval")
        /// What was counted alone.
        public let filters = ReadOnly<[MetricLabel]>("filters", reading: { $0["filters"]?["metric_filters"] })
        /// The values, told apart by what the query groups by.
        public let data = ReadOnly<[MetricGroup]>("data")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What is measured now. Source: Freshchat API v2, dashboard metrics.
public struct InstantMetrics: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an answer.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``InstantMetrics``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The metric.
        public let metric = ReadOnly<String>("metric")
        /// What was counted alone.
        public let filters = ReadOnly<[MetricLabel]>("filters", reading: { $0["filters"]?["metric_filters"] })
        /// The counts, told apart by what the query groups by.
        public let data = ReadOnly<[MetricGroup]>("data")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The values of one group of a metric.
public struct MetricGroup: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a group.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``MetricGroup``, which the service alone writes.
    public final class Fields: FieldTable {
        /// What the group is, such as `group` and its id; the text `null` stands for none.
        public let groupings = ReadOnly<[MetricLabel]>("groupings")
        /// The values over time, of a report.
        public let series = ReadOnly<[MetricSeries]>("series")
        /// The counts of now, of instant metrics.
        public let values = ReadOnly<[MetricValue]>("values")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The values of one span.
public struct MetricSeries: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a series.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``MetricSeries``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The span's begin.
        public let start = ReadOnly<Date>("start")
        /// The span's end.
        public let end = ReadOnly<Date>("end")
        /// One value for each metric.
        public let values = ReadOnly<[MetricValue]>("values")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A metric's value.
public struct MetricValue: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a value.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``MetricValue``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The metric.
        public let key = ReadOnly<String>("key")
        /// The value; times are seconds.
        public let value = ReadOnly<Double>("value")
        /// How many there are, of instant metrics.
        public let count = ReadOnly<Int>("count")
        /// The ids of what is counted, of instant metrics.
        public let resourceIDs = ReadOnly<[String]>(
            "resources", reading: { $0["resources"]?.arrayValue?.compactMap { $0["id"] } })

        /// The only instance.
        public static let table = Fields()
    }
}

/// A name and a value that tell what was counted.
public struct MetricLabel: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a label.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``MetricLabel``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name, such as `group`.
        public let key = ReadOnly<String>("key")
        /// The value, such as the group's id.
        public let value = ReadOnly<String>("value")

        /// The only instance.
        public static let table = Fields()
    }
}
