import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("A service's answer")
struct ServiceAnswerTests {
    private func error(
        for response: TransportResponse, to method: TransportRequest.Method = .post
    ) async throws -> FreshworksError {
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: ScriptedTransport(response), clock: StillClock()))
        let endpoint = Endpoint<JSONValue>("tickets.update", method, "tickets/1", read: { try $0.json() })
        return try #require(await #expect(throws: FreshworksError.self) { try await client.send(endpoint) })
    }

    @Test("that is no JSON is told apart by what it is instead")
    func notJSON() async throws {
        let cases: [(TransportResponse, FreshworksError.Code)] = [
            (.text(200, "<html></html>"), .htmlResponse),
            (.text(200, "  <!DOCTYPE html>", type: ""), .wrongContentType),
            (TransportResponse(status: 200, body: Data("<p>".utf8)), .htmlResponse),
            (TransportResponse(status: 200, body: Data("\u{FEFF}<p>".utf8)), .htmlResponse),
            (.json(200, "\u{FEFF}"), .emptyResponse),
            (.empty(200), .emptyResponse),
            (.empty(204), .emptyResponse),
            (.json(200, " \r\n"), .emptyResponse),
            (.text(200, "id,subject", type: "text/csv"), .wrongContentType),
            (.json(200, #"{"id":1"#), .unreadableResponse),
        ]
        for (response, code) in cases {
            let error = try await error(for: response)
            #expect(error.code == code)
            #expect(error.mayHaveBeenExecuted, "a 2xx was carried out: \(code)")
            #expect(error.status == response.status)
        }
    }

    @Test(
        "that is no JSON is told apart behind a byte order mark by a verification too",
        arguments: [
            (
                TransportResponse(status: 200, body: Data("\u{FEFF}<!DOCTYPE html>".utf8)),
                Verification.Verdict.wrongHost
            ),
            (TransportResponse(status: 404, body: Data("\u{FEFF}<html></html>".utf8)), .wrongHost),
            (.json(404, "\u{FEFF} \r\n"), .wrongHost),
            (.json(200, "\u{FEFF}{\"id\":7,\"contact\":{\"email\":\"a@b.example\"}}"), .valid),
        ])
    func markedVerification(response: TransportResponse, verdict: Verification.Verdict) async throws {
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: ScriptedTransport(response), clock: StillClock()))
        #expect(try await client.verify().verdict == verdict)
    }

    @Test("with another status than 2xx becomes an error with a code of its own")
    func statuses() async throws {
        let expected: [(Int, FreshworksError.Code, Bool)] = [
            (301, .redirected, false), (302, .redirected, false), (308, .redirected, false),
            (400, .requestRefused, false), (401, .invalidCredential, false), (403, .forbidden, false),
            (404, .notFound, false), (405, .methodNotAllowed, false), (406, .requestRefused, false),
            (409, .conflict, false), (410, .gone, false), (412, .preconditionFailed, false),
            (413, .requestTooLarge, false), (415, .unsupportedMediaType, false), (422, .requestRefused, false),
            (429, .rateLimited, false), (500, .serviceFailed, true), (503, .serviceFailed, true),
        ]
        for (status, code, executed) in expected {
            let error = try await error(for: .empty(status))
            #expect(error.code == code)
            #expect(error.status == status)
            #expect(error.mayHaveBeenExecuted == executed, "status \(status)")
            #expect(error.advice != nil || [400, 404, 406].contains(status))
        }
    }

    @Test("that refuses each for a reason of its own says it in words of its own")
    func sentences() async throws {
        let statuses = [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429]
        var messages: Set<String> = []
        for status in statuses { messages.insert(try await error(for: .empty(status)).message) }
        #expect(messages.count == statuses.count)
    }

    @Test("that names fields is a failed validation, whatever its status, and without fields it is none")
    func validation() async throws {
        let fields = #"{"errors":[{"field":"email","message":"is wrong","code":"invalid_value"}]}"#
        for status in [400, 422] {
            #expect(try await error(for: .json(status, fields)).code == .validationFailed)
            #expect(try await error(for: .json(status, #"{"message":"no"}"#)).code == .requestRefused)
        }
        #expect(try await error(for: .json(400, #"{"errors":{"amount":["is blank"]}}"#)).code == .validationFailed)
        #expect(try await error(for: .json(409, fields)).code == .conflict)
    }

    @Test("to a GET never makes it one that may have been carried out", arguments: [200, 301, 404, 429, 500, 503])
    func get(status: Int) async throws {
        #expect(try await !error(for: .empty(status), to: .get).mayHaveBeenExecuted)
        #expect(try await !error(for: .json(status, "{"), to: .get).description.contains("may have carried out"))
    }

    @Test("of Freshdesk lists the refused fields")
    func freshdeskFields() async throws {
        let body = """
            {"description":"Validation failed","errors":[{"field":"priority","message":"It should be one of these \
            values: '1,2,3,4'","code":"invalid_value"},{"field":"custom_fields.cf_region","message":"It should be \
            a/an String","code":"datatype_mismatch"}]}
            """
        let error = try await error(for: .json(400, body, ("X-Request-Id", "req-1")))
        #expect(
            error.fieldErrors == [
                .init(field: "priority", code: "invalid_value", message: "It should be one of these values: '1,2,3,4'"),
                .init(field: "custom_fields.cf_region", code: "datatype_mismatch", message: "It should be a/an String"),
            ])
        #expect(error.message.hasSuffix("Validation failed"))
        #expect(error.requestID == "req-1")
        #expect(error.description.contains("priority: It should be one of these values"))
    }

    @Test("carries the service's words in every shape that is known")
    func messages() async throws {
        let bodies = [
            #"{"code":"access_denied","message":"You are not authorized."}"#,
            #"{"code":404,"status":"AGENT_NOT_FOUND","message":"You are not authorized."}"#,
            #"{"success":false,"error_code":400,"error_message":"You are not authorized."}"#,
            #"{"errors":{"code":403,"message":["You are not authorized."]}}"#,
            #"{"errors":{"code":403,"message":"You are not authorized."}}"#,
            #"{"error":"You are not authorized."}"#,
        ]
        for body in bodies {
            #expect(try await error(for: .json(403, body)).message.hasSuffix(": You are not authorized."))
        }
    }

    @Test("with a field map of Freshsales lists the fields")
    func fieldMap() async throws {
        let error = try await error(for: .json(400, #"{"errors":{"amount":["can't be blank"]}}"#))
        #expect(error.fieldErrors == [.init(field: "amount", message: "can't be blank")])
    }

    @Test("of a gateway cannot flood the message", arguments: [#"{"message":null}"#, "[1,2]", "{", ""])
    func strangeBodies(body: String) async throws {
        #expect(try await error(for: .json(503, body)).message == "the service failed")
        let long = #"{"message":"\#(String(repeating: "x", count: 100_000))"}"#
        #expect(try await error(for: .json(503, long)).message.count < 300)
    }

    @Test("cannot flood an error or steer a terminal with any of its texts")
    func hostileTexts() async throws {
        let accents = String(repeating: "\u{301}", count: 100_000)
        #expect(try await error(for: .json(400, #"{"message":"a\#(accents)"}"#)).message.utf8.count < 600)

        let name = "\\u001b[31m" + String(repeating: "n", count: 1000)
        let map = try await error(for: .json(400, #"{"errors":{"\#(name)":["bad"]}}"#))
        #expect(map.fieldErrors.first?.field?.hasPrefix(" [31mnnn") == true)
        #expect(map.fieldErrors.first?.field?.count == 256)

        let rows = Array(repeating: #"{"field":"a","message":"b"}"#, count: 10_000).joined(separator: ",")
        #expect(try await error(for: .json(400, #"{"errors":[\#(rows)]}"#)).fieldErrors.count == 100)

        let id = "\u{1B}]0;x\u{7}" + String(repeating: "i", count: 1000)
        let answer = try await error(for: .json(400, "{}", ("X-Request-Id", id)))
        #expect(answer.requestID?.hasPrefix(" ]0;x iii") == true)
        #expect(answer.requestID?.count == 256)
    }

    @Test("tells how long to wait, within a day")
    func retryAfter() async throws {
        func wait(_ value: String) async throws -> Duration? {
            try await error(for: .empty(429, ("Retry-After", value))).retryAfter
        }
        #expect(try await wait("30") == .seconds(30))
        #expect(try await wait("-5") == .zero)
        #expect(try await wait("999999999") == .seconds(86_400))
        #expect(try await wait("soon") == nil)
    }
}
