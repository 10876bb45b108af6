package import Foundation
package import FreshworksCore
import Synchronization

/// A `multipart/form-data` body, taken apart by the rules of RFC 7578 and RFC 2046, without a line of the code that writes it.
package struct ReceivedForm: Sendable {
    package var parts: [Part] = []

    package struct Part: Sendable, Equatable {
        package var name: String
        package var fileName: String?
        package var contentType: String?
        package var content: Data

        package init(name: String, fileName: String? = nil, contentType: String? = nil, content: Data) {
            self.name = name
            self.fileName = fileName
            self.contentType = contentType
            self.content = content
        }
    }

    package struct Malformed: Error {
        package let reason: String
    }

    /// The fields as `name=value`, the files as `name=@file name`.
    package var lines: [String] {
        parts.map { "\($0.name)=" + ($0.fileName.map { "@\($0)" } ?? String(decoding: $0.content, as: UTF8.self)) }
    }

    /// The files alone.
    package var files: [Part] { parts.filter { $0.fileName != nil } }

    package init(contentType: String, body: Data) throws {
        let marker = "multipart/form-data; boundary="
        guard contentType.hasPrefix(marker) else { throw Malformed(reason: "content type \(contentType)") }
        let boundary = contentType.dropFirst(marker.count)
        guard (1...70).contains(boundary.utf8.count) else { throw Malformed(reason: "length of the boundary") }
        // A delimiter begins with the line break before it; the first one stands at the very start.
        let delimiter = Data("\r\n--\(boundary)".utf8)
        var rest = Data("\r\n".utf8) + body
        guard rest.starts(with: delimiter) else { throw Malformed(reason: "no boundary at the start") }
        rest = Data(rest.dropFirst(delimiter.count))
        while !rest.starts(with: Data("--".utf8)) {
            guard rest.starts(with: Data("\r\n".utf8)), let end = rest.firstRange(of: delimiter) else {
                throw Malformed(reason: "a part without an end")
            }
            parts.append(try Self.part(Data(rest[rest.startIndex + 2..<end.lowerBound])))
            rest = Data(rest[end.upperBound...])
        }
        guard rest == Data("--\r\n".utf8) else { throw Malformed(reason: "something behind the end") }
    }

    private static func part(_ bytes: Data) throws -> Part {
        guard let gap = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { throw Malformed(reason: "no empty line") }
        guard let head = String(data: bytes[..<gap.lowerBound], encoding: .utf8) else {
            throw Malformed(reason: "a head that is not UTF-8")
        }
        var part = Part(name: "", content: Data(bytes[gap.upperBound...]))
        for line in head.components(separatedBy: "\r\n") {
            let pair = line.components(separatedBy: ": ")
            let value = pair.dropFirst().joined(separator: ": ")
            switch pair[0] {
            case "Content-Type": part.contentType = value
            case "Content-Disposition":
                let parameters = value.components(separatedBy: "\"")
                guard parameters[0] == "form-data; name=", [3, 5].contains(parameters.count) else {
                    throw Malformed(reason: "disposition \(value)")
                }
                part.name = unescaped(parameters[1])
                guard parameters.count == 5 else { continue }
                guard parameters[2] == "; filename=" else { throw Malformed(reason: "disposition \(value)") }
                part.fileName = unescaped(parameters[3])
            default: throw Malformed(reason: "header field \(pair[0])")
            }
        }
        return part
    }

    /// What browsers escape in names (WHATWG HTML, multipart form data).
    private static func unescaped(_ text: String) -> String {
        text.replacingOccurrences(of: "%22", with: "\"").replacingOccurrences(of: "%0D", with: "\r")
            .replacingOccurrences(of: "%0A", with: "\n")
    }
}

/// A transport that reads the forms it is given while they exist, and answers always the same.
package final class FormTransport: HTTPTransport {
    private let answer: TransportResponse
    private let received = Mutex<[ReceivedForm]>([])

    package init(_ answer: TransportResponse) { self.answer = answer }

    /// The forms that were sent so far.
    package var forms: [ReceivedForm] { received.withLock { $0 } }

    package func send(_ request: TransportRequest) async throws -> TransportResponse {
        guard case .file(let file) = request.body else { throw ReceivedForm.Malformed(reason: "no file as body") }
        let form = try ReceivedForm(
            contentType: request.headers["Content-Type"] ?? "", body: Data(contentsOf: file))
        received.withLock { $0.append(form) }
        return answer
    }
}
