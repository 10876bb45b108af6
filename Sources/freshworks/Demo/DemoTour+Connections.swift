import Foundation
import Freshchat
import Freshdesk
import FreshworksConnections
import FreshworksSandbox

extension DemoTour {
    static let connectionSteps = [
        Step(title: "Import an instance of an integration platform, verify it, call with it and remove it") {
            try await $0.importedInstance()
        },
        Step(title: "Rotate the Freshchat token of a stored connection under running calls, of which none fails") {
            try await $0.rotatedConnection()
        },
    ]

    private func importedInstance() async throws -> String {
        let registry = try ConnectionRegistry(store: InMemoryStore(), runtime: runtime)
        let instance: JSONValue = [
            "element": ["key": "freshdeskv2"], "name": "Acme support", "tags": ["eu"],
            "configuration": ["subdomain": "acme", "username": .string(sandbox.freshdesk.apiKey)],
        ]
        guard var draft = try ConnectionImport(instance).drafts.first else {
            throw DemoFailure(description: "nothing was imported")
        }
        // The file's account is one of the real service, for which this tour's server stands in.
        draft.account = try FreshworksAccount(.freshdesk, baseURL: server.freshdeskBaseURL.absoluteString)
        let added = try await registry.add(draft)
        try expect(added.connection.verdict == .valid, "the connection is not valid")
        guard let found = try await registry.find(token: added.instanceToken) else {
            throw DemoFailure(description: "the connection is not found by its token")
        }
        let agent = try await FreshdeskClient(found).agents.me()
        try await registry.delete(found.id)
        try expect(try await registry.find(token: added.instanceToken) == nil, "the connection is still there")
        return "\(found.name) was verified, found by its token and removed; its key belongs to agent \(agent.id)."
    }

    private func rotatedConnection() async throws -> String {
        let store = InMemoryStore()
        let registry = try ConnectionRegistry(store: store, runtime: runtime)
        let account = try FreshworksAccount(.freshchat, baseURL: server.freshchatBaseURL.absoluteString)
        let id = try await registry.add(
            ConnectionDraft(
                name: "Acme chat", account: account, credential: .freshchat(token: sandbox.freshchat.apiToken))
        ).connection.id
        // Another process over the same store would have a registry like this one.
        let other = try ConnectionRegistry(store: store, runtime: runtime)
        let clients = [try FreshchatClient(await registry.get(id)), try FreshchatClient(await other.get(id))]
        for client in clients { _ = try await client.configuration() }
        try await withThrowingTaskGroup(of: Void.self) { calls in
            try await registry.rotateCredential(of: id) {
                sandbox.freshchat.rotateToken()
                for number in 0..<8 { calls.addTask { _ = try await clients[number % 2].configuration() } }
                return .freshchat(token: sandbox.freshchat.apiToken)
            }
            // One that failed would be told here.
            try await calls.waitForAll()
        }
        try await registry.delete(id)
        return "Eight calls of two registries met the dead token, waited for the new one and were answered."
    }
}
