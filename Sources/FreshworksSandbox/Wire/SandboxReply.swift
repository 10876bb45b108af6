import Foundation
import FreshworksCore

/// A service's answer. Handlers throw it too, where that ends a check early.
struct SandboxReply: Error, Sendable {
    var status: Int
    var headers: [(name: String, value: String)] = []
    var body = Data()

    static func empty(_ status: Int) -> SandboxReply { SandboxReply(status: status) }

    static func json(
        _ status: Int, _ value: JSONValue, type: String = "application/json; charset=utf-8"
    )
        -> SandboxReply
    {
        SandboxReply(status: status, headers: [("Content-Type", type)], body: value.serialized())
    }

    /// A web page where a program hoped for JSON.
    static func page(_ status: Int, title: String) -> SandboxReply {
        let html = "<!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1></body></html>\n"
        return SandboxReply(
            status: status, headers: [("Content-Type", "text/html; charset=utf-8")], body: Data(html.utf8))
    }

    mutating func add(_ name: String, _ value: some CustomStringConvertible) {
        headers.append((name, value.description))
    }
}
