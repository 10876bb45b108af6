import Foundation
import FreshworksCore

/// Records that are there in several languages. What one says in another stands in its key `translations`, by the language's code.
extension FreshdeskService {
    /// The languages that the account supports besides its own.
    static let languages = ["de", "fr"]

    /// The key of what a record says in other languages.
    static let translations = RecordKey("translations", .any, [:]).readOnly.onlyIfAsked

    /// The calls for other languages.
    /// - Parameter words: The keys that are said in another language; the others are those of the record itself.
    static func translationRoutes(
        of collection: FreshdeskRecords, _ words: Set<String>
    ) -> [Route<FreshdeskService>] {
        let path = "\(collection.path)/{id}/{language}"
        func route(
            _ method: String, _ pattern: String, _ verb: String, _ handler: @escaping Route<FreshdeskService>.Handler
        ) -> Route<FreshdeskService> {
            Route(method, pattern, scope: "\(collection.scope).\(verb)", handler)
        }
        return [
            route("GET", path, "view") { (request, service) throws(SandboxReply) in
                let record = try service.record(of: collection, request)
                try service.checkBare(request)
                return .json(200, try service.show(record, in: request.language, .single, collection, request))
            },
            route("POST", path, "create") { (request, service) throws(SandboxReply) in
                try service.translate(collection, words, request)
            },
            route("PUT", path, "edit") { (request, service) throws(SandboxReply) in
                try service.translate(collection, words, request)
            },
        ] + listRoutes(of: collection, route)
    }

    private static func listRoutes(
        of collection: FreshdeskRecords,
        _ route: (String, String, String, @escaping Route<FreshdeskService>.Handler) -> Route<FreshdeskService>
    ) -> [Route<FreshdeskService>] {
        if collection.parent == nil {
            // An id and a language stand in the same place.
            return [
                route("GET", collection.onePath, "view") { (request, service) throws(SandboxReply) in
                    let text = request.parameters["id"] ?? ""
                    guard languages.contains(text) else { return try service.view(collection, request) }
                    return try service.list(collection, in: text, request)
                }
            ]
        }
        return [
            route("GET", collection.listPath + "/{language}", "view") { (request, service) throws(SandboxReply) in
                try service.list(collection, in: request.language, request)
            }
        ]
    }

    /// The records that there are in a language.
    func list(
        _ collection: FreshdeskRecords, in language: String, _ request: SandboxRequest,
        where fits: (JSONObject) -> Bool = { _ in true }
    ) throws(SandboxReply) -> SandboxReply {
        let holder = try holder(of: collection, request)
        try refuse(check(request.query, collection), collection)
        let found = all(collection).compactMap { record -> JSONValue? in
            guard collection.isHeld(record, by: holder), fits(record) else { return nil }
            return try? show(record, in: language, .row, collection, request)
        }
        return FreshdeskPage(request.query, lastPage: collection.lastPage).reply(found, to: request) { $0 }
    }

    /// What a record says in a language.
    /// - Throws: 404 if it says nothing.
    private func show(
        _ record: JSONObject, in language: String, _ view: RecordView, _ collection: FreshdeskRecords,
        _ request: SandboxRequest
    ) throws(SandboxReply) -> JSONValue {
        guard let words = record["translations"]?[language]?.objectValue else { throw .empty(404) }
        var said = record
        for (key, value) in words { said[key] = value }
        var request = request
        request.parameters["language"] = language
        return show(said, view, collection, request)
    }

    private mutating func translate(
        _ collection: FreshdeskRecords, _ words: Set<String>, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        var record = try record(of: collection, request)
        let (language, isNew) = (request.language, request.method == "POST")
        guard Self.languages.contains(language) else { throw .empty(404) }
        let before = record["translations"]?[language]?.objectValue
        if isNew && before != nil {
            throw FreshdeskReplies.refusal(409, "inconsistent_state", "There is a translation already")
        }
        guard isNew || before != nil else { throw .empty(404) }
        let keys = collection.keys.filter { words.contains($0.name) }
        let body = try RecordBody(freshdesk: request, keys)
        var writing = Writing(body, of: before ?? JSONObject(), keys, isNew: isNew, Self.manners, request)
        try refuse(writing.flaws, collection)
        writing.apply(keys)
        let now = JSONValue.seconds(request.now)
        writing.record["created_at"] = before?["created_at"] ?? now
        writing.record["updated_at"] = now
        record.set(language, inside: "translations", to: .object(writing.record))
        keep(record, collection)
        return .json(isNew ? 201 : 200, try show(record, in: language, .single, collection, request))
    }
}

extension SandboxRequest {
    /// The language that the path names; the account's own if it names none.
    var language: String { parameters["language"] ?? "en" }
}
