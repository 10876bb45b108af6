import FreshworksCore

typealias FreshchatRecords = RecordCollection<FreshchatService>

/// How Freshchat takes and answers records.
extension FreshchatService {
    /// It takes what it answered itself, refuses what it does not know, and tells one thing that is wrong. Absent values are left
    /// out rather than sent as null, and null says nothing.
    static let manners = RecordManners(
        tolerance: .ownKeys, tellsAll: false, createdKey: "created_time", updatedKey: "updated_time",
        time: { .milliseconds($0) }, deletedCount: false,
        standardKeys: { keys, id in [RecordKey(id, .text).readOnly] + keys + [RecordKey("created_time", .text).readOnly]
        },
        customShape: properties, isCustomName: { $0.hasPrefix("cf_") }, initial: { _ in nil })

    static func id(_ text: String) -> String? { text }

    static func id(_ json: JSONValue) -> String? { json.stringValue }

    func body(of request: SandboxRequest, _ collection: FreshchatRecords) throws(SandboxReply) -> RecordBody {
        RecordBody(object: try request.freshchatBody())
    }

    func refuse(_ flaws: [Flaw], _ collection: FreshchatRecords?) throws(SandboxReply) {
        try FreshchatReplies.refuse(flaws, noun: collection?.noun ?? "")
    }

    func checkBare(_ request: SandboxRequest) throws(SandboxReply) {}

    func check(_ query: QueryText, _ collection: FreshchatRecords) -> [Flaw] {
        // Everybody can only be asked for by some filter.
        guard collection.path == "users", collection.filters.allSatisfy({ query[$0.name] == nil }) else { return [] }
        return [Flaw("", .said(code: "", "at least one filter is required"))]
    }

    func notFound(_ collection: FreshchatRecords) -> SandboxReply {
        let status = collection.path == "agents" ? "AGENT_NOT_FOUND" : "NOT_FOUND"
        return FreshchatReplies.error(404, status, "\(collection.noun) not found")
    }

    /// Deletions are done later, which is answered in the shape of an error.
    func deleted(_ collection: FreshchatRecords) -> SandboxReply {
        let noun = collection.noun.prefix(1).uppercased() + collection.noun.dropFirst()
        return FreshchatReplies.error(202, "ACCEPTED", "\(noun) deletion request accepted")
    }

    func reply(
        _ record: JSONObject, _ view: RecordView, _ collection: FreshchatRecords, _ request: SandboxRequest
    ) -> SandboxReply {
        FreshchatReplies.ok(show(record, view, collection, request))
    }

    func reply(
        _ records: [JSONObject], _ collection: FreshchatRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let rows = try request.query.sorted(records, by: collection.sortKeys)
        return try FreshchatPage(request.query).reply(rows, to: request, key: collection.path, rel: collection.noun)
    }

    func nextID(of collection: FreshchatRecords) -> JSONValue {
        var generator = ids
        return .string(generator.uuid())
    }

    mutating func spendID(_ id: JSONValue, of collection: FreshchatRecords) {
        made += 1
        // A record may have a second id that follows from its own.
        _ = (ids.uuid(), ids.uuid())
    }
}

extension RecordFilter<FreshchatService> {
    /// The records that were made or changed up to a time, or from it on.
    static func time(_ name: String, _ key: String, upTo isEnd: Bool) -> RecordFilter {
        RecordFilter(name) { (text, _, _) throws(Flaw) in
            guard let time = FreshchatTime.parse(text) else { throw Flaw(name, .format("ISO 8601")) }
            return { record in
                let own = record[key]?.stringValue ?? ""
                return isEnd ? own <= time : own >= time
            }
        }
    }
}
