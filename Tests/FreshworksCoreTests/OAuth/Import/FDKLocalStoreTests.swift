import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Tokens of the app SDK's local store")
struct FDKLocalStoreTests {
    private let now = Date(timeIntervalSince1970: 1_767_225_600)

    private func store(_ text: String) throws -> FDKLocalStore {
        try FDKLocalStore(json: Data(text.utf8), at: now)
    }

    @Test("tokens are found at the top, below a product and for an integration")
    func entries() throws {
        let store = try store(FDKSamples.localStore)
        #expect(
            store.entries.map(\.path) == [
                "$.my_app_101_101_oauth", "$.my_app_101_101_freshdesk.my_app_101_101_oauth.drive",
            ])
        #expect(store.entries.map(\.appID) == ["my_app_101_101", "my_app_101_101"])
        #expect(store.entries.map(\.integration) == [nil, "drive"])
        #expect(store.warnings.isEmpty)

        let first = try #require(store.entries.first)
        #expect(first.tokens.accessToken == Secret("at-1-Zk3TqPz8LmWv"))
        #expect(first.tokens.refreshToken == Secret("rt-1-Yc7HsNd5BxQa"))
        #expect(first.tokens.obtainedAt == now)
        #expect(first.tokens.expiresAt == nil)
        #expect(first.tokens.scopes.isEmpty)
        #expect(first.iparams == ["domain": Secret("acme.example"), "port": Secret("8443")])
    }

    @Test(
        "a missing refresh token is no fault", arguments: ["", #", "refresh_token": null"#, #", "refresh_token": """#])
    func withoutRefreshToken(member: String) throws {
        let entry = try #require(try store(#"{"app_101_101_oauth": {"access_token": "at-1"\#(member)}}"#).entries.first)
        #expect(entry.tokens.accessToken == Secret("at-1"))
        #expect(entry.tokens.refreshToken == nil)
    }

    @Test("tokens of a wrong type are told with their paths")
    func wrongTypes() throws {
        let text = """
            { "a_oauth": { "access_token": 7, "refresh_token": ["rt"] }, "b_oauth": { "access_token": "" },
              "c_freshdesk": { "c_oauth": { "access_token": "a\\u0007b" } },
              "d_oauth": { "access_token": "at" }, "d_oauth_iparams": { "x": {} } }
            """
        #expect(
            try FDKSamples.refusals { _ = try store(text) } == [
                "$.a_oauth.access_token datatype_mismatch", "$.a_oauth.refresh_token datatype_mismatch",
                "$.b_oauth.access_token invalid_value", "$.c_freshdesk.c_oauth.access_token invalid_value",
                "$.d_oauth_iparams.x datatype_mismatch",
            ])
    }

    @Test("what only looks like tokens is left out with a warning, deeper levels are not searched")
    func lookalikes() throws {
        let store = try store(
            #"{"use_oauth": true, "my_oauth": {"state": "x"}, "a": {"b": {"c_oauth": {"access_token": "at"}}}}"#)
        #expect(store.entries.isEmpty)
        #expect(store.warnings.map(\.path) == ["$.use_oauth", "$.my_oauth"])
        #expect(try self.store("{}").entries.isEmpty)
    }

    @Test(
        "an unreadable file is an error, not an empty store", arguments: ["", "{", "[]", "null", "at-1", "\u{FEFF}"])
    func unreadable(text: String) throws {
        let error = try #require(throws: FreshworksError.self) { try store(text) }
        #expect(error.code == .invalidImport)
    }

    @Test("the database of newer versions is told from a broken file")
    func database() throws {
        let error = try #require(throws: FreshworksError.self) {
            try FDKLocalStore(json: Data("SQLite format 3\0\u{10}\0".utf8), at: now)
        }
        #expect(error.code == .invalidImport)
        #expect(error.message.contains("SQLite"))
    }

    @Test("a store that is printed, dumped or reflected shows no secret")
    func redaction() throws {
        let exposure = Exposure(of: try store(FDKSamples.localStore))
        #expect(!exposure.shows(["at-1-Zk3TqPz8LmWv", "rt-1-Yc7HsNd5BxQa", "at-2-Gw9KfXj4RbUe", "acme.example"]))
    }

    // MARK: - Files

    @Test("a file in a git work tree is read with a warning", arguments: [true, false])
    func workTree(isLinked: Bool) throws {
        let folder = try TemporaryFolder()
        let inner = folder.url.appending(path: "app/.fdk")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        let file = inner.appending(path: "localstore")
        try Data(FDKSamples.localStore.utf8).write(to: file)
        #expect(try FDKLocalStore(contentsOf: file, at: now).warnings.isEmpty)

        let git = folder.url.appending(path: ".git")
        if isLinked {
            try Data("gitdir: elsewhere".utf8).write(to: git)
        } else {
            try FileManager.default.createDirectory(at: git, withIntermediateDirectories: false)
        }
        let store = try FDKLocalStore(contentsOf: file, at: now)
        #expect(store.entries.count == 2)
        #expect(store.warnings.map(\.path) == ["$"])
        #expect(store.warnings.first?.message.contains("git work tree") == true)
    }

    @Test("a file that is missing, too big or none is refused")
    func unreadableFiles() throws {
        let folder = try TemporaryFolder()
        let big = try folder.file("big", Data(repeating: UInt8(ascii: " "), count: 5 * 1024 * 1024))
        let web = try #require(URL(string: "https://acme.example/localstore"))
        for url in [folder.url.appending(path: "none"), folder.url, big, web] {
            let error = try #require(throws: FreshworksError.self) { try FDKLocalStore(contentsOf: url, at: now) }
            #expect(error.code == .invalidImport)
        }
    }
}
