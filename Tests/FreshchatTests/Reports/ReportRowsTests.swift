import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@testable import Freshchat

@Suite("Rows of reports", .inTurn)
struct ReportRowsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func rows(_ data: Data, limit: Int = ReportRows.defaultLimit) async throws -> [[String]] {
        let file = try folder.file("report", data)
        return try await ReportRows(file: file, limit: limit).reduce(into: []) { $0.append($1.values) }
    }

    @Test(
        "CSV with quotes, commas and line breaks of all kinds",
        arguments: [
            ("a,b\r\n1,2\r\n", [["1", "2"]]), ("a,b\n1,2", [["1", "2"]]), ("a,b\r1,2\r", [["1", "2"]]),
            ("a,b\n\n\"1,\"\"x\"\"\n\r\n2\",\n\n", [["1,\"x\"\n\r\n2", ""]]), ("a\n\"\"\n", [[""]]),
            ("a,b\n,\n", [["", ""]]),
            ("a,b\n1\n1,2,3\n", [["1"], ["1", "2", "3"]]), ("a\nx\"y\n", [["x\"y"]]), ("", []), ("a,b\r\n", []),
            ("\u{FEFF}a,b\nø,👋\n", [["ø", "👋"]]),
        ] as [(String, [[String]])])
    func csv(text: String, expected: [[String]]) async throws {
        #expect(try await rows(Data(text.utf8)) == expected)
        // The same in pieces of one byte.
        var reader = CSVReader()
        var all: [[String]] = []
        for byte in text.utf8 { all += try reader.rows(from: [byte]) }
        if let last = try reader.lastRow() { all.append(last) }
        #expect(Array(all.dropFirst()) == expected)
    }

    @Test("rows are read by the names of their columns, also behind a mark of UTF-8")
    func columns() async throws {
        let file = try folder.file("report", Data("\u{FEFF}\"Conversation ID\",b,b\nc1,1,2\nc2\n".utf8))
        var iterator = ReportRows(file: file).makeAsyncIterator()
        let first = try await iterator.next()
        #expect(first?.columns == ["Conversation ID", "b", "b"])
        #expect(first?["Conversation ID"] == "c1")
        #expect(first?["b"] == "1")
        #expect(first?["c"] == nil)
        let second = try await iterator.next()
        #expect(second?["b"] == nil)
        #expect(try await iterator.next() == nil)
    }

    @Test("a quote that is never closed is an error, and no row")
    func openQuote() async throws {
        let error = await #expect(throws: FreshworksError.self) { try await rows(Data("a\n\"1\n2\n".utf8)) }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message.contains("cut off") == true)
    }

    private func zip(
        isWide: Bool = false, hasDescriptor: Bool = false, size: Int? = nil, checksum: Int? = nil, method: Int = 0
    ) -> Data {
        // crc32(b"a,b\n1,2\n") by Python.
        var zip = HandMadeZip()
        let content = Array("a,b\n1,2\n".utf8)
        zip.add("folder/", [], size: 0, checksum: 0)
        zip.add(
            "one.csv", method: method, content, size: size ?? content.count, checksum: checksum ?? 0x0A97_077B,
            isWide: isWide, hasDescriptor: hasDescriptor)
        zip.add("two.csv", content, size: content.count, checksum: 0x0A97_077B, isWide: isWide)
        return zip.finished(isWide: isWide, comment: isWide ? "PK and more" : "")
    }

    @Test("zip files, also with 64-bit fields, descriptors and a comment, have the rows of all their entries")
    func zipped() async throws {
        for (isWide, hasDescriptor) in [(false, false), (true, false), (false, true), (true, true)] {
            #expect(try await rows(zip(isWide: isWide, hasDescriptor: hasDescriptor)) == [["1", "2"], ["1", "2"]])
        }
    }

    @Test("damaged zip files are errors")
    func damaged() async throws {
        for (data, reason) in [
            (zip(checksum: 1), "checksum"), (zip(size: 7), "longer"), (zip(size: 9), "checksum"),
            (zip(method: 12), "method"), (zip().dropLast(30), "no zip file"),
            (Data([0x50, 0x4B, 3, 4]), "no zip file"),
        ] {
            let error = await #expect(throws: FreshworksError.self) { try await rows(Data(data)) }
            #expect(error?.message.contains(reason) == true, "\(error?.message ?? "nothing"), not \(reason)")
        }
        // The first bit of an entry's flags in the directory says that it is encrypted.
        var locked = [UInt8](zip())
        for place in locked.indices.dropLast(9) where Array(locked[place..<place + 4]) == [0x50, 0x4B, 1, 2] {
            locked[place + 8] |= 1
        }
        let error = await #expect(throws: FreshworksError.self) { try await rows(Data(locked)) }
        #expect(error?.message.contains("encrypted") == true)
        var random = SeededGenerator(seed: 5)
        let right = zip(isWide: true, hasDescriptor: true)
        for _ in 0..<500 {
            var data = right
            let index = Int.random(in: 0..<data.count, using: &random)
            data[index] = UInt8.random(in: 0...255, using: &random)
            // It may hit what nobody reads; it must not crash, nor bring rows that are not there.
            if let rows = try? await rows(data) { #expect(rows.count <= 4) }
        }
    }

    @Test("a file that grows beyond the limit is an error as soon as it does")
    func bomb() async throws {
        let text = "a\n" + String(repeating: "1\n", count: 200_000)
        #expect(try await rows(Data(text.utf8), limit: 400_002).count == 200_000)
        let error = await #expect(throws: FreshworksError.self) { try await rows(Data(text.utf8), limit: 400_001) }
        #expect(error?.message.contains("limit") == true)
    }

    @Test("a row of separators without end is refused before it fills the memory")
    func separators() async throws {
        let error = await #expect(throws: FreshworksError.self) {
            try await rows(Data("a\n".utf8) + Data(repeating: UInt8(ascii: ","), count: 2_000_000))
        }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message.contains("a row has no end") == true)
        #expect(try await rows(Data("a\n".utf8) + Data(repeating: UInt8(ascii: ","), count: 1000)).first?.count == 1001)
    }

    @Test("what comes behind a damaged file does not pass for the rest")
    func behindDamage() async throws {
        let damaged = try folder.file("damaged", Data("a\n1\n\"2".utf8))
        let sound = try folder.file("sound", Data("a\n3\n".utf8))
        var reading = ReportRows(files: [.disk(damaged), .disk(sound)], limit: 1000).makeAsyncIterator()
        var values: [String] = []
        await #expect(throws: FreshworksError.self) {
            while let row = try await reading.next() { values += row.values }
        }
        #expect(values == ["1"])
        #expect(try await reading.next() == nil)
    }

    @Test(
        "what Python zips is read, also a bomb, which stops at the limit",
        .enabled(if: Python.program != nil || Python.isRequired, "there is no Python"))
    func python() async throws {
        _ = try await Python.run(
            """
            import sys, zipfile, os
            with zipfile.ZipFile(os.path.join(sys.argv[1], 'a.zip'), 'w', zipfile.ZIP_DEFLATED) as z:
                for name in ['x.csv', 'y.csv']:
                    with z.open(name, 'w', force_zip64=True) as f:
                        f.write(b'Id,Text\\r\\n')
                        for i in range(5000): f.write(b'%d,"Where is, my ""order""?"\\r\\n' % i)
            with zipfile.ZipFile(os.path.join(sys.argv[1], 'bomb.zip'), 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as z:
                z.writestr('b.csv', b'a\\n' + b'1\\n' * 20000000)
            """, in: folder)
        let url = folder.url
        let rows = try await ReportRows(file: url.appending(path: "a.zip")).reduce(into: [ReportRow]()) {
            $0.append($1)
        }
        #expect(rows.count == 10_000)
        #expect(rows.enumerated().allSatisfy { $1["Id"] == "\($0 % 5000)" && $1["Text"] == #"Where is, my "order"?"# })
        let bomb = ReportRows(file: url.appending(path: "bomb.zip"), limit: 1 << 20)
        await expectRefusal(.unreadableResponse) { for try await _ in bomb {} }
    }

    @Test("the rows of the sandbox's report are its messages, fetched without the token")
    func sandbox() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let id = try await client.reports.request(
            ReportRequest(.messageSent, from: time(0), to: clock.wallNow)
        ).id
        clock.advance(by: .seconds(20))
        let report = try await client.reports.finished(id)
        var texts: [String] = []
        for try await row in client.reports.rows(of: report) { texts.append(row["Message"] ?? "") }
        #expect(texts.count == 43)
        #expect(texts.last == "Line 25")
        #expect(sandbox.requests.last?.credential == .missing)
    }
}
