public import Foundation

/// A person who writes to the account, also called a contact. Source: Freshchat API v2, users.
///
/// Its fields are those of ``Fields``.
public struct User: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The user's id: as a rule a UUID, but apps may choose others.
    public let id: String

    /// Reads a user.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``User``, ``UserDraft`` and ``UserUpdate``.
    ///
    /// The service documents no way to empty a field. Those that `.clear` takes are set to an empty text.
    public final class Fields: OptionalFieldTable {
        /// The e-mail address; anonymous visitors have none.
        public let email = Settable<String>("email", .email)
        /// The first name; the service makes one up for anonymous visitors.
        public let firstName = Clearable<String>("first_name", clearedBy: "", .notBlank)
        /// The last name.
        public let lastName = Clearable<String>("last_name", clearedBy: "", .notBlank)
        /// The phone number, such as `+14155550100`.
        public let phone = Clearable<String>("phone", clearedBy: "", .notBlank)
        /// Your own id of the user, to find the user by.
        public let referenceID = Clearable<String>("reference_id", clearedBy: "", .notBlank)
        /// The avatar.
        public let avatar = Settable<Picture>("avatar")
        /// The properties that the account has defined itself. Requests say them as texts. It is not documented whether
        /// an update leaves those that it does not name.
        public let properties = Settable<CustomFields>(
            "properties", as: .pairs, reading: CustomFields.properties(of:), .named)
        /// Accounts at social networks.
        public let socialProfiles = Settable<[SocialProfile]>("social_profiles")
        /// The id by which an app's SDK restores the user's conversations.
        public let restoreID = ReadOnly<String>("restore_id")
        /// Whether the user is logged in.
        public let isLoggedIn = ReadOnly<Bool>("login_status")
        /// The id in the organization, of 18 or 19 digits, as Freshdesk knows it too.
        public let orgContactID = ReadOnly<String>("org_contact_id")
        /// When the user was created.
        public let createdAt = ReadOnly<Date>("created_time")
        /// When the user was last changed.
        public let updatedAt = ReadOnly<Date>("updated_time")

        /// The only instance.
        public static let table = Fields()

        /// Refuses a draft without anything.
        public static func errors(in draft: UserDraft) -> [FreshworksError.FieldError] {
            draft.json.isEmpty ? [.refused("user", "must have at least one property")] : []
        }
    }
}

/// A user to create: the fields of ``User/Fields``, at least one.
public typealias UserDraft = Draft<User.Fields>

/// What to change of a user: the fields of ``User/Fields``; what is not set stays as it is.
public typealias UserUpdate = Update<User.Fields>

extension UserDraft {
    /// Makes a draft of what most users have, and fills in more.
    public init(
        email: String, firstName: String? = nil, lastName: String? = nil, phone: String? = nil,
        referenceID: String? = nil, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self.init(
            firstName: firstName, lastName: lastName, email: email, phone: phone, referenceID: referenceID, fill)
    }

    /// Makes a draft of a user who may have no address, and fills in more.
    public init(
        firstName: String?, lastName: String? = nil, email: String? = nil, phone: String? = nil,
        referenceID: String? = nil, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self.init {
            $0.firstName = firstName
            $0.lastName = lastName
            $0.email = email
            $0.phone = phone
            $0.referenceID = referenceID
            fill(&$0)
        }
    }
}
