/// The record that a note, task, appointment, sales activity, file or phone call is about. Source: Freshworks CRM API, notes.
///
/// ```swift
/// try await freshsales.notes.create(NoteDraft("<p>Called, wants a quote.</p>", about: .contact(contact.id)))
/// ```
public struct Target: Sendable, Hashable {
    /// The kind of record.
    public let type: TargetType
    /// Its id.
    public let id: Int64

    /// Names a record of any kind.
    public init(_ type: TargetType, _ id: Int64) {
        self.type = type
        self.id = id
    }

    /// A contact.
    public static func contact(_ id: Int64) -> Self { Self(.contact, id) }
    /// A sales account.
    public static func salesAccount(_ id: Int64) -> Self { Self(.salesAccount, id) }
    /// A deal.
    public static func deal(_ id: Int64) -> Self { Self(.deal, id) }
    /// A lead. Classic accounts only: those at `freshsales.io`.
    public static func lead(_ id: Int64) -> Self { Self(.lead, id) }
}

/// The kinds of records that others can be about, as the service spells them: in Pascal case.
public struct TargetType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a kind, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A contact.
    public static let contact = Self(rawValue: "Contact")
    /// A sales account.
    public static let salesAccount = Self(rawValue: "SalesAccount")
    /// A deal.
    public static let deal = Self(rawValue: "Deal")
    /// A lead. Classic accounts only: those at `freshsales.io`.
    public static let lead = Self(rawValue: "Lead")
}

extension Target: JSONReadable {
    /// Reads an object with `type` and `id`; `nil` when one of them is missing.
    public init?(json: JSONValue) {
        guard let type = json["type"].flatMap(TargetType.init(json:)), let id = json["id"].flatMap(Int64.init(json:))
        else { return nil }
        self.init(type, id)
    }

    /// The record that another is about, wherever the service tells it: in `targetable`, in the first of `targetables`, or in
    /// `targetable_type` and `targetable_id`.
    init?(of record: JSONObject) {
        let object = record["targetable"] ?? record["targetables"]?.arrayValue?.first
        if let target = object.flatMap(Target.init(json:)) {
            self = target
            return
        }
        let type: TargetType? = record["targetable_type"]
        let id: Int64? = record["targetable_id"]
        guard let type, let id else { return nil }
        self.init(type, id)
    }

    /// Requests say it by two keys.
    static let spelling = FieldSpelling<Target>(
        "targetable_type", "targetable_id",
        write: { ["targetable_type": $0.type.jsonValue, "targetable_id": $0.id.jsonValue] }, read: Target.init(of:))
}

extension FieldCheck<Target> {
    /// Refuses what cannot be a record.
    static var real: Self {
        .all(.part("targetable_type", { $0.type }, .notBlank), .part("targetable_id", { $0.id }, .id))
    }
}
