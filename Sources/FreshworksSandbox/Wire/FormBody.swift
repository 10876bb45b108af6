import Foundation

/// A `multipart/form-data` body (RFC 7578), taken apart strictly: what is not framed as RFC 2046 says is no form.
struct FormBody: Sendable {
    struct Part: Sendable {
        let name: String
        /// What makes a part a file.
        let fileName: String?
        let contentType: String?
        let content: Data
    }

    private(set) var parts: [Part] = []

    /// - Parameter contentType: The whole field value, which names the boundary.
    init?(_ body: Data, contentType: String) {
        guard let boundary = Parameters(contentType)["boundary"], (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        let delimiter = Data("\r\n--\(boundary)".utf8)
        // The first delimiter stands at the very beginning, without the line end that belongs to the others.
        guard body.starts(with: delimiter.dropFirst(2)) else { return nil }
        var rest = body.dropFirst(delimiter.count - 2)
        while !rest.starts(with: Data("--".utf8)) {
            guard rest.starts(with: Self.lineEnd), let end = rest.dropFirst(2).range(of: delimiter),
                let part = Self.part(rest[rest.startIndex + 2..<end.lowerBound])
            else { return nil }
            parts.append(part)
            rest = rest[end.upperBound...]
        }
        rest = rest.dropFirst(2)
        guard rest.isEmpty || rest == Self.lineEnd else { return nil }
    }

    private static let lineEnd = Data("\r\n".utf8)

    private static func part(_ bytes: Data) -> Part? {
        guard let end = bytes.range(of: Data("\r\n\r\n".utf8)),
            let head = String(data: bytes[..<end.lowerBound], encoding: .utf8)
        else { return nil }
        var fields: [String: String] = [:]
        for line in head.components(separatedBy: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2 else { return nil }
            fields[pair[0].lowercased()] = pair[1]
        }
        let disposition = Parameters(fields["content-disposition"] ?? "")
        guard disposition.value == "form-data", let name = disposition["name"] else { return nil }
        return Part(
            name: name, fileName: disposition["filename"], contentType: fields["content-type"],
            content: Data(bytes[end.upperBound...]))
    }
}

extension FormBody {
    /// A field value with parameters, such as `form-data; name="a"`.
    struct Parameters {
        let value: String
        private var values: [String: String] = [:]

        init(_ text: String) {
            var rest = text[...]
            value = rest.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
            let form = /\s*;\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/
            rest = rest.drop { $0 != ";" }
            while let match = rest.prefixMatch(of: form) {
                values[match.1.lowercased()] = match.2.map(Self.unescape) ?? match.3.map(String.init)
                rest = rest[match.range.upperBound...]
            }
        }

        subscript(name: String) -> String? { values[name] }

        /// A quote is written as `\"` by RFC 7578's grammar and as `%22` by browsers, as are line ends; nothing else is escaped.
        private static func unescape(_ text: Substring) -> String {
            String(text).replacing("\\\"", with: "\"").replacing("%22", with: "\"").replacing("%0D", with: "\r")
                .replacing("%0A", with: "\n")
        }
    }
}
