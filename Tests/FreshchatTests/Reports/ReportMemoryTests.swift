import Foundation
import Freshchat
import TestSupport
import Testing

/// Alone in its process this judges the memory: `.ci/soak reports` has it read a million rows. Among other tests, whose memory
/// is the same process's, it reads some thousands and judges their content.
@Suite("A report of many rows", .inTurn, .serialized)
struct ReportMemoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let thousands = environment["FRESHWORKS_ROUNDS"].flatMap { Int($0) } ?? 20
    private static let isAlone = environment["FRESHWORKS_STRICT"] != nil

    private static let script = """
        import os, sys, zipfile
        path = lambda name: os.path.join(sys.argv[1], name)
        row = '%d,"Where is, my ""order""?",5d0c1f6e-3b0a-4c0e-9d0b-%012d,user,2024-03-05T09:07:33.120Z,web,normal,\\r\\n'
        head = 'Id,Message,Conversation ID,Actor,Time,Source,Type,Note\\r\\n'
        def rows(count):
            yield head.encode()
            for start in range(0, count, 1000):
                yield ''.join(row % (i, i * 7) for i in range(start, start + 1000)).encode()
        for name, count in [('small', 1000), ('large', 1000 * COUNT)]:
            with open(path(name + '.csv'), 'wb') as f:
                for piece in rows(count): f.write(piece)
            with zipfile.ZipFile(path(name + '.zip'), 'w', zipfile.ZIP_DEFLATED) as z:
                with z.open('report.csv', 'w', force_zip64=True) as f:
                    for piece in rows(count): f.write(piece)
        """

    @Test(
        "is read row by row, zipped and plain, within 20 MB however many there are",
        .enabled(if: Python.program != nil || Python.isRequired, "there is no Python"))
    func memory() async throws {
        let folder = try TemporaryFolder()
        _ = try await Python.run(Self.script.replacing("COUNT", with: "\(Self.thousands)"), in: folder)
        for kind in ["zip", "csv"] {
            // What reading takes once, whatever there is to read.
            _ = try await Self.read(folder.url.appending(path: "small.\(kind)"))
            let file = folder.url.appending(path: "large.\(kind)")
            Self.forgetPeak()
            let before = Self.peak
            let found = try await Self.read(file)
            let growth = Self.peak - before
            #expect(found.rows == Self.thousands * 1000)
            #expect(found.wrong == 0)
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            print("report: \(found.rows) rows, \(kind) of \(size / 1_000_000) MB: peak grew by \(growth / 1000) kB")
            if Self.isAlone { #expect(growth <= 20_000_000) }
        }
    }

    private static func read(_ file: URL) async throws -> (rows: Int, wrong: Int) {
        var (rows, wrong) = (0, 0)
        for try await row in ReportRows(file: file) {
            if row["Id"] != "\(rows)" || row["Message"] != #"Where is, my "order"?"# || row["Note"] != "" { wrong += 1 }
            rows += 1
        }
        return (rows, wrong)
    }

    /// The most memory of this process since the last ``forgetPeak()``; 0 where there is no `/proc`.
    private static var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 } ?? 0
    }

    private static func forgetPeak() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }
}
