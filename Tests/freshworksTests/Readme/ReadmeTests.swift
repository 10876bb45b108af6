import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows only code that is compiled in the files beside this one")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let readme = try String(
            contentsOf: here.appending(path: "../../../README.md").standardizedFileURL, encoding: .utf8)
        let examples = try FileManager.default.contentsOfDirectory(at: here, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("Example") }
            .map { Self.lines(try String(contentsOf: $0, encoding: .utf8)) }
        let blocks = readme.matches(of: /```swift\n([\s\S]*?)```/).map { Self.lines(String($0.output.1)) }
        let code = blocks.filter { $0.first?.hasPrefix(".package") != true }
        #expect(code.count >= 6)
        for block in code {
            let imports = block.filter { $0.hasPrefix("import ") }
            let body = block.filter { !$0.hasPrefix("import ") }
            let isCompiled = examples.contains { example in
                Set(imports).isSubset(of: example) && Self.contains(example, body)
            }
            #expect(isCompiled, "no example file has:\n\(body.joined(separator: "\n"))")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func contains(_ text: [String], _ part: [String]) -> Bool {
        text.indices.contains { text[$0...].starts(with: part) }
    }
}

@Suite("The README's sandbox example", .inTurn)
struct ReadmeSandboxTests {
    @Test("meets the failure, repeats the call and gets its answer", .endsIfItHangs)
    func runs() async throws {
        // The example goes by real time: a machine too busy for the call's minute says nothing about it, so it has another go.
        var answer: Agent?
        while answer == nil {
            let start = ContinuousClock.now
            do {
                answer = try await readmeSandbox()
            } catch is FreshworksError where ContinuousClock.now - start > .seconds(30) {}
        }
        #expect(answer?.email?.isEmpty == false)
    }
}

@Suite("The README's connections", .inTurn)
struct ReadmeConnectionsTests {
    @Test("are made of a form, and go on with a new token", .endsIfItHangs)
    func runs() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let folder = try TemporaryFolder(inMemory: true)
        let values = [
            "name": "Acme chat", "subdomain": "https://acme.freshchat.com/", "api_token": sandbox.freshchat.apiToken,
        ]
        let clients = try await readmeConnections(
            secrets: folder.url.appending(path: "secrets"), values: values, runtime: sandbox.runtime
        ) {
            sandbox.freshchat.rotateToken()
            return sandbox.freshchat.apiToken
        }
        #expect(clients.count == 2)
        for client in clients { #expect(try await client.verify().verdict == .valid) }
    }
}
