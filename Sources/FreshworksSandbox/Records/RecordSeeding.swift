import Foundation
import FreshworksCore

/// Records that a test adds by itself, past credentials, rate limits and the log.
extension RecordService {
    /// Adds a record as a `POST` to its path would. Keys that only the service writes are taken over as they are.
    /// - Parameter request: Who asks, and when.
    /// - Returns: The record, as a single view shows it.
    mutating func add(
        _ values: JSONObject, to path: String, _ request: SandboxRequest
    ) throws(SandboxReply) -> JSONObject {
        var request = request
        request.path = path.split(separator: "/").map(String.init)
        guard let collection = Self.collections.first(where: { $0.path == path && $0.parent == nil }) else {
            return try post(values, request)
        }
        let isSent = { (name: String) in collection.key(name)?.isWritable(isUpdate: false) ?? true }
        request.body = JSONObject(values.filter { isSent($0.key) }.map { ($0.key, $0.value) }).data
        request.seed = JSONObject(values.filter { !isSent($0.key) }.map { ($0.key, $0.value) })
        try checkSeed(request.seed, values, collection)
        let writing = try write(try judge(request, of: nil, collection), collection)
        return show(writing.record, .single, collection, request).objectValue ?? writing.record
    }

    /// Something within another record, such as a note of a ticket, has a path that takes a `POST`.
    private mutating func post(_ values: JSONObject, _ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        guard let (route, parameters) = Self.router.match("POST", request.path).found else {
            throw .said("there are \(Self.list(Self.collections)), not \(request.path.joined(separator: "/"))")
        }
        let own = ["id", Self.manners.createdKey, Self.manners.updatedKey]
        var request = request
        request.parameters = parameters
        request.body = JSONObject(values.filter { !own.contains($0.key) }.map { ($0.key, $0.value) }).data
        request.seed = JSONObject(values.filter { own.contains($0.key) }.map { ($0.key, $0.value) })
        let reply = try route.handler(request, &self)
        return (try? JSONValue(parsing: reply.body))?.objectValue ?? JSONObject()
    }

    private func checkSeed(
        _ seed: JSONObject, _ values: JSONObject, _ collection: RecordCollection<Self>
    ) throws(SandboxReply) {
        for (name, _) in values where collection.key(name) == nil {
            throw .said("\(name) is no key of \(collection.path)")
        }
        for (name, value) in seed {
            let key = collection.key(name)
            guard value.isNull || key?.shape.accepts(value) ?? true else { throw .said("\(name) is not valid") }
        }
        guard let id = seed[collection.idKey] else { return }
        guard let known = Self.id(id), shelves[collection.path]?.records[known] == nil else {
            throw .said("there is a record \(id) already, or there cannot be one")
        }
    }
}

extension JSONObject {
    fileprivate var data: Data { JSONValue.object(self).serialized() }
}

extension SandboxCore {
    /// Adds a record to a service, as its own key would.
    func add<Service: RecordService>(
        _ service: any WritableKeyPath<SandboxState, Service> & Sendable, _ values: JSONObject, to path: String,
        host: String, authorization: String
    ) throws -> JSONObject {
        let now = options.clock.wallNow
        return try change(path) { state throws(SandboxReply) in
            let headers = HeaderFields(received: [
                ("Authorization", authorization), ("Content-Type", "application/json"),
            ])
            let request = SandboxRequest(
                method: "POST", path: [], query: QueryText(""), headers: headers, body: Data(),
                origin: "https://\(host)", downloadOrigin: "https://\(HostDoors.downloadHost)",
                basePath: Service.product.basePath, now: now, serial: state.log.count)
            return try state[keyPath: service].add(values, to: path, request)
        }
    }

    func define<Service: RecordService>(
        _ service: any WritableKeyPath<SandboxState, Service> & Sendable, _ field: CustomField, on path: String
    ) throws {
        try change(path) { state throws(SandboxReply) in try state[keyPath: service].define(field, on: path) }
    }

    private func change<Value: Sendable>(
        _ path: String, _ change: (inout SandboxState) throws(SandboxReply) -> Value
    ) throws -> Value {
        let result: Result<Value, SandboxReply> = withState { state in
            do throws(SandboxReply) { return .success(try change(&state)) } catch { return .failure(error) }
        }
        switch result {
        case .success(let value): return value
        case .failure(let reply):
            let words =
                (try? JSONValue(parsing: reply.body))?.stringValue ?? String(decoding: reply.body, as: UTF8.self)
            throw FreshworksError(
                .invalidArgument, "\(path): \(words.isEmpty ? "the service answers \(reply.status)" : words)")
        }
    }
}
