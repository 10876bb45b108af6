public import Foundation

/// An extract of the account's data, made on request. Source: Freshchat API v2, report extract.
///
/// Its fields are those of ``Fields``.
public struct Report: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The report's id.
    public let id: String

    /// Reads a report.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The only file, of older accounts; before it is ready, the address to ask at.
    public var file: URL? { self.link?.url }

    /// Where the finished files are, in order. The addresses are signed and work for about an hour: no token goes there.
    public var files: [URL] {
        let urls = self.parts?.compactMap(\.url) ?? []
        return (urls.isEmpty ? [file].compactMap(\.self) : urls).filter { $0.host() != nil }
    }

    /// The fields of ``Report`` and ``ReportRequest``.
    public final class Fields: FieldTable {
        /// The begin of what to extract.
        public let start = SendOnlyInitial<Date>("start", as: .reportTime("start"))
        /// The end of what to extract.
        public let end = SendOnlyInitial<Date>("end", as: .reportTime("end"))
        /// What to extract.
        public let event = SendOnlyInitial<ReportEvent>("event", .notBlank)
        /// The format: `csv` is all there is.
        public let format = SendOnlyInitial<String>("format", .notBlank)
        /// Whether to leave out what identifies people.
        public let excludesPersonalData = SendOnlyInitial<Bool>("should_exclude_pii")

        /// How far the service is.
        public let status = ReadOnly<ReportStatus>("status")
        /// What was extracted, in a spelling of the service's own.
        public let interval = ReadOnly<String>("interval")
        /// The files, one for each part of the span.
        public let parts = ReadOnly<[ReportPart]>("links")
        /// The link to the only file, of older accounts; before it is ready, to where to ask. See ``Report/file``.
        public let link = ReadOnly<Link>("link")

        /// The only instance.
        public static let table = Fields()
        /// The span, the event and the format.
        public static let required: [FieldRequirement] = ["start", "end", "event", "format"]

        /// Refuses a span that ends before it begins.
        public static func errors(in draft: ReportRequest) -> [FreshworksError.FieldError] {
            guard let start = draft.start, let end = draft.end, start >= end else { return [] }
            return [.refused("end", "must be after start")]
        }
    }
}

/// A report to make: the fields of ``Report/Fields``.
public typealias ReportRequest = Draft<Report.Fields>

extension ReportRequest {
    /// Asks for the events of a span. Accounts differ in how long it may be: a day for transcripts, about a month for the rest.
    public init(
        _ event: ReportEvent, from start: Date, to end: Date, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Report.Fields.draft(fill) {
            $0.start = start
            $0.end = end
            $0.event = event
            $0.format = "csv"
        }
    }
}

extension FieldSpelling<Date> {
    /// A time with milliseconds, as the service insists on.
    fileprivate static func reportTime(_ key: String) -> Self {
        .sent(as: key, write: { .string($0.queryTime) }, read: Date.init(json:))
    }
}

/// One file of a report.
public struct ReportPart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a part.
    public init(json: JSONObject) { self.json = json }

    /// Where the file is, signed.
    public var url: URL? { self.link?.url }

    /// The fields of ``ReportPart``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The link to the file. See ``ReportPart/url``.
        public let link = ReadOnly<Link>("link")
        /// The begin of what it holds.
        public let from = ReadOnly<Date>("from")
        /// The end of what it holds.
        public let to = ReadOnly<Date>("to")
        /// How far the service is with it.
        public let status = ReadOnly<ReportStatus>("status")

        /// The only instance.
        public static let table = Fields()
    }
}
