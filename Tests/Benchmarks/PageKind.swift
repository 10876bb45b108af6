import Foundation
import FreshworksCore

/// A page of about 300 KB that is hard to read in its own way, and how both sides read it.
struct PageKind: Sendable {
    let name: String
    let page: Data
    /// How many times as fast as `JSONDecoder` we are to be.
    let leastRatio: Double
    let read: @Sendable (Data) throws -> Void
    let decode: @Sendable (Data) throws -> Void

    func megabytes(_ seconds: Double) -> Int { Int(Double(page.count) / seconds / 1e6) }

    static func all() throws -> [PageKind] {
        let kinds = [plain, escapes, scripts, numbers, deep]
        // Both sides must read the pages at all.
        for kind in kinds {
            try kind.read(kind.page)
            try kind.decode(kind.page)
        }
        return kinds
    }

    private static let plain = tickets("plain", ticketPage(rows: 100), leastRatio: 12)

    /// HTML with the escapes that web frameworks write: angle brackets and slashes, too.
    private static let escapes = tickets(
        "escapes",
        escaped(
            ticketPage(rows: 85) {
                "<p class=\"line\">Floor \($0 % 9), \"paper jam\";\nthe tray is empty</p>\n" + plainSentence($0)
            }),
        leastRatio: 12)

    /// Japanese, Russian, Turkish, Chinese and Arabic between the ASCII of keys, addresses and times.
    private static let scripts = tickets(
        "scripts",
        ticketPage(rows: 95) {
            "\($0 % 9)階のプリンターは紙詰まりと表示。Принтер не печатает. Yazıcı çalışmıyor. 打印机卡纸。الطابعة لا تعمل. "
        },
        leastRatio: 12)

    private static let numbers = PageKind(
        name: "numbers", page: readings(rows: 2000), leastRatio: 12,
        read: { page in _ = try JSONValue(parsing: page).records(ReadingRecord.self) },
        decode: { page in _ = try JSONDecoder().decode([Reading].self, from: page) })

    /// Objects in arrays in objects, more than a hundred brackets deep.
    private static let deep = PageKind(
        name: "deep", page: Data("[\((0..<120).map { reply($0, depth: 40) }.joined(separator: ","))]".utf8),
        leastRatio: 12,
        read: { page in _ = try JSONValue(parsing: page).records(ReplyRecord.self) },
        decode: { page in _ = try JSONDecoder().decode([Reply].self, from: page) })

    private static func tickets(_ name: String, _ page: Data, leastRatio: Double) -> PageKind {
        PageKind(
            name: name, page: page, leastRatio: leastRatio,
            read: { page in _ = try JSONValue(parsing: page).records(BenchmarkTicket.self) },
            decode: { page in _ = try decodePage(page) })
    }

    private static func escaped(_ page: Data) -> Data {
        let escapes: [Character: String] = ["<": "\\u003c", ">": "\\u003e", "/": "\\/"]
        return Data(String(decoding: page, as: UTF8.self).map { escapes[$0] ?? String($0) }.joined().utf8)
    }
}

// MARK: - Numbers

/// Rows of measurements as statistics have them: integers, long ids, decimals of few and of more digits.
private func readings(rows: Int) -> Data {
    var state: UInt64 = 7
    func random(below bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
    }
    let rows = (0..<rows).map { row in
        """
        {"id":\(row),"account":\(67_000_000_000 + random(below: 1_000_000_000)),\
        "average":\(random(below: 100_000)).\(random(below: 10)),"resolved":\(random(below: 1000)),\
        "change":-\(random(below: 1000)).\(1000 + random(below: 9000)),"seconds":\(random(below: 100_000_000)),\
        "latitude":\(random(below: 90)).\(100_000 + random(below: 900_000)),"share":0.\(10 + random(below: 90))}
        """
    }
    return Data("[\(rows.joined(separator: ","))]".utf8)
}

private struct Reading: Decodable {
    let id: Int64
    let account: Int64
    let average: Double
    let resolved: Int
    let change: Double
    let seconds: Int
    let latitude: Double
    let share: Double
}

private struct ReadingRecord: Resource {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}

// MARK: - Depth

private func reply(_ id: Int, depth: Int) -> String {
    let replies = depth == 0 ? "" : reply(id + 1, depth: depth - 1)
    return #"{"id":\#(id),"place":[[\#(depth),1],[]],"to":{"agent":null},"replies":[\#(replies)]}"#
}

private struct Reply: Decodable {
    struct Recipient: Decodable { let agent: Int? }

    let id: Int
    let place: [[Int]]
    let to: Recipient
    let replies: [Reply]
}

private struct ReplyRecord: Resource {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}
