public import Foundation

/// A customer. Source: Freshdesk API v2, contacts.
///
/// Lists leave out ``tags``.
public struct Contact: Resource {
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

    /// The full name.
    public var name: String? { json["name"] }
    /// The first part of the name.
    public var firstName: String? { json["first_name"] }
    /// The last part of the name.
    public var lastName: String? { json["last_name"] }
    /// The main e-mail address.
    public var email: String? { json["email"] }
    /// More e-mail addresses.
    public var otherEmails: [String]? { json["other_emails"] }
    /// The phone number.
    public var phone: String? { json["phone"] }
    /// The mobile number.
    public var mobile: String? { json["mobile"] }
    /// More phone numbers.
    public var otherPhoneNumbers: [String]? { json["other_phone_numbers"] }
    /// The Twitter id.
    public var twitterID: String? { json["twitter_id"] }
    /// Whether the Twitter profile is verified.
    public var twitterProfileStatus: Bool? { json["twitter_profile_status"] }
    /// How many follow the Twitter profile.
    public var twitterFollowersCount: Int? { json["twitter_followers_count"] }
    /// The Facebook id.
    public var facebookID: String? { json["facebook_id"] }
    /// The id in a system of your own.
    public var uniqueExternalID: String? { json["unique_external_id"] }
    /// The profiles in social networks.
    public var socialHandler: [JSONObject]? { json["social_handler"] }
    /// The id in the organization, of 19 digits.
    public var orgContactID: Int64? { json["org_contact_id"] }
    /// The id of the visitor whom the contact once was.
    public var visitorID: String? { json["visitor_id"] }

    /// The main company.
    public var companyID: Int64? { json["company_id"] }
    /// Whether the contact sees all tickets of the main company.
    public var viewAllTickets: Bool? { json["view_all_tickets"] }
    /// More companies.
    public var otherCompanies: [CompanyMembership]? { json["other_companies"] }
    /// The postal address.
    public var address: String? { json["address"] }
    /// About the contact.
    public var description: String? { json["description"] }
    /// The job title.
    public var jobTitle: String? { json["job_title"] }
    /// The language, such as `en`.
    public var language: String? { json["language"] }
    /// The time zone by its name in the service, such as `Eastern Time (US & Canada)`.
    public var timeZone: String? { json["time_zone"] }
    /// The tags; absent in lists.
    public var tags: [String]? { json["tags"] }
    /// The fields that the account has defined.
    public var customFields: CustomFields { json["custom_fields"] ?? [:] }
    /// The picture.
    public var avatar: ContactAvatar? { json["avatar"] }
    /// The devices that the contact was seen with.
    public var devices: [ContactDevice]? { json["devices"] }

    /// Whether the contact has been verified.
    public var active: Bool? { json["active"] }
    /// Whether the contact was deleted.
    public var deleted: Bool? { json["deleted"] }
    /// Contact or visitor.
    public var contactType: ContactType? { json["contact_type"] }
    /// The contact's satisfaction.
    public var csatRating: Int? { json["csat_rating"] }
    /// The channel that the contact likes best.
    public var preferredSource: String? { json["preferred_source"] }
    /// When the contact was created.
    public var createdAt: Date? { json["created_at"] }
    /// When the contact was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
