import Foundation
import Testing

@Suite("The guides that show the app")
struct GuideTests {
    @Test(
        "show only code of the app and of its tests, word for word",
        arguments: [
            ("Freshchat/Freshchat.docc/WebhookBot.md", "Bot", 5),
            ("FreshworksCore/FreshworksCore.docc/ServerApps.md", "Bridges", 6),
            ("FreshworksCore/FreshworksCore.docc/AsyncHTTPClient.md", "", 2),
        ])
    func codeIsTheApp(page: String, folder: String, count: Int) throws {
        // The file itself, ServerAppTests, Tests.
        var app = URL(filePath: #filePath)
        for _ in 0..<3 { app.deleteLastPathComponent() }
        let main = app.appending(path: "Sources/ServerApp")
        let tests = app.appending(path: "Tests/ServerAppTests")
        let code = try [main, main.appending(path: folder), tests].flatMap {
            try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
        }.filter { $0.pathExtension == "swift" }.map { Self.lines(try String(contentsOf: $0, encoding: .utf8)) }
        let text = try String(
            contentsOf: app.appending(path: "../../Sources/\(page)").standardizedFileURL, encoding: .utf8)
        let blocks = text.matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == count)
        for block in blocks.map({ Self.lines(String($0.output.1)) }) {
            let isShown = code.contains { lines in
                lines.indices.contains { lines[$0...].starts(with: block) }
            }
            #expect(isShown, "\(block.first ?? "")")
        }
    }

    @Test("have bridges of a screen each, an adapter of 120 lines, a store of 150, and /instances in under 40")
    func areShort() throws {
        var app = URL(filePath: #filePath)
        for _ in 0..<3 { app.deleteLastPathComponent() }
        let sources = app.appending(path: "Sources")
        for (path, most) in [
            ("ServerApp/Bridges/CallLog.swift", 22), ("ServerApp/Bridges/CallMetrics.swift", 18),
            ("ServerApp/Bridges/CallTraces.swift", 34), ("ServerApp/Bridges/ConfiguredClient.swift", 18),
            ("FreshworksAsyncHTTPClient", 120), ("PostgresStore", 150), ("ServerApp/Instances", 39),
        ] {
            let place = sources.appending(path: path)
            let files =
                try path.hasSuffix(".swift")
                ? [place] : FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
            // Comments are not counted, so that nobody saves them.
            let lines = texts.flatMap(Self.lines).filter { !$0.hasPrefix("//") }
            #expect(lines.count <= most && !lines.isEmpty, "\(path)")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
