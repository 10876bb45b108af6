import Foundation
package import FreshworksCore
package import Testing

extension ScriptedTransport {
    /// What was sent, as `GET /api/v2/agents?page=2`.
    package var lines: [String] {
        requests.map { request in
            let url = request.url
            return
                "\(request.method) \(url.path(percentEncoded: true))\(url.query(percentEncoded: true).map { "?" + $0 } ?? "")"
        }
    }

    /// The JSON bodies that were sent, comparable with literals whatever the order of their keys.
    package var jsonBodies: [JSONText] {
        requests.compactMap {
            guard case .bytes(let data) = $0.body else { return nil }
            return JSONText(String(decoding: data, as: UTF8.self))
        }
    }
}

/// JSON text that equals every text of the same value.
package struct JSONText: Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let description: String

    package init(_ text: String) { description = text }

    package init(stringLiteral value: String) { description = value }

    package static func == (left: JSONText, right: JSONText) -> Bool {
        guard let a = try? JSONValue(parsing: Data(left.description.utf8)),
            let b = try? JSONValue(parsing: Data(right.description.utf8))
        else { return false }
        return a == b
    }
}

/// Expects that a call is refused with a code, before or after sending.
package func expectRefusal(
    _ code: FreshworksError.Code, sourceLocation: SourceLocation = #_sourceLocation,
    _ call: () async throws -> Void
) async {
    let error = await #expect(throws: FreshworksError.self, sourceLocation: sourceLocation) { try await call() }
    #expect(error?.code == code, sourceLocation: sourceLocation)
}
