public import Foundation

/// What a call sends after the head, with its content type.
public struct RequestBody: Sendable {
    private let content: Content

    private enum Content: Sendable {
        case none
        case ready(TransportRequest.Body, contentType: String)
        case form(MultipartForm, limit: Int)
        case refused(FreshworksError)
    }

    /// The bytes as text, to tell bodies apart; `nil` of none, and of what is made when the call begins.
    var text: String? {
        guard case .ready(.bytes(let data), _) = content else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    /// Why it is not sent.
    var refusal: FreshworksError? { if case .refused(let error) = content { error } else { nil } }

    /// Nothing.
    public static let none = RequestBody(content: .none)

    /// A value as JSON: dates as ISO 8601 in UTC, `Patch` properties left out, null or set.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` when JSON cannot say a value.
    public static func json(_ value: some Encodable) throws -> RequestBody {
        bytes(try JSONBody.encode(value), contentType: "application/json")
    }

    /// JSON as it is, key order and number spelling kept.
    public static func json(_ value: JSONValue) -> RequestBody {
        bytes(value.serialized(), contentType: "application/json")
    }

    /// A draft as JSON.
    /// - Parameter keys: Where it stands in the body, outermost first; empty when it is the whole body.
    public static func json(_ request: some FieldRequest, at keys: String...) -> RequestBody {
        json(nested(request.json, at: keys), refusing: request.fieldErrors)
    }

    /// An update as JSON. One that changes nothing is refused, because services answer it as if all had gone well.
    ///
    /// A call that takes one, as it has files beside it or makes a copy, sends its ``Update/json``.
    /// - Parameter keys: Where it stands in the body, outermost first; empty when it is the whole body.
    public static func json<Table>(_ update: Update<Table>, at keys: String...) -> RequestBody {
        guard !update.json.isEmpty else { return RequestBody(content: .refused(.changesNothing)) }
        return json(nested(update.json, at: keys), refusing: update.fieldErrors)
    }

    private static func nested(_ object: JSONObject, at keys: [String]) -> JSONValue {
        keys.reversed().reduce(.object(object)) { .object([$1: $0]) }
    }

    /// JSON as it is, unless something is wrong with it: then the call refuses it, and names its operation.
    public static func json(_ value: JSONValue, refusing errors: [FreshworksError.FieldError]) -> RequestBody {
        errors.isEmpty ? json(value) : RequestBody(content: .refused(ArgumentCheck.refusal(errors)))
    }

    /// Bytes of any content type.
    public static func bytes(_ data: Data, contentType: String) -> RequestBody {
        RequestBody(content: .ready(.bytes(data), contentType: contentType))
    }

    /// The content of a file, streamed from disk by libcurl. The file must not change until the call has ended.
    public static func file(_ url: URL, contentType: String) -> RequestBody {
        RequestBody(content: .ready(.file(url), contentType: contentType))
    }

    /// A form with files. It is put together in a private temporary file when the call begins.
    /// - Parameter limit: The most bytes that the form may have; more is refused before anything is sent.
    public static func multipart(_ form: MultipartForm, limit: Int) -> RequestBody {
        RequestBody(content: .form(form, limit: limit))
    }

    /// Runs a call with the body as a transport takes it.
    func withContent<Result>(
        _ call: (TransportRequest.Body, _ contentType: String?) async throws -> Result
    ) async throws -> Result {
        switch content {
        case .none: try await call(.none, nil)
        case .ready(let body, let contentType): try await call(body, contentType)
        case .form(let form, let limit):
            try await form.withTemporaryFile(limit: limit) { try await call(.file($0), $1) }
        case .refused(let error): throw error
        }
    }
}

extension FreshworksError {
    fileprivate static var changesNothing: FreshworksError {
        FreshworksError(
            .invalidArgument, "the update changes nothing",
            advice: "Set a field; `.clear` empties one that can be empty, `.null` a custom one, and `nil` leaves it.")
    }
}
