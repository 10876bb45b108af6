public import Foundation
public import FreshworksCore

/// The sandbox's Freshdesk account and its invented credentials.
public struct SandboxFreshdesk: Sendable {
    let core: SandboxCore

    /// The live API key of the first agent.
    public var apiKey: String { core.withState { $0.freshdesk.key.current } }

    /// The API key of the second agent, who is no administrator and gets 403 where one is needed.
    public var agentKey: String { core.withState { $0.freshdesk.agentKey.current } }

    /// The first agent's login name.
    public var email: String { core.withState { $0.freshdesk.login.email } }

    /// The first agent's password.
    public var password: String { core.withState { $0.freshdesk.login.password } }

    /// Where the account lives in process, such as `https://acme.freshdesk.com/api/v2`.
    public var baseURL: URL { .https("\(core.options.account).freshdesk.com", Sandbox.Product.freshdesk.basePath) }

    /// Replaces the key; the old one is refused from now on.
    public func rotateKey() { core.withState { $0.freshdesk.key.rotate() } }

    /// Marks a ticket as spam, for which the API has no call; it can then be read but not changed. It counts as a change of
    /// the ticket.
    public func markAsSpam(ticket id: Int64) { mark("spam", id, FreshdeskService.tickets) }

    /// Blocks a contact, for which the API has no call; it can then be read but not changed.
    public func block(contact id: Int64) { mark("blocked", id, FreshdeskService.contacts) }

    private func mark(_ key: String, _ id: Int64, _ collection: FreshdeskRecords) {
        let now = core.options.clock.wallNow
        core.withState { state in
            guard var record = state.freshdesk[collection, .int(id)] else { return }
            record[key] = true
            record["updated_at"] = .seconds(now)
            state.freshdesk.keep(record, collection)
        }
    }

    /// Adds a record, as a call of the API would, past the log and the limits.
    ///
    /// ```swift
    /// try sandbox.freshdesk.add("companies", ["name": "Hooli", "domains": ["hooli.example"]])
    /// ```
    /// - Parameters:
    ///   - path: The path that the API adds such records at, such as `tickets`, `contacts` or `tickets/7/notes`.
    ///   - values: What a request may say, and besides that whatever an answer shows: the id and times for instance.
    /// - Returns: The record, as the API shows it.
    /// - Throws: `FreshworksError` with the code `invalid_argument`, in the service's own words.
    @discardableResult
    public func add(_ path: String, _ values: JSONObject) throws -> JSONObject {
        try core.add(
            \.freshdesk, values, to: path, host: "\(core.options.account).freshdesk.com",
            authorization: "Basic " + Data("\(apiKey):X".utf8).base64EncodedString())
    }

    /// Defines a custom field. Records that are there have it from now on, too.
    /// - Parameters:
    ///   - name: The name in requests and answers, such as `cf_order`.
    ///   - kind: What it holds.
    ///   - collection: Whose field it is: `tickets`, `contacts` or `companies`.
    /// - Throws: `FreshworksError` with the code `invalid_argument` if there cannot be such a field.
    public func defineField(_ name: String, _ kind: Sandbox.CustomFieldKind, on collection: String) throws {
        try core.define(\.freshdesk, CustomField(name, kind), on: collection)
    }

    /// The custom fields that the account has defined.
    public var customFields: [Sandbox.CustomField] { core.withState { $0.freshdesk.customFields } }
}

extension Sandbox {
    /// The Freshdesk account.
    public var freshdesk: SandboxFreshdesk { SandboxFreshdesk(core: core) }
}
