public import Foundation
public import FreshworksCore

/// The sandbox's Freshsales account and its invented key.
public struct SandboxFreshsales: Sendable {
    let core: SandboxCore

    /// The live API key.
    public var apiKey: String { core.withState { $0.freshsales.key.current } }

    /// Where the account lives in process, such as `https://acme.myfreshworks.com/crm/sales/api`.
    public var baseURL: URL {
        .https("\(core.options.account).myfreshworks.com", Sandbox.Product.freshsales.basePath)
    }

    /// Replaces the key; the old one is refused from now on.
    public func rotateKey() { core.withState { $0.freshsales.key.rotate() } }

    /// Adds a record, as a call of the API would, past the log and the limits.
    ///
    /// ```swift
    /// try sandbox.freshsales.add("deals", ["name": "Renewal", "amount": 1500])
    /// ```
    /// - Parameters:
    ///   - path: The path that the API adds such records at, such as `contacts`, `deals`, `tasks` or `custom_module/cm_orders`.
    ///   - values: What a request may say, and besides that whatever an answer shows: the id and times for instance.
    /// - Returns: The record, as the API shows it.
    /// - Throws: `FreshworksError` with the code `invalid_argument`, in the service's own words.
    @discardableResult
    public func add(_ path: String, _ values: JSONObject) throws -> JSONObject {
        try core.add(
            \.freshsales, values, to: path, host: "\(core.options.account).myfreshworks.com",
            authorization: "Token token=\(apiKey)")
    }

    /// Defines a custom field. Records that are there have it from now on, too.
    /// - Parameters:
    ///   - name: The name in requests and answers, such as `cf_order`; it starts with `cf_`.
    ///   - kind: What it holds.
    ///   - collection: Whose field it is: `contacts`, `sales_accounts`, `deals`, `leads`, `cpq/products` or
    ///     `custom_module/cm_orders`.
    /// - Throws: `FreshworksError` with the code `invalid_argument` if there cannot be such a field.
    public func defineField(_ name: String, _ kind: Sandbox.CustomFieldKind, on collection: String) throws {
        try core.define(\.freshsales, CustomField(name, kind), on: collection)
    }

    /// The custom fields that the account has defined.
    public var customFields: [Sandbox.CustomField] { core.withState { $0.freshsales.customFields } }
}

extension Sandbox {
    /// The Freshsales account. It starts with 30 sales accounts, 40 deals and the contacts of the options, and has one kind of
    /// record of its own, `cm_orders`, of which there are none yet.
    public var freshsales: SandboxFreshsales { SandboxFreshsales(core: core) }
}
