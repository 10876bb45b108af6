import Foundation
import FreshworksCore
import FreshworksSandbox

/// A list on 127.0.0.1, 100 records on a page, each page linked to the next one, and empty pages behind the last. It makes
/// each page when it is asked for, so that only the client's memory can grow.
struct PageServer {
    private let listener: LoopbackListener
    private static let rows = 100

    /// What the list holds.
    struct Content: Sendable {
        /// Where it is, below the base URL.
        let path: String
        /// A record, behind its id.
        let row: String
    }

    /// - Parameter records: How many there are.
    init(records: Int, of content: Content = .contacts) throws {
        listener = try LoopbackListener { connection in
            while let bytes = try? connection.read(timeout: .seconds(60)), !bytes.isEmpty {
                // A request without a body arrives in one piece and is answered in one.
                let line = String(decoding: bytes.prefix(400), as: UTF8.self)
                let page = line.firstMatch(of: /[?&]page=(\d+)/).flatMap { Int($0.output.1) } ?? 1
                guard (try? connection.write(Self.answer(page, of: records, content))) != nil else { return }
            }
        }
    }

    var baseURL: String { "http://127.0.0.1:\(listener.port)/api/v2" }

    func stop() { listener.stop() }

    private static func answer(_ page: Int, of records: Int, _ content: Content) -> [UInt8] {
        let (before, after) = (min((page - 1) * rows, records), min(page * rows, records))
        let body = "[" + (before..<after).map { "{\"id\":\($0 + 1)\(content.row)" }.joined(separator: ",") + "]"
        let link = after < records ? "Link: <\(place(page + 1, of: content))>; rel=\"next\"\r\n" : ""
        let fields = "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        return Array("HTTP/1.1 200 OK\r\n\(fields)\(link)\r\n\(body)".utf8)
    }

    /// Relative, for the listener's port is not known when its answers are written.
    private static func place(_ page: Int, of content: Content) -> String {
        "/api/v2/\(content.path)?per_page=100&page=\(page)"
    }
}

extension PageServer.Content {
    /// Contacts with few fields: a page has 31 KB.
    static let contacts = Self(
        path: "contacts",
        row: ",\"name\":\"Ines Moreau\",\"email\":\"ines@example.com\",\"active\":true,\"job_title\":\"Buyer\","
            + "\"language\":\"en\",\"mobile\":null,\"phone\":\"+33 1 23 45 67 89\",\"tags\":[\"a\",\"b\"],"
            + "\"time_zone\":\"Paris\",\"created_at\":\"2025-06-01T08:00:00Z\",\"updated_at\":\"2025-06-02T08:00:00Z\","
            + "\"custom_fields\":{\"cf_region\":\"EMEA\",\"cf_seats\":12}}")

    /// The tickets of the benchmark of JSON: a page has 280 KB.
    static func tickets() throws -> Self {
        var ticket: JSONObject = try JSONValue(parsing: ticketPage(rows: 1)).arrayValue?.first?.objectValue ?? [:]
        ticket["id"] = nil as JSONValue?
        return Self(
            path: "tickets",
            row: "," + String(decoding: JSONValue.object(ticket).serialized(), as: UTF8.self).dropFirst())
    }
}
