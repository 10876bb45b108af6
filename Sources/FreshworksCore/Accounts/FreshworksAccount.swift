public import Foundation

/// One customer's account of one product: where its API is. Holds no secret.
public struct FreshworksAccount: Sendable, Hashable {
    /// The product.
    public let product: FreshworksProduct
    /// The tenant's label, such as `acme`, or the host for addresses without one.
    public let name: String
    /// What every API address of the account starts with, such as `https://acme.freshdesk.com/api/v2`.
    public let baseURL: URL
    /// What was mended in the text that the account was made from.
    public let repairs: [Repair]
    /// How a credential of this account is checked; the product's way unless replaced.
    public var credentialCheck: CredentialCheck

    /// The address of an API path.
    /// - Throws: ``FreshworksError/Code/invalidPath`` if a segment is empty, `.` or `..`.
    public func url(_ path: PathTemplate, query: QueryItems = [:]) throws -> URL {
        var text = baseURL.absoluteString + "/" + (try path.encoded())
        if !query.isEmpty { text += "?" + query.encoded }
        guard let url = URL(string: text) else {
            throw FreshworksError(.invalidPath, "the path \(path.template) does not make an address")
        }
        return url
    }

    /// A mend that the library made to a pasted value, to tell the user about. It never quotes the value.
    public struct Repair: Sendable, Hashable, CustomStringConvertible {
        /// What was done, as a clause such as `took the subdomain from a full address`.
        public let description: String
    }

    package init(product: FreshworksProduct, name: String, baseURL: URL, repairs: [Repair]) {
        self.product = product
        self.name = name
        self.baseURL = baseURL
        self.repairs = repairs
        credentialCheck = product.check
    }
}
