public import Foundation

/// Which contacts to list; what is set must fit all at once. Source: Freshdesk API v2, contacts.
///
/// Blocked and deleted contacts come only when ``state`` asks for them.
public struct ContactFilter: Sendable, Hashable {
    /// The exact e-mail address.
    public var email: String?
    /// The exact mobile number.
    public var mobile: String?
    /// The exact phone number.
    public var phone: String?
    /// The company.
    public var companyID: Int64?
    /// Blocked, deleted, unverified or verified.
    public var state: State?
    /// Contacts or visitors.
    public var contactType: ContactType?
    /// Changed at this time or later.
    public var updatedSince: Date?

    /// Blocked, deleted, unverified or verified.
    public struct State: OpenEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a state, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Blocked.
        public static let blocked = Self(rawValue: "blocked")
        /// Deleted, but not for good.
        public static let deleted = Self(rawValue: "deleted")
        /// Not verified yet.
        public static let unverified = Self(rawValue: "unverified")
        /// Verified.
        public static let verified = Self(rawValue: "verified")
    }

    /// Makes a filter; without any condition it lets all contacts through that are neither blocked nor deleted.
    public init(
        email: String? = nil, mobile: String? = nil, phone: String? = nil, companyID: Int64? = nil,
        state: State? = nil, contactType: ContactType? = nil, updatedSince: Date? = nil
    ) {
        self.email = email
        self.mobile = mobile
        self.phone = phone
        self.companyID = companyID
        self.state = state
        self.contactType = contactType
        self.updatedSince = updatedSince
    }

    func query(pageSize: Int) -> QueryItems {
        var items = QueryItems()
        items.append("email", email, .email)
        items.append("mobile", mobile, .notBlank)
        items.append("phone", phone, .notBlank)
        items.append("company_id", companyID, .id)
        items.append("state", state?.rawValue)
        items.append("contact_type", contactType?.rawValue)
        items.append(contentsOf: .updated(since: updatedSince, "_updated_since"))
        return .page(of: pageSize, items)
    }
}
