public import Foundation

/// One customer's account of one product: where its API is. Holds no secret.
///
/// ```swift
/// let account = try FreshworksAccount.freshsales("acme")  // https://acme.myfreshworks.com/crm/sales/api
/// let local = try FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:8080/api/v2")
/// ```
public struct FreshworksAccount: Sendable, Hashable {
    /// The product.
    public let product: FreshworksProduct
    /// The tenant's label, such as `acme`, or the host for addresses without one.
    public let name: String
    /// Scheme, host and port. A credential of this account goes nowhere else.
    public let origin: Origin
    /// The path that every API address starts with, such as `/api/v2`. It may be empty and never ends in a slash.
    public let basePath: String
    /// What was mended in the text that the account was made from.
    public let repairs: [Repair]
    /// How a credential of this account is verified; the product's way unless replaced.
    public var probes: VerificationProbes

    /// Reads the subdomain, host or address that a person pasted.
    ///
    /// Case, white space, scheme and path are mended and reported in ``repairs``; what is not clearly an account of the
    /// product is refused. The error never quotes the text.
    /// - Throws: One of the codes that ``FreshworksError/Code`` lists for subdomains and hosts.
    public init(_ product: FreshworksProduct, subdomain: String) throws {
        self.init(product, try Subdomain(subdomain, for: product))
    }

    /// Reads the full base URL of an API, such as `http://127.0.0.1:8080/api/v2` or that of a proxy.
    ///
    /// On the product's own hosts a missing base path is filled in. Plain `http` is for loopback addresses alone.
    /// - Parameter allowsForeignHost: Accepts any `https` host. Whoever runs that host reads every credential sent to it.
    /// - Throws: One of the codes that ``FreshworksError/Code`` lists for subdomains and hosts.
    public init(_ product: FreshworksProduct, baseURL: String, allowsForeignHost: Bool = false) throws {
        self.init(product, try Subdomain(baseURL: baseURL, for: product, allowsForeignHost: allowsForeignHost))
    }

    private init(_ product: FreshworksProduct, _ found: Subdomain) {
        self.product = product
        name = found.label
        origin = found.origin
        basePath = found.basePath
        repairs = found.repairs
        probes = product.probes
    }

    /// A Freshdesk account: `acme` is `https://acme.freshdesk.com/api/v2`.
    /// - Throws: As ``init(_:subdomain:)``.
    public static func freshdesk(_ subdomain: String) throws -> FreshworksAccount {
        try FreshworksAccount(.freshdesk, subdomain: subdomain)
    }

    /// A Freshchat account: `acme` is `https://acme.freshchat.com/v2`. Full hosts such as `acme-1.myfreshworks.com` and
    /// `api.eu.freshchat.com` are kept.
    /// - Throws: As ``init(_:subdomain:)``.
    public static func freshchat(_ subdomain: String) throws -> FreshworksAccount {
        try FreshworksAccount(.freshchat, subdomain: subdomain)
    }

    /// A Freshsales account by its bundle alias: `acme` is `https://acme.myfreshworks.com/crm/sales/api`. Full hosts such as
    /// `acme.freshsales.io` are kept.
    /// - Throws: As ``init(_:subdomain:)``.
    public static func freshsales(_ subdomain: String) throws -> FreshworksAccount {
        try FreshworksAccount(.freshsales, subdomain: subdomain)
    }

    /// What every API address of the account starts with, such as `https://acme.freshdesk.com/api/v2`.
    public var baseURL: String { origin.description + basePath }

    /// The address of an API path.
    /// - Throws: ``FreshworksError/Code/invalidPath`` if a segment is empty, `.` or `..`.
    public func url(_ path: PathTemplate, query: QueryItems = [:]) throws -> URL {
        try url(below: baseURL, path, query)
    }

    /// The address of a call that verifies a credential.
    /// - Throws: ``FreshworksError/Code/invalidPath`` if a segment is empty, `.` or `..`.
    public func url(for probe: VerificationProbes.Probe) throws -> URL {
        try url(below: probe.startsAtOrigin ? origin.description : baseURL, probe.path, probe.query)
    }

    private func url(below base: String, _ path: PathTemplate, _ query: QueryItems) throws -> URL {
        var text = base + "/" + (try path.encoded())
        if !query.isEmpty { text += "?" + query.encoded }
        guard let url = URL(string: text) else {
            throw FreshworksError(.invalidPath, "the path \(path.template) does not make an address")
        }
        return url
    }
}
