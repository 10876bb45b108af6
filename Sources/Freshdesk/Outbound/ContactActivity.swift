public import Foundation

/// Something that happened elsewhere and shows in a contact's history: the fields of ``ContactActivity/Fields``.
public typealias ContactActivityDraft = Draft<ContactActivity.Fields>

/// Something that happened elsewhere. It is written and never read. Source: Freshdesk API v2, contact activities.
public enum ContactActivity {
    /// The fields of ``ContactActivityDraft``.
    public final class Fields: FieldTable {
        /// What happened.
        public let name = SendOnlyInitial<String>("name", .notBlank)
        /// When; now unless set.
        public let timestamp = SendOnlyInitial<Date>("timestamp")
        /// More about it.
        public let description = SendOnlyInitial<String>("description")
        /// Where to read more.
        public let link = SendOnlyInitial<String>("link", .notBlank)
        /// Who did it: `type`, and `id` and `name`.
        public let actor = SendOnlyInitial<JSONObject>("actor")
        /// Where it happened: `name`, and `id`.
        public let source = SendOnlyInitial<JSONObject>("source")
        /// What it was done to: `type`, `id`, and `link`.
        public let object = SendOnlyInitial<JSONObject>("object")
        /// Whatever else there is to say.
        public let context = SendOnlyInitial<JSONObject>("context")

        /// The only instance.
        public static let table = Fields()
        /// What happened, who did it and where.
        public static let required: [FieldRequirement] = ["name", "actor", "source"]
    }
}

extension ContactActivityDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - name: What happened.
    ///   - actorType: Who did it, such as `customer`.
    ///   - source: The name of the application where it happened.
    public init(
        name: String, by actorType: String, in source: String, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = ContactActivity.Fields.draft(fill) {
            $0.name = name
            $0.actor = ["type": .string(actorType)]
            $0.source = ["name": .string(source)]
        }
    }
}

/// How an activity names its contact.
public enum ActivityContact: Sendable, Hashable {
    /// By the e-mail address.
    case email(String)
    /// By the Twitter handle.
    case twitter(String)
    /// By the id in another system.
    case externalID(String)
    /// By the Facebook id.
    case facebook(String)
    /// By the id.
    case id(Int64)

    var json: JSONObject {
        switch self {
        case .email(let text): ["email": .string(text)]
        case .twitter(let text): ["twitter_id": .string(text)]
        case .externalID(let text): ["unique_external_id": .string(text)]
        case .facebook(let text): ["facebook_id": .string(text)]
        case .id(let id): ["id": id.jsonValue]
        }
    }
}

/// The history of contacts, to be written only. Source: Freshdesk API v2, contact activities.
public struct ContactActivityEndpoints: Sendable {
    let api: APIClient

    /// Adds to a contact's history. `POST /contact-activities`
    ///
    /// **Where no contact fits, the service creates one.**
    /// - Parameters:
    ///   - activity: What happened.
    ///   - contact: Whose history.
    ///   - name: The contact's name, for one that is created.
    ///   - isActor: Whether the contact did it; so it is unless told.
    public func publish(
        _ activity: ContactActivityDraft, of contact: ActivityContact, name: String? = nil, isActor: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws {
        var person = contact.json
        person["name"] = name?.jsonValue
        person["is_actor"] = isActor?.jsonValue
        try await api.send(
            Endpoint<Void>(
                "contact_activities.publish", .post, "contact-activities",
                body: .json(
                    ["activity": .object(activity.json), "contact": .object(person)], refusing: activity.fieldErrors)
            ).checking { try contact.check() }, options)
    }
}

extension ActivityContact {
    fileprivate func check() throws {
        switch self {
        case .email(let text): try ArgumentCheck.email(text, "email")
        case .id(let id): try ArgumentCheck.id(id, "id")
        case .twitter(let text): try ArgumentCheck.notBlank(text, "twitter_id")
        case .externalID(let text): try ArgumentCheck.notBlank(text, "unique_external_id")
        case .facebook(let text): try ArgumentCheck.notBlank(text, "facebook_id")
        }
    }
}

extension FreshdeskClient {
    /// Messages that the account sends by itself.
    public var outboundMessages: OutboundMessageEndpoints { OutboundMessageEndpoints(api: api) }

    /// The history of contacts.
    public var contactActivities: ContactActivityEndpoints { ContactActivityEndpoints(api: api) }
}
