/// An address with `{tenant}` in the place of its first label.
struct AddressTemplate {
    static let tenant = "{tenant}"
    private let text: String
    private let field: String

    /// - Throws: ``FreshworksError/Code/invalidArgument`` for braces anywhere else.
    init(_ text: String, _ field: String) throws {
        let rest = text.replacing("://\(Self.tenant).", with: "://", maxReplacements: 1)
        guard !rest.contains(where: { "{}<>".contains($0) }) else {
            throw ArgumentCheck.refusal(field, "may have {tenant} as its first label and no other template")
        }
        self.text = text
        self.field = field
    }

    /// The address of a tenant.
    func expanded(tenant: String?, of product: FreshworksProduct) throws -> String {
        guard text.contains(Self.tenant) == (tenant != nil) else {
            throw ArgumentCheck.refusal(
                "tenant", tenant == nil ? "must be set" : "must be absent: the \(field) has none")
        }
        guard let tenant else { return text }
        let pasted = try FreshworksAccount(product, subdomain: tenant)
        guard !pasted.name.contains(".") else {
            throw ArgumentCheck.refusal("tenant", "must be a subdomain of its own, not a host that accounts share")
        }
        let address = text.replacing(Self.tenant, with: pasted.name)
        // The same label under another domain may be somebody else's account, and the key would go there.
        guard !tenant.contains(".") || pasted.origin.contains(address: address) else {
            throw ArgumentCheck.refusal("tenant", "must be of the domain that the \(field) has, or the subdomain alone")
        }
        return address
    }
}

/// A header field whose value has `{{key}}` in it.
struct HeaderTemplate: Sendable {
    let field: String
    /// As it was written.
    let value: String
    private let before: String
    private let after: String

    /// - Throws: ``FreshworksError/Code/invalidArgument`` unless there is exactly one `{{key}}` and no other template.
    init(field: String, value: String) throws {
        let parts = value.split(separator: #/\{\{\s*key\s*\}\}/#, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts.contains(where: { $0.contains("{") || $0.contains("}") }) else {
            throw ArgumentCheck.refusal("value", "must have {{key}} once and no other template")
        }
        self.field = field.trimmingWhitespace
        self.value = value
        before = parts[0]
        after = parts[1]
    }

    /// The credential that sends a key in this field. What the value has before the key is stripped off a pasted one.
    func credential(_ key: Secret, for account: FreshworksAccount) throws -> Credential {
        let scheme = before.trimmingWhitespace.lowercased()
        guard field.lowercased() == "authorization", after.trimmingWhitespace.isEmpty else {
            return try complete(key, for: account)
        }
        switch (scheme, account.product.keyScheme) {
        // The pasted key has its prefix, or the product's own is meant.
        case ("", _), ("token token=", .token), ("token", .token), ("bearer", .bearer), ("basic", .basic):
            return .apiKey(key, for: account.product)
        case ("bearer", _): return .header(prefix: .bearer, username: Secret(""), password: key)
        case ("basic", _): return .header(prefix: .basic, username: key, password: Secret("X"))
        default: return try complete(key, for: account)
        }
    }

    private func complete(_ key: Secret, for account: FreshworksAccount) throws -> Credential {
        guard case .key(let bare) = try Credential.apiKey(key, for: account.product).normalized(for: account).form
        else { return .apiKey(key, for: account.product) }
        return .header(
            field: field, prefix: .none, username: Secret(""), password: Secret(before + bare.reveal() + after))
    }
}
