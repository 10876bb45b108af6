public import Foundation

/// A user of Freshsales, who owns records. Source: Freshworks CRM API, users.
public struct User: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a user.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``User``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The full name.
        public let displayName = ReadOnly<String>("display_name")
        /// The e-mail address.
        public let email = ReadOnly<String>("email")
        /// Whether the user may log in.
        public let isActive = ReadOnly<Bool>("is_active")
        /// The phone number at work.
        public let workNumber = ReadOnly<String>("work_number")
        /// The mobile number.
        public let mobileNumber = ReadOnly<String>("mobile_number")
        /// Where the picture is.
        public let avatar = ReadOnly<URL>("avatar")
        /// The id of the user across the products of the suite.
        public let uuid = ReadOnly<String>("uuid")
        /// The service's name of the kind of user, `FdMultitenant::User`.
        public let type = ReadOnly<String>("type")

        /// The only instance.
        public static let table = Fields()
    }
}
