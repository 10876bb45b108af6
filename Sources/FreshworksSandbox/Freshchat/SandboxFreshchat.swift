public import Foundation
public import FreshworksCore

/// The sandbox's Freshchat account and its invented token.
public struct SandboxFreshchat: Sendable {
    let core: SandboxCore

    /// The live token. As with the real service there is only one.
    public var apiToken: String { core.withState { $0.freshchat.token.current } }

    /// Where the account lives in process, such as `https://acme.freshchat.com/v2`.
    public var baseURL: URL { .https("\(core.options.account).freshchat.com", Sandbox.Product.freshchat.basePath) }

    /// Replaces the token; the old one is refused from now on.
    public func rotateToken() { core.withState { $0.freshchat.token.rotate() } }

    /// Adds a record, as a call of the API would, past the log and the limits.
    ///
    /// ```swift
    /// try sandbox.freshchat.add("users", ["first_name": "Mira", "reference_id": "crm-7"])
    /// ```
    /// - Parameters:
    ///   - path: The path that the API adds such records at, such as `users`, `groups` or `conversations`.
    ///   - values: What a request may say, and besides that whatever an answer shows: the id and times for instance.
    /// - Returns: The record, as the API shows it.
    /// - Throws: `FreshworksError` with the code `invalid_argument`, in the service's own words.
    @discardableResult
    public func add(_ path: String, _ values: JSONObject) throws -> JSONObject {
        try core.add(
            \.freshchat, values, to: path, host: "\(core.options.account).freshchat.com",
            authorization: "Bearer \(apiToken)")
    }

    /// Defines a custom field. Records that are there have it from now on, too.
    /// - Parameters:
    ///   - name: The name in requests and answers, such as `cf_order`; it starts with `cf_`.
    ///   - kind: What it holds.
    ///   - collection: Whose field it is: `conversations`.
    /// - Throws: `FreshworksError` with the code `invalid_argument` if there cannot be such a field.
    public func defineField(_ name: String, _ kind: Sandbox.CustomFieldKind, on collection: String) throws {
        try core.define(\.freshchat, CustomField(name, kind), on: collection)
    }

    /// The custom fields that the account has defined.
    public var customFields: [Sandbox.CustomField] { core.withState { $0.freshchat.customFields } }
}

extension Sandbox {
    /// The Freshchat account. It starts with 30 users, ten conversations and the agents of the options.
    public var freshchat: SandboxFreshchat { SandboxFreshchat(core: core) }
}
