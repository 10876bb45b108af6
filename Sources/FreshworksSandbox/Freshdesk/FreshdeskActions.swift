import Foundation
import FreshworksCore

/// What calls are made of that do something with records and answer no record.
extension FreshdeskService {
    /// What the body of such a call says, by the keys that it knows.
    func sent(_ request: SandboxRequest, @RecordKeys _ keys: () -> [RecordKey]) throws(SandboxReply) -> Writing {
        let keys = keys()
        let body = try RecordBody(freshdesk: request, keys)
        let writing = Writing(body, of: JSONObject(), keys, isNew: true, Self.manners, request)
        try refuse(writing.flaws, nil)
        return writing
    }

    func refuse(_ place: String, _ kind: Flaw.Kind) throws(SandboxReply) { try refuse([Flaw(place, kind)], nil) }

    /// Makes another call in the name of the same caller, as a part of this one.
    mutating func call(
        _ method: String, _ path: [String], _ body: JSONObject, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        guard let (route, parameters) = Self.router.match(method, path).found else { throw .empty(404) }
        var request = request
        request.method = method
        request.path = path
        request.parameters = parameters
        request.query = QueryText("")
        let authorization = request.headers["Authorization"].map { [("Authorization", $0)] } ?? []
        request.headers = HeaderFields(received: authorization + [("Content-Type", "application/json")])
        request.body = body.isEmpty ? Data() : JSONValue.object(body).serialized()
        request.seed = JSONObject()
        return try route.handler(request, &self)
    }

    /// The records whose names or addresses begin with what somebody has typed.
    func suggestions(
        _ collection: FreshdeskRecords, _ parameter: String, _ request: SandboxRequest,
        texts: (JSONObject) -> [JSONValue?]
    ) throws(SandboxReply) -> [JSONObject] {
        try collection.rules.admits(request, self)
        try refuse(request.query.strangers(besides: [parameter]), nil)
        guard let term = request.query[parameter]?.lowercased(), !term.isEmpty else {
            throw FreshdeskReplies.validation([Flaw(parameter, .missing)], tellsUser: false) ?? .empty(400)
        }
        return all(collection).filter { record in
            !isDeleted(record, collection)
                && texts(record).contains { $0?.stringValue?.lowercased().hasPrefix(term) ?? false }
        }
    }
}
