public import Foundation

/// A note about a contact, a sales account, a deal or a lead. Source: Freshworks CRM API, notes.
///
/// Its fields are those of ``Fields``. Notes are read through the record that they are about, as by
/// `freshsales.contacts.notes(of: id)`: the service documents no way to get a single one.
public struct Note: SalesRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer.
    public var sideloads = Sideloads()
    /// `note`.
    public static let record: StaticString = "note"
    /// `notes`.
    public static let records: StaticString = "notes"

    /// Reads a note.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The user who wrote the note; where the answer has the users.
    public var creator: User? { related("creater_id", in: "users") }

    /// The fields of ``Note``, ``NoteDraft`` and ``NoteUpdate``.
    public final class Fields: FieldTable {
        /// The text, as HTML.
        public let description = Settable<String>("description", .notBlank)
        /// The record that the note is about.
        public let target = Settable<Target>("targetable", as: Target.spelling, reading: Target.init(of:), .real)

        /// The user who wrote the note.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// Where a recording is.
        public let url = ReadOnly<URL>("url")
        /// How long a recording takes, as the service spells it.
        public let duration = ReadOnly<String>("duration")
        /// Whether the credential's user may read it.
        public let hasAccess = ReadOnly<Bool>("has_access")
        /// Where the note is talked about.
        public let collabContext = ReadOnly<NoteCollabContext>("collab_context")
        /// When the note was written.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the note was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A text, and what it is about.
        public static let required: [FieldRequirement] = ["description", "targetable_type"]
    }
}

/// Where a note is talked about. Source: Freshworks CRM API, notes.
public struct NoteCollabContext: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads it.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``NoteCollabContext``, which the service alone writes.
    public final class Fields: FieldTable {
        /// Whether the credential's user may see the talk in Slack.
        public let hasSlackViewAccess = ReadOnly<Bool>("hasSlackViewAccess")
        /// The id of the message there; may be empty.
        public let messageID = ReadOnly<String>("messageId")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A note to write: the fields of ``Note/Fields``.
public typealias NoteDraft = Draft<Note.Fields>

/// What to change of a note: the fields of ``Note/Fields``; what is not set stays as it is.
public typealias NoteUpdate = Update<Note.Fields>

extension NoteDraft {
    /// Makes a draft of what the service requires: `NoteDraft("<p>Called.</p>", about: .deal(deal.id))`.
    /// - Parameter description: The text, as HTML.
    public init(_ description: String, about target: Target, _ fill: (inout Self) -> Void = { _ in }) {
        self = Note.Fields.draft(fill) {
            $0.description = description
            $0.target = target
        }
    }
}
