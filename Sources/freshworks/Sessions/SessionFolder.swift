import Foundation
import FreshworksCore

/// Where the command keeps sessions, for itself and for other processes of this user.
struct SessionFolder: Sendable {
    let store: FileStore

    /// Names the folder; it is made when something is saved.
    /// - Throws: ``FreshworksError/Code/notConfigured`` if no variable leads to one.
    init(_ environment: [String: String]) throws {
        func folder(_ variable: String, _ rest: String = "") -> URL? {
            guard let path = environment[variable], !path.isEmpty else { return nil }
            return URL(filePath: path, directoryHint: .isDirectory).appending(path: rest)
        }
        // The XDG Base Directory Specification has relative paths ignored.
        let state = environment["XDG_STATE_HOME"]?.hasPrefix("/") == true ? "XDG_STATE_HOME" : ""
        guard
            let directory = folder("FRESHWORKS_SESSION_DIRECTORY") ?? folder(state, "freshworks/sessions")
                ?? folder("HOME", ".local/state/freshworks/sessions")
        else {
            throw FreshworksError(
                .notConfigured, "there is no folder for sessions", advice: "Set FRESHWORKS_SESSION_DIRECTORY.")
        }
        store = try FileStore(directory: directory)
    }

    var path: String { store.directory.path }

    /// Writes something and removes it again, to learn of what would keep a session from being saved.
    /// - Throws: What the store throws.
    func tryWriting() async throws {
        let key = "trial/\(RandomName.make())"
        if case .done(let version) = try await store.save(Data(count: 4096), for: key, expecting: .absent) {
            _ = try await store.delete(key, expecting: version)
        }
    }

    /// Saves the tokens of a consent, in place of an earlier session of that name.
    /// - Throws: What the store throws, with the advice to begin again.
    func save(_ tokens: OAuthTokens, of login: SavedLogin, by client: OAuthClient, as name: SessionName) async throws {
        do {
            try await store(tokens, of: login, by: client, as: name)
        } catch var error as FreshworksError {
            let again = "Then log in again: the tokens of this consent are lost."
            error.advice = error.advice.map { "\($0) \(again)" } ?? again
            throw error
        }
    }

    private func store(
        _ tokens: OAuthTokens, of login: SavedLogin, by client: OAuthClient, as name: SessionName
    ) async throws {
        var outcome = try await store.save(login.data, for: name.loginKey, expecting: .absent)
        while case .conflict(let current) = outcome {
            outcome = try await store.save(login.data, for: name.loginKey, expecting: current?.version ?? .absent)
        }
        _ = try await OAuthSession(client, store: store, name: name.text, initial: tokens)
    }

    /// Opens a session again.
    /// - Throws: ``FreshworksError/Code/notConfigured`` if there is none; what the store throws.
    func open(
        _ name: SessionName, clientSecret: Secret, runtime: FreshworksRuntime
    ) async throws -> OAuthSession {
        guard let saved = try await store.load(name.loginKey) else {
            // The name is not repeated: it may be a key in the wrong place.
            throw FreshworksError(
                .notConfigured, "there is no session of that name in \(path)",
                advice: "Save one with freshworks login, or set FRESHWORKS_SESSION_DIRECTORY.")
        }
        let configuration = try SavedLogin(data: saved.data).configuration(clientSecret: clientSecret)
        return try await OAuthSession(OAuthClient(configuration, runtime: runtime), store: store, name: name.text)
    }
}
