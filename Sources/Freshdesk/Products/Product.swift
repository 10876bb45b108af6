public import Foundation

/// A product that the account's help desk serves. Source: Freshdesk API v2, products.
///
/// Its fields are those of ``Fields``.
public struct Product: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a product.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Product``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// About the product.
        public let description = ReadOnly<String>("description")
        /// The address that its mail goes out from; not every account shows it.
        public let primaryEmail = ReadOnly<String>("primary_email")
        /// Whether tickets are of this product unless told; not every account shows it.
        public let isDefault = ReadOnly<Bool>("default")
        /// When the product was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the product was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The products of a Freshdesk account, to be read only. All calls need an administrator's key. Source: Freshdesk API v2,
/// products: `GET /products`, `GET /products/{id}`.
public struct ProductEndpoints: FetchedRecords, PagedRecords {
    /// What is there.
    public typealias Record = Product
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "products" }
}

extension FreshdeskClient {
    /// The products that the account serves.
    public var products: ProductEndpoints { ProductEndpoints(api: administration) }
}
