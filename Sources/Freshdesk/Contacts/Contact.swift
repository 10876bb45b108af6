public import Foundation

/// A customer. Source: Freshdesk API v2, contacts.
///
/// Its fields are those of ``Fields``. Lists leave out `tags`.
public struct Contact: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The user id; contacts and agents share one number space.
    public let id: Int64

    /// Reads a contact.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Contact``, ``ContactDraft`` and ``ContactUpdate``.
    public final class Fields: FieldTable {
        /// The full name.
        public let name = Settable<String>("name", .notBlank)
        /// The first part of the name.
        public let firstName = ReadOnly<String>("first_name")
        /// The last part of the name.
        public let lastName = ReadOnly<String>("last_name")
        /// The main e-mail address; no other contact or agent may have it.
        public let email = Clearable<String>("email", .email)
        /// More e-mail addresses; an update replaces them all.
        public let otherEmails = Settable<[String]>("other_emails")
        /// The phone number.
        public let phone = Clearable<String>("phone", .notBlank)
        /// The mobile number.
        public let mobile = Clearable<String>("mobile", .notBlank)
        /// More phone numbers.
        public let otherPhoneNumbers = ReadOnly<[String]>("other_phone_numbers")
        /// The Twitter id; no other contact may have it.
        public let twitterID = Clearable<String>("twitter_id", .notBlank)
        /// Whether the Twitter profile is verified.
        public let isTwitterProfileVerified = ReadOnly<Bool>("twitter_profile_status")
        /// How many follow the Twitter profile.
        public let twitterFollowersCount = ReadOnly<Int>("twitter_followers_count")
        /// The Facebook id.
        public let facebookID = ReadOnly<String>("facebook_id")
        /// The id in a system of your own; no other contact may have it.
        public let uniqueExternalID = Clearable<String>("unique_external_id", .notBlank)
        /// The profiles in social networks, ten at most; an update replaces them all.
        public let socialHandler = Settable<[JSONObject]>("social_handler")
        /// The id in the organization, of 19 digits, as Freshchat knows it too.
        public let orgContactID = ReadOnly<String>("org_contact_id")
        /// The same as a text, for readers to whom 19 digits are too many.
        public let orgContactIDText = ReadOnly<String>("org_contact_id_str")
        /// The id of the visitor whom the contact once was.
        public let visitorID = ReadOnly<String>("visitor_id")

        /// The main company; that of the address's domain unless set.
        public let companyID = Clearable<Int64>("company_id", .id)
        /// Whether the contact sees all tickets of the main company.
        public let seesAllTickets = Settable<Bool>("view_all_tickets")
        /// More companies; an update replaces them all.
        public let otherCompanies = Settable<[CompanyMembership]>(
            "other_companies", .each(.member("company_id", \.companyID, .id)))
        /// The postal address.
        public let address = Clearable<String>("address")
        /// About the contact.
        public let description = Clearable<String>("description")
        /// The job title.
        public let jobTitle = Clearable<String>("job_title")
        /// The language, such as `en`.
        public let language = Settable<String>("language")
        /// The time zone by its name in the service, such as `Eastern Time (US & Canada)`.
        public let timeZone = Settable<String>("time_zone")
        /// The tags; absent in lists. An update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_fields")
        /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
        public let lookupParameter = SendOnly<String>("lookup_parameter")

        /// The picture.
        public let avatar = ReadOnly<ContactAvatar>("avatar")
        /// The devices that the contact was seen with.
        public let devices = ReadOnly<[ContactDevice]>("devices")
        /// Whether the contact has been verified.
        public let isActive = ReadOnly<Bool>("active")
        /// Whether the contact was deleted.
        public let isDeleted = ReadOnly<Bool>("deleted")
        /// Contact or visitor.
        public let contactType = ReadOnly<ContactType>("contact_type")
        /// The contact's satisfaction: 103 is best and -103 worst, or 1 to 3 with 3 as the worst in classic surveys.
        public let csatRating = ReadOnly<Int>("csat_rating")
        /// The channel that the contact likes best.
        public let preferredSource = ReadOnly<String>("preferred_source")
        /// The first time that the contact was seen.
        public let firstSeen = ReadOnly<Date>("first_seen")
        /// The last time that the contact was seen.
        public let lastSeen = ReadOnly<Date>("last_seen")
        /// The address of the device that the contact was last seen with.
        public let ipAddress = ReadOnly<String>("ip_address")
        /// The name of a visitor who has not told another.
        public let guestName = ReadOnly<String>("guest_name")
        /// The picture of a visitor who has no other.
        public let guestProfilePicture = ReadOnly<JSONValue>("guest_profile_pic")
        /// When the contact was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the contact was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A name, and one of the ways to reach somebody.
        public static let required: [FieldRequirement] = [
            "name", .any("email", "phone", "mobile", "twitter_id", "unique_external_id", "social_handler"),
        ]
    }
}

/// A contact to create: the fields of ``Contact/Fields``, at least a name and one of the ways to reach somebody.
public typealias ContactDraft = Draft<Contact.Fields>

/// What to change of a contact: the fields of ``Contact/Fields``; what is not set stays as it is.
public typealias ContactUpdate = Update<Contact.Fields>

extension ContactDraft {
    /// Makes a draft, and fills in more. Without an e-mail address, fill in another way to reach the contact.
    public init(name: String, email: String? = nil, _ fill: (inout Self) -> Void = { _ in }) {
        self = Contact.Fields.draft(fill) {
            $0.name = name
            $0.email = email
        }
    }
}
