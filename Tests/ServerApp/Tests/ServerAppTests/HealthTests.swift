import Foundation
import Freshdesk
import Testing

@Suite("The report on credentials")
struct HealthTests {
    @Test("says that a key works, and why one does not, and repeats neither key nor address")
    func verdicts() async throws {
        try await withSandbox { sandbox in
            try await withApp(.asyncHTTPClient, baseURL: sandbox.baseURL, apiKey: sandbox.apiKey) { app in
                let reply = try await app.get("health/credentials")
                #expect(reply.status == 200)
                #expect(reply.json?["own"]?["freshdesk"]?["verdict"]?.stringValue == "valid")
                #expect(reply.json?["connections"] == [:])
            }
            try await withApp(.asyncHTTPClient, baseURL: sandbox.baseURL, apiKey: "inventedwrongkey") { app in
                let reply = try await app.get("health/credentials")
                #expect(reply.status == 503)
                #expect(reply.json?["own"]?["freshdesk"]?["verdict"]?.stringValue == "invalid_credential")
                #expect(reply.json?.description.contains("inventedwrongkey") == false)
                #expect(reply.json?.description.contains("127.0.0.1") == false)
            }
        }
    }

    @Test("the app finds its key in a folder of mounted secrets")
    func mounted() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await withSandbox { sandbox in
            try Data("\(sandbox.apiKey)\n".utf8).write(to: folder.appending(path: "freshdesk-api-key"))
            let environment = ["SECRETS_FOLDER": folder.path, "FRESHDESK_API_KEY": ""]
            try await withApp(
                .asyncHTTPClient, baseURL: sandbox.baseURL, apiKey: "", environment: environment
            ) { app in
                let reply = try await app.get("health/credentials")
                #expect(reply.status == 200)
            }
        }
    }
}
