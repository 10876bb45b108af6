public import Foundation

/// A phone call that was made. Source: Freshworks CRM API, phone calls.
public struct PhoneCall: SalesRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer: `contacts`, `phone_numbers`, `phone_callers`, `notes` and others.
    public var sideloads = Sideloads()
    /// `phone_call`.
    public static let record: StaticString = "phone_call"
    /// `phone_calls`.
    public static let records: StaticString = "phone_calls"

    /// Reads a call.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The note about it, where it came along.
    public var note: Note? { related("note_id", in: "notes") }

    /// The fields of ``PhoneCall`` and ``PhoneCallDraft``.
    public final class Fields: FieldTable {
        /// Whether the other side called.
        public let isIncoming = Initial<Bool>("call_direction")
        /// The record that the call is about.
        public let target = Initial<Target>(
            "targetable",
            as: FieldSpelling(
                "targetable_type", "targetable",
                write: { ["targetable_type": $0.type.jsonValue, "targetable": ["id": $0.id.jsonValue]] },
                read: { record in
                    guard let type = record["targetable_type"].flatMap(TargetType.init(json:)),
                        let id = record["targetable"]?["id"].flatMap(Int64.init(json:))
                    else { return Target(of: record) }
                    return Target(type, id)
                }), reading: Target.init(of:), .real)
        /// What was said, as HTML.
        public let noteText = SendOnlyInitial<String>(
            "note",
            as: .sent(as: "note", write: { ["description": .string($0)] }, read: { $0["description"]?.stringValue }),
            .notBlank)

        /// The note about it.
        public let noteID = ReadOnly<Int64>("note_id")
        /// How long the call took, in seconds.
        public let callDuration = ReadOnly<Int>("call_duration")
        /// How long the recording takes, in seconds.
        public let recordingDuration = ReadOnly<Int>("recording_duration")
        /// What became of it.
        public let status = ReadOnly<String>("status")
        /// Where the recording is.
        public let recording = ReadOnly<String>("recording")
        /// When it took place.
        public let conversationTime = ReadOnly<Date>("conversation_time")
        /// What it cost.
        public let cost = ReadOnly<Decimal>("cost")
        /// Whether somebody wrote it down, rather than the phone.
        public let isManual = ReadOnly<Bool>("is_manual")
        /// The number that took part.
        public let phoneNumberID = ReadOnly<Int64>("phone_number_id")
        /// Who called.
        public let phoneCallerID = ReadOnly<Int64>("phone_caller_id")

        /// The only instance.
        public static let table = Fields()
        /// A direction, and what it is about.
        public static let required: [FieldRequirement] = ["call_direction", "targetable_type"]
    }
}

/// A phone call to keep: the fields of ``PhoneCall/Fields``.
public typealias PhoneCallDraft = Draft<PhoneCall.Fields>

extension PhoneCallDraft {
    /// Makes a draft: `PhoneCallDraft(incoming: true, with: .contact(contact.id), note: "Wants a quote")`.
    public init(incoming: Bool, with target: Target, note: String? = nil) {
        self = PhoneCall.Fields.draft { _ in
        } _: {
            $0.isIncoming = incoming
            $0.target = target
            $0.noteText = note
        }
    }
}

/// How a phone call is sent. The service documents one way and integrations use two.
public enum PhoneCallEncoding: Sendable, Hashable {
    /// As JSON, as most integrations do.
    case json
    /// As a form with keys such as `phone_call[note][description]`. An account was seen to heed the record and the note in
    /// this form alone.
    case form
}

/// The phone calls of a Freshsales account. Source: Freshworks CRM API, phone calls.
public struct PhoneCallEndpoints: Sendable {
    let api: APIClient

    /// Keeps a call that was made elsewhere. `POST /phone_calls`
    /// - Parameter encoding: `.form` where the call is kept without its record or note.
    @discardableResult
    public func create(
        _ draft: PhoneCallDraft, as encoding: PhoneCallEncoding = .json, options: CallOptions = CallOptions()
    ) async throws -> PhoneCall {
        try await api.send(
            Endpoint(
                "phone_calls.create", .post, "phone_calls",
                body: encoding == .form && draft.fieldErrors.isEmpty
                    ? .multipart(draft.json.form(in: "phone_call"), limit: .max) : .json(draft, at: "phone_call"),
                root: "phone_call"), options)
    }
}

extension JSONObject {
    /// The fields of a form that says the object, each with its way as a name.
    fileprivate func form(in root: String) -> MultipartForm {
        var form = MultipartForm()
        func add(_ name: String, _ value: JSONValue) {
            guard let object = value.objectValue else {
                return form.add(name, String(json: value) ?? value.description)
            }
            for (key, value) in object { add("\(name)[\(key)]", value) }
        }
        add(root, .object(self))
        return form
    }
}

extension FreshsalesClient {
    /// The phone calls of the account.
    public var phoneCalls: PhoneCallEndpoints { PhoneCallEndpoints(api: api) }
}
