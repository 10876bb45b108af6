public import Foundation

/// Which users to list; what is set must fit all at once. Source: Freshchat API v2, users.
///
/// The service lists nobody without a condition: a filter without one asks for everyone created since the year 2000.
public struct UserFilter: Sendable, Hashable {
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The e-mail address.
    public var email: String?
    /// The phone number.
    public var phone: String?
    /// Your own id of the user.
    public var referenceID: String?
    /// Created at this time or later.
    public var createdFrom: Date?
    /// Created at this time or before.
    public var createdTo: Date?
    /// Last changed at this time or later.
    public var updatedFrom: Date?
    /// Last changed at this time or before.
    public var updatedTo: Date?

    /// Everyone.
    public static let everyone = UserFilter()

    /// Makes a filter; without any condition it lets all users through.
    public init(
        firstName: String? = nil, lastName: String? = nil, email: String? = nil, phone: String? = nil,
        referenceID: String? = nil, createdFrom: Date? = nil, createdTo: Date? = nil, updatedFrom: Date? = nil,
        updatedTo: Date? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.phone = phone
        self.referenceID = referenceID
        self.createdFrom = createdFrom
        self.createdTo = createdTo
        self.updatedFrom = updatedFrom
        self.updatedTo = updatedTo
    }

    var query: QueryItems {
        var items = QueryItems()
        items.append("first_name", firstName, .notBlank)
        items.append("last_name", lastName, .notBlank)
        items.append("email", email, .email)
        items.append("phone_no", phone, .notBlank)
        items.append("reference_id", referenceID, .notBlank)
        let start = self == .everyone ? Date(timeIntervalSince1970: 946_684_800) : createdFrom
        items.append("created_from", start?.queryTime)
        items.append("created_to", createdTo?.queryTime)
        items.append("updated_from", updatedFrom?.queryTime)
        items.append("updated_to", updatedTo?.queryTime)
        return items
    }
}
