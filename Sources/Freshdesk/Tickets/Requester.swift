/// Who asks, in a ticket to create or to change: the one thing that a ticket cannot do without.
///
/// With an address or id that no contact has, the service creates a contact of that name.
public struct Requester: Sendable, Hashable {
    /// What requests say: one of several keys, and a name.
    let fields: JSONObject

    /// A contact or agent who exists.
    public static func id(_ id: Int64) -> Requester { Requester("requester_id", id.jsonValue) }

    /// An e-mail address.
    public static func email(_ address: String, name: String? = nil) -> Requester {
        Requester("email", address.jsonValue, name)
    }

    /// A phone number; the service insists on a name with it.
    public static func phone(_ number: String, name: String) -> Requester {
        Requester("phone", number.jsonValue, name)
    }

    /// A contact who exists, by the Facebook id.
    public static func facebookID(_ id: String) -> Requester { Requester("facebook_id", id.jsonValue) }

    /// A Twitter id.
    public static func twitterID(_ id: String, name: String? = nil) -> Requester {
        Requester("twitter_id", id.jsonValue, name)
    }

    /// An id in a system of your own.
    public static func uniqueExternalID(_ id: String, name: String? = nil) -> Requester {
        Requester("unique_external_id", id.jsonValue, name)
    }

    private init(_ key: String, _ value: JSONValue, _ name: String? = nil) {
        var fields: JSONObject = [key: value]
        fields["name"] = name?.jsonValue
        self.fields = fields
    }

    private init(fields: JSONObject) { self.fields = fields }

    static let spelling = FieldSpelling<Requester>(
        "requester_id", "email", "phone", "facebook_id", "twitter_id", "unique_external_id", "name",
        write: \.fields, read: Requester.init(fields:))
}

extension FieldCheck<Requester> {
    /// Refuses what cannot be an id, an address, a number or a name.
    static var real: Self {
        .all(
            .part("requester_id", { $0.fields["requester_id"] }, .id), .part("email", { $0.fields["email"] }, .email),
            .text("phone"), .text("facebook_id"), .text("twitter_id"), .text("unique_external_id"), .text("name"))
    }

    private static func text(_ key: String) -> Self { .part(key, { $0.fields[key] }, .notBlank) }
}

extension Requester: CustomDebugStringConvertible, CustomReflectable {
    /// The kind of requester, and no customer data.
    public var debugDescription: String { "Requester(\(fields.keys.joined(separator: ", ")))" }

    /// Shows the kind alone.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: fields.keys) }
}
