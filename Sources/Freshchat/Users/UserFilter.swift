public import Foundation

/// Which users to list; what is set must fit all at once. Source: Freshchat API v2, users.
///
/// The service lists nobody without a condition. To list everyone, use ``everyone``.
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

    /// Everyone: created since the year 2000.
    public static let everyone = UserFilter(createdFrom: Date(timeIntervalSince1970: 946_684_800))

    /// Makes a filter; at least one condition must be set.
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

    func query() throws -> QueryItems {
        var check = ArgumentCheck()
        if self == UserFilter() {
            check.refuse("filter", "must have at least one condition; .everyone lets all users through")
        }
        check.notBlank(firstName, "first_name")
        check.notBlank(lastName, "last_name")
        check.email(email, "email")
        check.notBlank(phone, "phone_no")
        check.notBlank(referenceID, "reference_id")
        try check.finish()
        return [
            "first_name": firstName, "last_name": lastName, "email": email, "phone_no": phone,
            "reference_id": referenceID, "created_from": createdFrom?.queryTime, "created_to": createdTo?.queryTime,
            "updated_from": updatedFrom?.queryTime, "updated_to": updatedTo?.queryTime,
        ]
    }
}
