import Foundation
import Testing

@Suite("The guide to the bot")
struct GuideTests {
    @Test("shows only code of the app")
    func codeIsTheApp() throws {
        // The file itself, ServerAppTests, Tests.
        var app = URL(filePath: #filePath)
        for _ in 0..<3 { app.deleteLastPathComponent() }
        let bot = app.appending(path: "Sources/ServerApp/Bot")
        let code = try FileManager.default.contentsOfDirectory(at: bot, includingPropertiesForKeys: nil)
            .map { Self.lines(try String(contentsOf: $0, encoding: .utf8)) }
        let page = app.appending(path: "../../Sources/Freshchat/Freshchat.docc/WebhookBot.md").standardizedFileURL
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 2)
        for block in blocks.map({ Self.lines(String($0.output.1)) }) {
            let isShown = code.contains { lines in
                lines.indices.contains { lines[$0...].starts(with: block) }
            }
            #expect(isShown)
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
