/// An account and what proves to it who is calling: all that a client needs.
///
/// A stored connection of `FreshworksConnections` is one. So is whatever type of your own keeps both together:
///
/// ```swift
/// let freshdesk = try FreshdeskClient(connection)
/// ```
public protocol AccountAccess: Sendable {
    /// The account to call.
    var account: FreshworksAccount { get }

    /// Where each call gets its credential from.
    var credentialProvider: any CredentialProvider { get }

    /// What its clients send with unless told otherwise; `nil` leaves it to ``FreshworksRuntime/shared``.
    var clientRuntime: FreshworksRuntime? { get }
}

extension AccountAccess {
    /// None of its own.
    public var clientRuntime: FreshworksRuntime? { nil }
}
