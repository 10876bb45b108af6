public import Foundation

/// A named, stored way into one account: what it is called, where it goes, what became of it. It holds no secret.
///
/// A connection is what it was when it was read. What a client makes of it lives on: a replaced credential reaches running
/// calls, and a connection that was disabled, deleted or moved to another host refuses them before anything is sent.
///
/// ```swift
/// let freshchat = try FreshchatClient(connection)
/// ```
public struct Connection: AccountAccess, Identifiable {
    /// What the registry knows it by, for good. Later connections have greater ids.
    public let id: String
    /// The name for people; no other connection of the registry has it, whatever the letter case.
    public internal(set) var name: String
    /// What people note about it.
    public internal(set) var description: String?
    /// What it can be listed by, each once, in the order given.
    public internal(set) var tags: [String]
    /// The account that it goes to.
    public internal(set) var account: FreshworksAccount
    /// What kind of credential it has.
    public internal(set) var kind: Kind
    /// The app's own settings. They are printed and exported, so put no secret here.
    public internal(set) var options: JSONObject
    /// Whose credential it is, where it belongs to an ``AuthorizationProfile``.
    public internal(set) var profile: ProfileKey?
    /// Whether it may be used.
    public internal(set) var isEnabled: Bool
    /// When it was added.
    public internal(set) var createdAt: Date
    /// When its credential was last verified, whatever the verdict; `nil` if it never was.
    public internal(set) var verifiedAt: Date?
    /// What was found then. A new credential that was not verified has none.
    public internal(set) var verdict: Verification.Verdict?
    /// Where it came from.
    public internal(set) var provenance: Provenance

    let registry: ConnectionRegistry

    /// The product that it goes to.
    public var product: FreshworksProduct { account.product }

    /// The connection's credential, as it is whenever a call is made.
    public var credentialProvider: any CredentialProvider { registry.provider(for: self) }

    /// The registry's runtime, which its clients send with unless told otherwise.
    public var clientRuntime: FreshworksRuntime? { registry.runtime }
}

extension Connection {
    /// Where a connection came from.
    public struct Provenance: Sendable, Hashable {
        /// What made it, such as `app` or `form`.
        public var source: String
        /// The names of the mends that were made to what people pasted.
        public var repairs: [String]

        /// Names a source.
        public init(source: String, repairs: [String] = []) {
            self.source = source
            self.repairs = repairs
        }

        /// The app's own code.
        public static let app = Provenance(source: "app")
    }
}

// No CustomStringConvertible: connections have a field called description.
extension Connection: CustomDebugStringConvertible, CustomReflectable {
    /// Id, account and kind; not what people wrote.
    public var debugDescription: String { "Connection(\(id), \(account.baseURL), \(kind))" }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
