import Dispatch
import Foundation
import Synchronization

/// A provider that reads a mounted secret, such as a file of a Kubernetes secret or `/run/secrets`.
///
/// Each request compares the file's identity and times; the file is read when they changed, so a swapped symlink or a
/// rewritten file is seen at the next request. One line break at the end is not part of the value. While a value is held,
/// a file that is missing, empty or unreadable for a moment changes nothing. Any permissions will do.
public final class SecretFileProvider: CredentialProvider {
    private let path: String
    private let access: SecretFileAccess
    private let clock: any RuntimeClock
    private let make: @Sendable (Secret) -> Credential
    private let state = Mutex(State())
    /// A mount that hangs keeps this queue's thread and the calls that need the secret, and nobody else.
    private let queue = DispatchQueue(label: "secret file")

    private struct State {
        var held: Credential?
        /// The file as it was when it was last read.
        var stamp: FileStamp?
        /// The file was so young when it was read that a later write may have left no trace in its times.
        var wasYoung = false
        var reread: Credential.Revision?
        /// Why the file could not be read when it was last looked at, although a value is held.
        var failure: (any Error)?
    }

    /// Reads a file.
    /// - Parameters:
    ///   - path: The file, at most 64 KiB of UTF-8.
    ///   - make: What kind of credential the value is, such as `{ .freshchat(token: $0) }`.
    public convenience init(_ path: String, as make: @escaping @Sendable (Secret) -> Credential) {
        self.init(path, access: .system, clock: SystemClock(), as: make)
    }

    package init(
        _ path: String, access: SecretFileAccess, clock: any RuntimeClock,
        as make: @escaping @Sendable (Secret) -> Credential
    ) {
        self.path = path
        self.access = access
        self.clock = clock
        self.make = make
    }

    /// The file's value.
    /// - Throws: ``FreshworksError/Code/notConfigured`` if there is no file; ``FreshworksError/Code/credentialFile`` if it
    ///   cannot be used. Neither once a value was read.
    public func credential() async throws -> Credential {
        try await queue.run { [self] in try state.withLock { try current(&$0) } }
    }

    /// The file's value if it is another one.
    ///
    /// A file that was read within a second of its last change is read once more for each rejected value, because a second
    /// write in the same tick of the file system's clock cannot be seen otherwise.
    /// - Throws: Why the file cannot be read, if the rejected value is all there is.
    public func credential(replacing rejected: Credential) async throws -> Credential? {
        try await queue.run { [self] in
            try state.withLock { state in
                var credential = try current(&state)
                if credential.revision == rejected.revision, state.wasYoung, state.reread != rejected.revision {
                    state.reread = rejected.revision
                    state.stamp = nil
                    credential = try current(&state)
                }
                guard credential.revision == rejected.revision else { return credential }
                if let failure = state.failure { throw failure }
                return nil
            }
        }
    }

    private func current(_ state: inout State) throws -> Credential {
        state.failure = nil
        do {
            let stamp = try access.stamp(path)
            if let held = state.held, stamp == state.stamp { return held }
            return try read(&state)
        } catch {
            guard let held = state.held else { throw error }
            state.failure = error
            return held
        }
    }

    private func read(_ state: inout State) throws -> Credential {
        let (bytes, stamp) = try access.read(path)
        let value = try Self.value(of: bytes)
        state.stamp = stamp
        state.wasYoung = Int64(clock.wallNow.timeIntervalSince1970 * 1_000_000_000) - stamp.modified < 1_000_000_000
        let credential = make(value).keepingRevision(of: state.held)
        state.held = credential
        return credential
    }

    /// Reads a secret once.
    static func secret(at path: String) throws -> Secret { try value(of: SecretFileAccess.system.read(path).bytes) }

    private static func value(of bytes: [UInt8]) throws -> Secret {
        guard bytes.count <= SecretFileAccess.limit else {
            throw FreshworksError(
                .credentialFile, "the file of a credential is longer than 64 KiB", advice: "Check the path.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FreshworksError(
                .credentialFile, "the file of a credential is not UTF-8 text", advice: "Check the path.")
        }
        // "\r\n" is one Character.
        let value = text.last == "\n" || text.last == "\r\n" ? text.dropLast() : text[...]
        guard !value.isEmpty else {
            throw FreshworksError(
                .credentialFile, "the file of a credential is empty", advice: "Write the credential into it.")
        }
        return Secret(String(value))
    }
}

extension CredentialProvider where Self == SecretFileProvider {
    /// The value of a mounted secret.
    public static func file(_ path: String, as make: @escaping @Sendable (Secret) -> Credential) -> Self {
        SecretFileProvider(path, as: make)
    }
}
