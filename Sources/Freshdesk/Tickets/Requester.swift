/// Who asks, in a ticket to create or to change: the one thing that a ticket cannot do without.
///
/// With an address or id that no contact has, the service creates a contact of that name.
public struct Requester: Encodable, Sendable, Hashable {
    private var id: Int64?
    private var email: String?
    private var phone: String?
    private var facebookID: String?
    private var twitterID: String?
    private var uniqueExternalID: String?
    private var name: String?

    /// A contact or agent who exists.
    public static func id(_ id: Int64) -> Requester { Requester(id: id) }

    /// An e-mail address.
    public static func email(_ address: String, name: String? = nil) -> Requester {
        Requester(email: address, name: name)
    }

    /// A phone number; the service insists on a name with it.
    public static func phone(_ number: String, name: String) -> Requester { Requester(phone: number, name: name) }

    /// A contact who exists, by the Facebook id.
    public static func facebookID(_ id: String) -> Requester { Requester(facebookID: id) }

    /// A Twitter id.
    public static func twitterID(_ id: String, name: String? = nil) -> Requester {
        Requester(twitterID: id, name: name)
    }

    /// An id in a system of your own.
    public static func uniqueExternalID(_ id: String, name: String? = nil) -> Requester {
        Requester(uniqueExternalID: id, name: name)
    }

    func check() throws {
        try ArgumentCheck.id(id, "requester_id")
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.notBlank(phone, "phone")
        try ArgumentCheck.notBlank(facebookID, "facebook_id")
        try ArgumentCheck.notBlank(twitterID, "twitter_id")
        try ArgumentCheck.notBlank(uniqueExternalID, "unique_external_id")
        try ArgumentCheck.notBlank(name, "name")
    }

    private enum CodingKeys: String, CodingKey {
        case email, phone, name
        case id = "requester_id"
        case facebookID = "facebook_id"
        case twitterID = "twitter_id"
        case uniqueExternalID = "unique_external_id"
    }
}
