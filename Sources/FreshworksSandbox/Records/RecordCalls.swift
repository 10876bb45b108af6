import Foundation
import FreshworksCore

/// The five calls, the same for all records of all services.
extension RecordService {
    static func routes(of collection: RecordCollection<Self>) -> [Route<Self>] { plainRoutes(of: collection) }

    static func plainRoutes(of collection: RecordCollection<Self>) -> [Route<Self>] {
        let (path, one) = (collection.listPath, collection.onePath)
        func route(
            _ call: RecordCollection<Self>.Call, _ method: String, _ pattern: String, _ verb: String,
            _ handler: @escaping Route<Self>.Handler
        ) -> Route<Self>? {
            guard collection.calls.contains(call) else { return nil }
            return Route(method, pattern, scope: "\(collection.scope).\(verb)", handler)
        }
        return [
            route(.list, "GET", path, "view") { (request, service) throws(SandboxReply) in
                try service.list(collection, request)
            },
            route(.create, "POST", path, "create") { (request, service) throws(SandboxReply) in
                try service.create(collection, request)
            },
            route(.view, "GET", one, "view") { (request, service) throws(SandboxReply) in
                try service.view(collection, request)
            },
            route(.update, "PUT", one, "edit") { (request, service) throws(SandboxReply) in
                try service.update(collection, request)
            },
            route(.delete, "DELETE", one, "delete") { (request, service) throws(SandboxReply) in
                try service.delete(collection, request)
            },
        ].compactMap(\.self)
    }

    static var collectionRoutes: [Route<Self>] { collections.flatMap { routes(of: $0) } }

    static func emptyShelves() -> [String: RecordShelf<ID>] {
        Dictionary(uniqueKeysWithValues: collections.map { ($0.path, RecordShelf(customFields: $0.customFields)) })
    }

    func view(_ collection: RecordCollection<Self>, _ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let record = try record(of: collection, request)
        try checkBare(request)
        return reply(record, .single, collection, request)
    }

    func list(_ collection: RecordCollection<Self>, _ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        try collection.rules.admits(request, self)
        let holder = try holder(of: collection, request)
        let rules = collection.rules
        var flaws = check(request.query, collection)
        var tests: [RecordFilter<Self>.Test] = []
        for filter in collection.filters {
            guard let text = request.query[filter.name] else { continue }
            do { tests.append(try filter.read(text, self, request)) } catch { flaws.append(error) }
        }
        try refuse(flaws, collection)
        let isListed = rules.listed?(request, self) ?? { !isDeleted($0, collection) }
        let found = all(collection).filter { record in
            collection.isHeld(record, by: holder) && isListed(record) && tests.allSatisfy { $0(record) }
        }
        return try reply(rules.order(found, request), collection, request)
    }

    mutating func create(
        _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        try collection.rules.admits(request, self)
        let writing = try write(try judge(request, of: nil, collection), collection)
        return reply(writing.record, .created, collection, request)
    }

    private mutating func update(
        _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let record = try record(of: collection, request)
        try collection.rules.allowsChange(record, request)
        let writing = try write(try judge(request, of: record, collection), collection)
        return reply(writing.record, .updated, collection, request)
    }

    private mutating func delete(
        _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        var record = try record(of: collection, request)
        try collection.rules.allowsChange(record, request)
        try checkBare(request)
        if let mark = collection.softDeletion {
            record[mark] = true
            if Self.manners.deletedCount { record[Self.manners.updatedKey] = Self.manners.time(request.now) }
            keep(record, collection)
        } else {
            remove(record, collection)
        }
        collection.rules.removed(record, &self, request)
        return deleted(collection)
    }

    /// The record that the path names.
    func record(of collection: RecordCollection<Self>, _ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        try collection.rules.admits(request, self)
        let holder = collection.parent?.isWhole == true ? try holder(of: collection, request) : nil
        guard let id = Self.id(request.parameters["id"] ?? ""), let record = shelves[collection.path]?.records[id],
            collection.isHeld(record, by: holder)
        else { throw notFound(collection) }
        return record
    }
}

/// What the calls are made of, for rules and for calls of one service alone.
extension RecordService {
    func all(_ collection: RecordCollection<Self>) -> [JSONObject] { shelves[collection.path]?.records.all ?? [] }

    subscript(collection: RecordCollection<Self>, id: JSONValue?) -> JSONObject? {
        id.flatMap { Self.id($0) }.flatMap { shelves[collection.path]?.records[$0] }
    }

    func holds(_ id: JSONValue, in path: String) -> Bool {
        Self.id(id).flatMap { shelves[path]?.records[$0] } != nil
    }

    /// What an answer shows of a record.
    func show(
        _ record: JSONObject, _ view: RecordView, _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) -> JSONValue {
        var shown = collection.visible(record, inList: view == .row)
        collection.rules.show(&shown, record, view, self, request)
        return .object(shown)
    }

    func isDeleted(_ record: JSONObject, _ collection: RecordCollection<Self>) -> Bool {
        collection.softDeletion.map { record[$0] == true } ?? false
    }

    mutating func keep(_ record: JSONObject, _ collection: RecordCollection<Self>) { shelve(record, collection) }

    mutating func shelve(_ record: JSONObject, _ collection: RecordCollection<Self>) {
        guard let key = record[collection.idKey], let id = Self.id(key) else { return }
        shelves[collection.path]?.records[id] = record
    }

