public import Foundation

/// The picture of a contact. Source: Freshdesk API v2, contacts.
public struct ContactAvatar: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The picture's id.
    public let id: Int64

    /// Reads a picture.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ContactAvatar``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The file's name.
        public let name = ReadOnly<String>("name")
        /// The content type, such as `image/png`.
        public let contentType = ReadOnly<String>("content_type")
        /// The size in bytes.
        public let size = ReadOnly<Int64>("size")
        /// Where to fetch the picture: a signed address, to be called without the credential.
        public let url = ReadOnly<URL>("avatar_url")
        /// When it was added.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A device that a contact was seen with. Source: Freshdesk API v2, contacts.
public struct ContactDevice: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a device.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``ContactDevice``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The kind of device.
        public let deviceType = ReadOnly<String>("device_type")
        /// Who made it.
        public let deviceMake = ReadOnly<String>("device_make")
        /// The model.
        public let deviceModel = ReadOnly<String>("device_model")
        /// The version of the app on it.
        public let appVersion = ReadOnly<String>("app_version")
        /// The operating system.
        public let os = ReadOnly<String>("os")
        /// The version of the operating system.
        public let osVersion = ReadOnly<String>("os_version")

        /// The only instance.
        public static let table = Fields()
    }
}

/// One of the further companies of a contact. Source: Freshdesk API v2, contacts.
public struct CompanyMembership: JSONReadable, JSONWritable, Sendable, Hashable {
    /// The company.
    public var companyID: Int64
    /// Whether the contact sees all its tickets.
    public var seesAllTickets: Bool?

    /// Makes a membership.
    public init(companyID: Int64, seesAllTickets: Bool? = nil) {
        self.companyID = companyID
        self.seesAllTickets = seesAllTickets
    }

    /// Reads an object, and the bare id that lists show.
    public init?(json: JSONValue) {
        guard let id: Int64 = json["company_id"] ?? Int64(json: json) else { return nil }
        self.init(companyID: id, seesAllTickets: json["view_all_tickets"])
    }

    /// An object.
    public var jsonValue: JSONValue {
        var object: JSONObject = ["company_id": companyID.jsonValue]
        object["view_all_tickets"] = seesAllTickets?.jsonValue
        return .object(object)
    }
}

/// Whether a person is a contact or a mere visitor.
public struct ContactType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A contact.
    public static let contact = Self(rawValue: "contact")
    /// A visitor.
    public static let visitor = Self(rawValue: "visitor")
}
