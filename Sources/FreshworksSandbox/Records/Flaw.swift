import FreshworksCore

/// Something that is wrong with a request. Each service says it in its own words.
struct Flaw: Error, Sendable {
    enum Kind: Sendable {
        /// The service has no such key or parameter.
        case unknown
        /// A new record may not say it, though an update may.
        case updateOnly
        case missing
        case blank
        /// Of another type than this.
        case mismatch(String)
        /// A list with elements of another type than this.
        case elements(String)
        /// None of these.
        case choice([String])
        case format(String)
        case tooFew
        case tooMany(Int)
        /// The id of a record that is not there, of this kind.
        case dangling(String)
        /// Another record has the value; its id, where the service tells it.
        case duplicate(of: JSONValue?)
        /// What only one service says, in its words.
        case said(code: String, String)
    }

    /// The key, and for what stands within it the way there, such as `custom_fields.cf_region` or `messages[0].actor_type`.
    let place: String
    let kind: Kind

    init(_ place: String, _ kind: Kind) {
        self.place = place
        self.kind = kind
    }

    /// The key of the record that the place lies in.
    var key: Substring { place.prefix { $0 != "." && $0 != "[" } }

    var isMissing: Bool { if case .missing = kind { true } else { false } }

    /// Whether all is well with the request itself, and only another record stands in its way.
    var isDuplicate: Bool { if case .duplicate = kind { true } else { false } }
}