    mutating func remove(_ record: JSONObject, _ collection: RecordCollection<Self>) {
        guard let key = record[collection.idKey], let id = Self.id(key) else { return }
        shelves[collection.path]?.records[id] = nil
    }

    /// Changes whatever records of a collection fit.
    mutating func change(
        _ collection: RecordCollection<Self>, where fits: (JSONObject) -> Bool, _ change: (inout JSONObject) -> Void
    ) {
        for var record in all(collection) where fits(record) {
            change(&record)
            keep(record, collection)
        }
    }

    /// A record that says nothing yet.
    func blank(_ collection: RecordCollection<Self>, id: JSONValue? = nil, at now: Date) -> JSONObject {
        var record = collection.blank
        record[collection.idKey] = id ?? nextID(of: collection)
        for key in [Self.manners.createdKey, Self.manners.updatedKey] where collection.key(key)?.initial != nil {
            record[key] = Self.manners.time(now)
        }
        for field in shelves[collection.path]?.customFields ?? [] {
            guard let key = collection.customKey, let initial = Self.manners.initial(field.kind) else { continue }
            record.set(field.name, inside: key.name, to: initial)
        }
        collection.rules.begin(&record, self)
        return record
    }

    /// Judges a request that makes a record, or changes one.
    func judge(
        _ request: SandboxRequest, of record: JSONObject?, _ collection: RecordCollection<Self>
    ) throws(SandboxReply) -> Writing {
        let holder = record == nil ? try holder(of: collection, request) : nil
        return judge(try body(of: request, collection), of: record, in: holder, collection, request)
    }

    /// - Parameters:
    ///   - copy: What a new record begins with, unless it says nothing yet.
    ///   - holder: The id of the record that a new one will stand inside of.
    func judge(
        _ body: RecordBody, of record: JSONObject?, copy: JSONObject? = nil, in holder: JSONValue? = nil,
        _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) -> Writing {
        var base = record ?? copy ?? blank(collection, id: request.seed[collection.idKey], at: request.now)
        if let holder, let parent = collection.parent { base[parent.key] = holder }
        return Writing(
            body, of: base, collection.keys, isNew: record == nil, isCopy: copy != nil,
            customFields: shelves[collection.path]?.customFields ?? [], Self.manners, request)
    }

    /// Takes over what a request says, if it is right in all.
    mutating func write(
        _ writing: Writing, _ collection: RecordCollection<Self>
    ) throws(SandboxReply) -> Writing {
        var writing = writing
        writing.apply(collection.keys)
        checkTargets(&writing, collection)
        if !Self.manners.tellsAll { try refuse(writing.flaws, collection) }
        try collection.rules.settle(&writing, self)
        checkNeeded(&writing, collection)
        try collection.rules.check(&writing, self)
        checkUnique(&writing, collection)
        try refuse(writing.flaws, collection)
        writing.record[Self.manners.updatedKey] = stamp(writing, collection)
        for (key, value) in writing.request.seed {
            writing.record.set(key, inside: collection.key(key)?.owner, to: value)
        }
        if writing.isNew, let id = writing.record[collection.idKey] { spendID(id, of: collection) }
        keep(writing.record, collection)
        collection.rules.kept(&writing, &self)
        keep(writing.record, collection)
        return writing
    }

    private func stamp(_ writing: Writing, _ collection: RecordCollection<Self>) -> JSONValue? {
        // Some records have no such time before their first change.
        if writing.isNew && collection.key(Self.manners.updatedKey)?.initial == nil { return nil }
        return Self.manners.time(writing.request.now)
    }

    private func checkNeeded(_ writing: inout Writing, _ collection: RecordCollection<Self>) {
        let names = collection.needed
        guard !names.isEmpty, writing.isNew || Self.manners.tellsAll else { return }
        if names.allSatisfy({ (writing.record[$0] ?? .null).isBlank }) { writing.refuse(names[0], .missing) }
    }

    private func checkTargets(_ writing: inout Writing, _ collection: RecordCollection<Self>) {
        for key in collection.keys {
            guard let target = key.target, let value = writing[key.name], !value.isNull else { continue }
            if (value.arrayValue ?? [value]).contains(where: { !holds($0["id"] ?? $0, in: target.path) }) {
                writing.refuse(key.name, .dangling(target.noun))
            }
        }
    }

    private func checkUnique(_ writing: inout Writing, _ collection: RecordCollection<Self>) {
        for key in collection.keys where key.isUnique {
            let value = writing.isNew ? writing.record[key.name] : writing[key.name]
            guard let text = value?.stringValue else { continue }
            let other = all(collection).first { other in
                other[key.name]?.isSame(as: text) == true
                    && collection.isHeld(other, by: collection.parent.flatMap { writing.record[$0.key] })
                    && other[collection.idKey] != writing.record[collection.idKey]
                    && (Self.manners.deletedCount || !isDeleted(other, collection))
            }
            if let other { writing.refuse(key.name, .duplicate(of: other[collection.idKey])) }
        }
    }
}

extension JSONValue {
    /// Whether this says nothing: null, or a text or list without content.
    var isBlank: Bool {
        isNull || stringValue?.allSatisfy(\.isWhitespace) == true || arrayValue?.isEmpty == true
    }
}
