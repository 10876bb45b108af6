public import Foundation

/// Reads a product's account and credential from environment variables.
public struct FreshworksEnvironment: Sendable {
    private let product: FreshworksProduct
    private let variables: [String: String]

    init(_ product: FreshworksProduct, variables: [String: String]) {
        self.product = product
        self.variables = variables
    }

    /// The account and the credential that the environment configures.
    ///
    /// `FRESHDESK_SUBDOMAIN` names the account; `FRESHDESK_BASE_URL`, the full API base, takes its place. The credential's
    /// variables are those of ``EnvironmentProvider``.
    /// - Throws: ``FreshworksError/Code/notConfigured``, naming the variables that would do; why a value was refused.
    public static func configuration(
        for product: FreshworksProduct, variables: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> (account: FreshworksAccount, provider: any CredentialProvider) {
        let environment = FreshworksEnvironment(product, variables: variables)
        let missing = [environment.missingAccount, environment.missingCredential].compactMap(\.self)
        guard missing.isEmpty else { throw environment.notConfigured(missing) }
        return (try environment.account(), try environment.provider())
    }

    /// Whether any of a product's variables is set.
    public static func mentions(
        _ product: FreshworksProduct, in variables: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        variables.contains { $0.key.hasPrefix(product.name.uppercased() + "_") && !$0.value.isEmpty }
    }

    /// The account alone.
    /// - Throws: ``FreshworksError/Code/notConfigured``, naming the variables that would do; why a value was refused.
    package static func account(
        of product: FreshworksProduct, in variables: [String: String]
    ) throws -> FreshworksAccount {
        try FreshworksEnvironment(product, variables: variables).account()
    }

    /// Whether the environment names an account of a product.
    package static func namesAccount(of product: FreshworksProduct, in variables: [String: String]) -> Bool {
        FreshworksEnvironment(product, variables: variables).missingAccount == nil
    }

    /// A secret of no product, read once from its variable or from the file that the variable with `_FILE` names.
    /// - Throws: ``FreshworksError/Code/conflictingVariables`` if both are set; why the file cannot be used.
    package static func secret(_ variable: String, in variables: [String: String]) throws -> Secret? {
        switch try Source(variable, in: variables) {
        case nil: nil
        case .value(let value): Secret(value)
        case .file(let path): try SecretFileProvider.secret(at: path)
        }
    }

    func account() throws -> FreshworksAccount {
        if let baseURL = self["BASE_URL"] { return try FreshworksAccount(product, baseURL: baseURL) }
        guard let subdomain = self["SUBDOMAIN"] else { throw notConfigured([missingAccount].compactMap(\.self)) }
        return try FreshworksAccount(product, subdomain: subdomain)
    }

    func provider() throws(FreshworksError) -> any CredentialProvider {
        let product = product
        if let key = try secret(keyName) {
            return key.provider { .apiKey($0, for: product) }
        }
        if takesPassword, let email = self["EMAIL"], let password = try secret("PASSWORD") {
            return password.provider { .password(email: email, password: $0, for: product) }
        }
        throw notConfigured([missingCredential].compactMap(\.self))
    }

    // MARK: - Variables

    private enum Source {
        case value(String)
        case file(String)

        init?(_ variable: String, in variables: [String: String]) throws(FreshworksError) {
            func value(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
            switch (value(variable), value(variable + "_FILE")) {
            case (nil, nil): return nil
            case (let value?, nil): self = .value(value)
            case (nil, let path?): self = .file(path)
            case (_?, _?):
                throw FreshworksError(
                    .conflictingVariables, "\(variable) and \(variable)_FILE are both set",
                    advice: "Unset one of them.")
            }
        }

        func provider(as make: @escaping @Sendable (Secret) -> Credential) -> any CredentialProvider {
            switch self {
            case .value(let value): .fixed(make(Secret(value)))
            case .file(let path): .file(path, as: make)
            }
        }
    }

    private subscript(name: String) -> String? {
        guard let value = variables[variable(name)], !value.isEmpty else { return nil }
        return value
    }

    private func secret(_ name: String) throws(FreshworksError) -> Source? {
        try Source(variable(name), in: variables)
    }

    private func variable(_ name: String) -> String { product.name.uppercased() + "_" + name }

    private var keyName: String { product.keyScheme == .bearer ? "API_TOKEN" : "API_KEY" }

    private var takesPassword: Bool { product.keyScheme == .basic }

    // MARK: - What is missing

    private var missingAccount: String? {
        guard self["SUBDOMAIN"] == nil, self["BASE_URL"] == nil else { return nil }
        return "\(variable("SUBDOMAIN")) (or \(variable("BASE_URL")))"
    }

    private var missingCredential: String? {
        func isSet(_ name: String) -> Bool { self[name] != nil || self[name + "_FILE"] != nil }
        if isSet(keyName) || (takesPassword && self["EMAIL"] != nil && isSet("PASSWORD")) { return nil }
        var ways = [variable(keyName) + "_FILE"]
        if takesPassword {
            ways.append("\(variable("EMAIL")) and \(variable("PASSWORD"))")
            ways.append("\(variable("EMAIL")) and \(variable("PASSWORD"))_FILE")
        }
        return "\(variable(keyName)) (or \(ways.joined(separator: ", or ")))"
    }

    private func notConfigured(_ missing: [String]) -> FreshworksError {
        FreshworksError(
            .notConfigured, "\(product.title) is not configured", advice: "Set \(missing.joined(separator: " and ")).")
    }
}

extension FreshworksError.Code {
    /// A secret's variable and its `_FILE` variable are both set.
    public static let conflictingVariables = Self(rawValue: "conflicting_variables")
}
