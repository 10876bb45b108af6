import FreshworksCore

/// What a request's body says, before it is judged.
struct RecordBody: Sendable {
    var object = JSONObject()
    /// The files of a form, by the names of their keys.
    var files: [String: [FormBody.Part]] = [:]
    var isForm = false
    /// What is wrong with the rest of the request.
    var flaws: [Flaw] = []
}

/// A record on its way: what it was, what a request says of it, and what becomes of it.
struct Writing: Sendable {
    /// What it was, or what a new record begins with.
    let base: JSONObject
    let isNew: Bool
    var record: JSONObject
    /// What was sent and is right.
    private(set) var sent = JSONObject()
    let files: [String: [FormBody.Part]]
    private(set) var flaws: [Flaw]
    let request: SandboxRequest

    /// What it was; `nil` if it is new.
    var before: JSONObject? { isNew ? nil : base }

    /// Judges what a body says by the keys that a call knows.
    /// - Parameters:
    ///   - isCopy: Whether a new record may leave out what is required, because it has it already.
    ///   - customFields: What the account has defined.
    init(
        _ body: RecordBody, of base: JSONObject, _ keys: [RecordKey], isNew: Bool, isCopy: Bool = false,
        customFields: [CustomField] = [], _ manners: RecordManners, _ request: SandboxRequest
    ) {
        self.base = base
        self.isNew = isNew
        record = base
        self.request = request
        files = body.files
        flaws = body.flaws
        let writable = keys.filter { $0.isWritable(isUpdate: !isNew) && !$0.isFile }
        let missing = isNew && !isCopy ? writable.filter { $0.isRequired && body.object[$0.name] == nil } : []
        let refusals = missing.map { Flaw($0.name, .missing) }
        if !manners.tellsAll { flaws += refusals }
        for (name, _) in body.object where !writable.contains(where: { $0.name == name }) {
            let key = keys.first { $0.name == name }
            if manners.refuses(key) { refuse(name, isNew && key?.access == .update ? .updateOnly : .unknown) }
        }
        for key in writable {
            guard let value = body.object[key.name] else { continue }
            judge(value, key, key.isCustom ? manners.customShape(customFields) : nil, isForm: body.isForm)
        }
        if manners.tellsAll { flaws += refusals }
    }

    private mutating func judge(
        _ value: JSONValue, _ key: RecordKey, _ custom: JSONShape?, isForm: Bool
    ) {
        let shape = custom ?? (isNew ? nil : key.updateShape) ?? key.shape
        let value = isForm ? shape.reading(value) : value
        let found = shape.flaws(value, key.name)
        flaws += found
        if found.isEmpty { sent[key.name] = shape.keeping(value) }
    }

    /// What was sent for a key and is right; `nil` if it was not sent, `null` if it is to be cleared.
    subscript(name: String) -> JSONValue? { sent[name] }

    subscript<Value: JSONReadable>(name: String) -> Value? { sent[name] }

    func files(_ name: String) -> [FormBody.Part] { files[name] ?? [] }

    mutating func refuse(_ place: String, _ kind: Flaw.Kind) { flaws.append(Flaw(place, kind)) }

    /// Whether one of these keys is wrong already, so that its absence among the right ones says nothing.
    func hasRefused(_ names: [String]) -> Bool { flaws.contains { names.contains(String($0.key)) } }

    /// Takes over what was sent.
    mutating func apply(_ keys: [RecordKey]) {
        for (name, value) in sent {
            guard let key = keys.first(where: { $0.name == name }), key.shown != .never else { continue }
            if key.isCustom {
                record.merge(name, value)
            } else {
                record.set(name, inside: key.owner, to: value)
            }
        }
    }
}
