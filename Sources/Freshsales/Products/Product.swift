/// Something that is sold. Source: Freshworks CRM API, products. Accounts whose plan lacks CPQ answer 403.
///
/// The service documents few of its keys; `json` has them all.
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

    /// The fields of ``Product``, ``ProductDraft`` and ``ProductUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// How it is priced, by the service's word for it.
        public let pricingType = Settable<String>("pricing_type", .notBlank)
        /// The prices; read with `.pricings`. An update adds those without an id, changes those with one, and removes those
        /// of ``ProductPricing/removing(_:)``.
        public let pricings = Settable<[ProductPricing]>("product_pricings")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_field")

        /// The only instance.
        public static let table = Fields()
        /// A name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A price of a product, as it is read, and to add, change or remove. Source: Freshworks CRM API, products.
///
/// The service documents no key of it but `id` and `_destroy`.
public struct ProductPricing: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a price, or makes one of keys that the account's own answers show.
    public init(json: JSONObject) { self.json = json }

    /// Removes the price with an id, by `_destroy`.
    public static func removing(_ id: Int64) -> Self { Self(json: ["id": id.jsonValue, "_destroy": true]) }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``ProductPricing``.
    public final class Fields: FieldTable {
        /// The id, by which to change or remove it.
        public let id = ReadOnly<Int64>("id")
        /// Whether it is to be removed.
        public let isRemoved = ReadOnly<Bool>("_destroy")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A product to create: the fields of ``Product/Fields``.
public typealias ProductDraft = Draft<Product.Fields>

/// What to change of a product: the fields of ``Product/Fields``; what is not set stays as it is.
public typealias ProductUpdate = Update<Product.Fields>

extension ProductDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Product.Fields.draft(fill) { $0.name = name }
    }
}

extension Include where Record == Product {
    /// The prices.
    public static var pricings: Self { Self(rawValue: "product_pricings") }
}
