public import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#endif

/// Puts an account's credential on requests to that account, and on no others.
///
/// ```swift
/// let signer = try RequestSigner(account: account, credential: .freshsales(apiKey: key))
/// let signed = try await signer.sign(URLRequest(url: account.url("contacts/filters")))
/// ```
/// A signed `URLRequest` is Foundation's own type: whoever dumps it sees the header.
public struct RequestSigner: Sendable {
    /// Where the signer's requests go.
    public let account: FreshworksAccount
    package let provider: any CredentialProvider
    private let latest: LatestHeader

    /// Signs with one credential.
    /// - Throws: Why the credential cannot be one of the account's, before anything is sent.
    public init(account: FreshworksAccount, credential: Credential) throws {
        try self.init(account: account, provider: .fixed(credential))
    }

    /// Signs with whatever a provider has at the time.
    /// - Throws: Why the credential cannot be one of the account's, where the provider knows it already.
    public init(account: FreshworksAccount, provider: any CredentialProvider) throws {
        self.account = account
        self.provider = provider
        latest = LatestHeader()
        if let fixed = provider.fixedCredential { _ = try latest.header(of: fixed, for: account) }
    }

    /// Returns the request with the credential's header field, which replaces one of the same name.
    /// - Throws: ``FreshworksError/Code/foreignOrigin`` if the request does not go to the account, before the provider is
    ///   asked; what the provider throws; why its credential was refused.
    public func sign(_ request: URLRequest) async throws -> URLRequest {
        try requireOwnOrigin(request.url)
        let header = try latest.header(of: await provider.credential(), for: account)
        var signed = request
        signed.setValue(header.value, forHTTPHeaderField: header.name)
        return signed
    }

    /// The header fields that sign a request, for any HTTP client.
    /// - Throws: As ``sign(_:)``.
    public func headers(for url: URL) async throws -> HeaderFields {
        try requireOwnOrigin(url)
        return try latest.header(of: await provider.credential(), for: account).fields()
    }

    /// Signs a request of the calling path with the credential it was given.
    package func authorize(_ request: inout TransportRequest, with credential: Credential) throws {
        try requireOwnOrigin(request.url)
        let header = try latest.header(of: credential, for: account)
        try request.headers.set(header.name, to: header.value, isSensitive: true)
    }

    /// What of a credential a service may have sent back, to be hidden.
    package func secrets(of credential: Credential) throws -> [String] {
        try latest.header(of: credential, for: account).secrets
    }

    private func requireOwnOrigin(_ url: URL?) throws {
        guard let url, account.origin.contains(url) else {
            throw FreshworksError(
                .foreignOrigin, "the request does not go to \(account.origin), so it gets no credential",
                advice: "Send requests to other addresses unsigned.")
        }
    }
}

/// The header of the credential that was used last, so that signing is a lookup.
private final class LatestHeader: Sendable {
    private let held = Mutex<(revision: Credential.Revision, header: CredentialHeader)?>(nil)

    func header(of credential: Credential, for account: FreshworksAccount) throws -> CredentialHeader {
        if let held = held.withLock({ $0 }), held.revision == credential.revision { return held.header }
        let header = try CredentialHeader(credential, for: account)
        held.withLock { $0 = (credential.revision, header) }
        return header
    }
}

extension RequestSigner: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The origin that requests are signed for.
    public var description: String { "RequestSigner(\(account.origin))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension FreshworksError.Code {
    /// A request to another scheme, host or port was to be signed. It was not.
    public static let foreignOrigin = Self(rawValue: "foreign_origin")
}
