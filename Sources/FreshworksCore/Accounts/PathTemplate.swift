import Foundation

/// A path below an account's base URL, written as an interpolated string: `"tickets/\(id)/reply"`.
///
/// Each interpolated value becomes one segment and is percent-encoded, so an id can never climb out of its place.
/// An empty value, `.` and `..` are refused when the path is used. Observers see ``template``, never the values.
public struct PathTemplate: Sendable, Hashable {
    /// The path with `{id}` in place of each value.
    public let template: String
    private let segments: [String]
    private let path: String
    private let isValid: Bool
    /// Whether a person wrote the path, so that any of its parts may be something that slipped into the wrong place.
    private let isWritten: Bool

    /// Reads a path that a person wrote, such as `/tickets/12`: no query, any leading slash ignored, percent escapes kept.
    ///
    /// What is not spelled as the services spell their resources counts as a value: the template is `tickets/{id}`.
    public init(written text: String) {
        let segments = text.drop { $0 == "/" }.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.removingPercentEncoding ?? String($0) }
        let shown = segments.map {
            $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_" || $0 == "-") } ? $0 : "{id}"
        }
        self.init(segments: segments, template: shown.joined(separator: "/"), isWritten: true)
    }

    private init(segments: [String], template: String, hasEmptyValue: Bool = false, isWritten: Bool = false) {
        self.template = template
        self.isWritten = isWritten
        self.segments = segments
        path = segments.map(PercentEncoding.encode).joined(separator: "/")
        isValid = !hasEmptyValue && segments.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// The encoded path without a leading slash.
    /// - Throws: ``FreshworksError/Code/invalidPath`` if a segment is empty, `.` or `..`.
    package func encoded() throws -> String {
        guard isValid else {
            throw FreshworksError(
                .invalidPath, "an id in the path \(template) is empty, not positive, \".\" or \"..\"",
                advice: "Check the id that was put into the path.")
        }
        return path
    }

    /// The path as its owner may read it in an error: with its values, each cut to a length that no id has. Of a path
    /// that a person wrote only those are shown that are ids for certain.
    package var shown: String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let names = template.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == names.count else { return template }
        return zip(parts, names).map { part, name in
            if part == name { return String(name) }
            guard !isWritten || part.isDecimal || part.isUUID else { return String(name) }
            return part.count > 128 ? part.prefix(128) + "…" : String(part)
        }.joined(separator: "/")
    }
}

extension Substring {
    /// Whether this is a UUID as the services write it, in five groups of digits.
    fileprivate var isUUID: Bool {
        let groups = split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}

extension PathTemplate: ExpressibleByStringInterpolation {
    /// Makes a path without values.
    public init(stringLiteral value: String) {
        self.init(
            segments: value.split(separator: "/", omittingEmptySubsequences: false).map(String.init), template: value)
    }

    /// Makes a path with values.
    public init(stringInterpolation: StringInterpolation) {
        self.init(
            segments: stringInterpolation.segments, template: stringInterpolation.template,
            hasEmptyValue: stringInterpolation.hasEmptyValue)
    }

    /// Collects literal text and values.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var segments: [String] = [""]
        fileprivate var template = ""
        fileprivate var hasEmptyValue = false

        /// Starts empty.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds text; a slash starts a new segment.
        public mutating func appendLiteral(_ literal: String) {
            template += literal
            for (index, part) in literal.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { segments.append("") }
                segments[segments.count - 1] += part
            }
        }

        /// Adds a record's id. One that is not positive is refused when the path is used.
        public mutating func appendInterpolation(_ id: some BinaryInteger) {
            append(id > 0 ? String(id) : "")
        }

        /// Adds a word that stands in code, such as the name of a resource; it counts as literal text.
        public mutating func appendInterpolation(_ word: StaticString) {
            appendLiteral(word.description)
        }

        /// Adds text, which is encoded; a slash in it does not start a segment.
        public mutating func appendInterpolation(_ value: String) {
            append(value)
        }

        /// Adds a path with its values, such as the place of records inside another record: `"\(place)/\(id)"`.
        public mutating func appendInterpolation(_ path: PathTemplate) {
            template += path.template
            for (index, segment) in path.segments.enumerated() {
                if index > 0 { segments.append("") }
                segments[segments.count - 1] += segment
            }
            if !path.isValid { hasEmptyValue = true }
        }

        private mutating func append(_ value: String) {
            template += "{id}"
            segments[segments.count - 1] += value
            // An empty value would disappear beside literal text, and the path would address something else.
            if value.isEmpty { hasEmptyValue = true }
        }
    }
}

extension FreshworksError.Code {
    /// A path has a segment that would address something else.
    public static let invalidPath = Self(rawValue: "invalid_path")
}
