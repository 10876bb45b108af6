import Foundation
import FreshworksSandbox
import TestSupport

@testable import FreshworksCore

/// The sandbox over loopback, with one ticket for each of its faults, and lists of which each page goes wrong in its
/// own way.
struct FaultySandbox: Sendable {
    private let sandbox: Sandbox
    private let server: SandboxServer
    /// How many companies there are.
    private let companies: Int

    /// A fault with the ends of calls that meet it; see ``FaultRow``.
    struct Row: Sendable {
        let name: String
        let fault: Fault?
        let get: Set<String>
        let write: Set<String>
        /// Whether the service certainly did nothing.
        var isRefused = false
        var deadline = 120_000

        /// No answer comes, or none that tells what was done.
        static func lost(_ name: String, _ fault: Fault, _ codes: String...) -> Row {
            Row(name: name, fault: fault, get: Set(codes), write: Set(codes.map { $0 + "?" }))
        }
    }

    static let rows = [
        Row(name: "no fault", fault: nil, get: ["ok"], write: ["ok"]),
        .lost("500", .status(500), "service_failed"),
        .lost("503", .status(503, headers: ["Content-Type": "application/json"], body: "{}"), "service_failed"),
        Row(name: "400", fault: .status(400), get: ["request_refused"], write: ["request_refused"], isRefused: true),
        Row(name: "a delay", fault: .delay(.milliseconds(20)), get: ["ok"], write: ["ok"]),
        Row(
            name: "a delay that is too long", fault: .delay(.seconds(2)), get: ["timed_out"],
            write: ["timed_out", "timed_out?"], deadline: 250),
        .lost("a reset", .reset, "connection_failed"),
        .lost("a body that is cut", .truncatedBody, "truncated_response"),
        .lost("not HTTP", .notHTTP, "malformed_response"),
        .lost("a web page", .html(), "html_response"),
        .lost("garbage", .garbage, "unreadable_response"),
        .lost("nothing", .emptySuccess(), "empty_response"),
    ]

    /// Faults of lists, which are told apart by how many rows a page has.
    struct List: Sendable {
        let size: Int
        let fault: Fault?
        /// From which page on.
        let page: Int
        let ends: @Sendable (_ count: Int) -> String
    }

    static let lists = [
        List(size: 5, fault: nil, page: 1) { "ok:\($0)" },
        List(size: 6, fault: .shiftedRows(2), page: 2) { "ok:\($0)" },
        List(size: 7, fault: .truncatedBody, page: 2) { _ in "truncated_response" },
        List(size: 8, fault: .html(), page: 2) { _ in "html_response" },
        List(size: 9, fault: .foreignLinks(to: "http://127.0.0.2:1"), page: 1) { _ in "foreign_link" },
        List(size: 10, fault: .reset, page: 2) { _ in "connection_failed" },
        List(size: 11, fault: .garbage, page: 1) { _ in "unreadable_response" },
    ]

    init() async throws {
        sandbox = Sandbox(.init(tickets: Self.rows.count, freshdeskCallsPerMinute: 1_000_000))
        for number in 0..<20 { try sandbox.freshdesk.add("companies", ["name": .string("Company \(number)")]) }
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: sandbox.freshdesk.apiKey)),
            runtime: sandbox.runtime)
        companies = try await client.call(.get, "companies", query: ["per_page": 100]).json().arrayValue?.count ?? 0
        for (index, row) in Self.rows.enumerated() {
            guard let fault = row.fault else { continue }
            sandbox.inject(fault, on: .freshdesk("tickets/\(index + 1)"), times: .max)
            sandbox.inject(fault, on: .freshdesk("tickets/\(index + 1)/notes"), times: .max)
        }
        for list in Self.lists {
            guard let fault = list.fault else { continue }
            let query = ["per_page": "\(list.size)"]
            if list.page == 1 { sandbox.inject(fault, on: .freshdesk("companies", query: query), times: .max) }
            for page in 2...9 {
                let query = query.merging(["page": "\(page)"]) { one, _ in one }
                sandbox.inject(fault, on: .freshdesk("companies", query: query), times: .max)
            }
        }
        server = try await sandbox.serve()
    }

    var key: String { sandbox.freshdesk.apiKey }
    var baseURL: String { server.freshdeskBaseURL.absoluteString }

    func stop() { server.stop() }

    /// Where a call to a row's ticket goes.
    func address(of index: Int, _ method: String) -> String {
        "\(baseURL)/tickets/\(index + 1)\(method == "POST" ? "/notes" : "")"
    }

    func address(of list: List) -> String { "\(baseURL)/companies?per_page=\(list.size)" }

    func end(of list: List) -> String { list.ends(companies) }

    /// How often writes to tickets have arrived, by their numbers.
    func arrivals() -> [Int: FaultServers.Arrivals] {
        var arrivals: [Int: FaultServers.Arrivals] = [:]
        for request in sandbox.requests {
            guard let number = Int(String(decoding: request.body, as: UTF8.self).filter(\.isNumber)),
                let ticket = request.path.split(separator: "/").dropFirst(3).first.flatMap({ Int($0) })
            else { continue }
            arrivals[number, default: .init()].all += 1
            if !Self.rows[ticket - 1].isRefused { arrivals[number, default: .init()].executed += 1 }
        }
        return arrivals
    }
}
