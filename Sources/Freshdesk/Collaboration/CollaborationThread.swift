public import Foundation

/// A conversation beside a ticket: a forward, a discussion or a private one. Source: Freshdesk API v2, threads.
///
/// Its fields are those of ``Fields``.
public struct CollaborationThread: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a thread.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``CollaborationThread``, ``CollaborationThreadDraft`` and ``CollaborationThreadUpdate``.
    public final class Fields: FieldTable {
        /// What kind it is.
        public let type = Initial<CollaborationThreadType>("type", .notBlank)
        /// The title.
        public let title = Settable<String>("title", .notBlank)
        /// The ticket.
        public let parent = Initial<ThreadPlace>("parent")
        /// The note that it began with.
        public let anchor = Initial<ThreadPlace>("anchor")
        /// Who takes part: `emails` and `agents`.
        public let participants = Initial<JSONObject>("participants")
        /// More about it, such as `email_config_id`.
        public let additionalInfo = Settable<JSONObject>("additional_info")
        /// Its messages: their number and the time of the last one.
        public let linkedObject = ReadOnly<JSONObject>("linked_object")
        /// Whether the calling agent has read it.
        public let isRead = ReadOnly<Bool>("is_read")
        /// Who began it.
        public let createdBy = ReadOnly<Int64>("created_by")
        /// Who changed it last.
        public let updatedBy = ReadOnly<Int64>("updated_by")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// What kind it is, and the ticket.
        public static let required: [FieldRequirement] = ["type", "parent"]
    }
}

/// A thread to begin: the fields of ``CollaborationThread/Fields``.
public typealias CollaborationThreadDraft = Draft<CollaborationThread.Fields>

/// What to change of a thread: the fields of ``CollaborationThread/Fields``; what is not set stays as it is.
public typealias CollaborationThreadUpdate = Update<CollaborationThread.Fields>

extension CollaborationThreadDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(_ type: CollaborationThreadType, ticketID: Int64, _ fill: (inout Self) -> Void = { _ in }) {
        self = CollaborationThread.Fields.draft(fill) {
            $0.type = type
            $0.parent = .ticket(ticketID)
        }
    }
}

/// What kind of conversation it is.
public struct CollaborationThreadType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// With people outside, by e-mail.
    public static let forward = Self(rawValue: "forward")
    /// Between agents.
    public static let discussion = Self(rawValue: "discussion")
    /// Between some agents.
    public static let `private` = Self(rawValue: "private")
}

/// What a thread hangs on. Source: Freshdesk API v2, threads.
///
/// Its fields are those of ``Fields``.
public struct ThreadPlace: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a place.
    public init(json: JSONObject) { self.json = json }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    private init(_ type: String, _ id: Int64) { json = ["id": .string(String(id)), "type": .string(type)] }

    /// A ticket.
    public static func ticket(_ id: Int64) -> Self { Self("ticket", id) }
    /// A note.
    public static func conversation(_ id: Int64) -> Self { Self("conversation", id) }

    /// The fields of ``ThreadPlace``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<Int64>("id")
        /// `ticket` or `conversation`.
        public let type = ReadOnly<String>("type")

        /// The only instance.
        public static let table = Fields()
    }
}
