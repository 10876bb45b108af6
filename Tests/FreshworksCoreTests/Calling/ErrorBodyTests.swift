import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("What a service says of a refusal")
struct ErrorBodyTests {
    private static let key = "FAKEkey0123456789abcd"

    private func error(_ status: Int, _ body: String) async throws -> FreshworksError {
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: Self.key)),
            runtime: FreshworksRuntime(
                .quiet, transport: ScriptedTransport(.json(status, body)), clock: StillClock()))
        return try #require(await #expect(throws: FreshworksError.self) { _ = try await client.call(.get, "x") })
    }

    @Test(
        "keeps its own identifier, in the shape of each product",
        arguments: [
            (403, #"{"code":"max_agents_reached","message":"No seat is left."}"#, "max_agents_reached"),
            (403, #"{"code":"account_suspended","message":"x"}"#, "account_suspended"),
            (404, #"{"code":404,"status":"AGENT_NOT_FOUND","message":"agent not found"}"#, "AGENT_NOT_FOUND"),
            (400, #"{"errors":{"code":400,"message":["Contact is not unique"],"error_code":3002}}"#, "3002"),
            (400, #"{"error_code":3002,"errors":{"code":400,"message":["Contact is not unique"]}}"#, "3002"),
            (404, #"{"error_type":"RESOURCE_NOT_FOUND","message":"no","errors":[]}"#, "RESOURCE_NOT_FOUND"),
            (400, #"{"success":false,"error_code":400,"error_message":"no"}"#, nil),
            (400, #"{"code":400,"message":"no"}"#, nil), (400, #"{"code":"400"}"#, nil), (400, "{}", nil),
        ] as [(Int, String, String?)])
    func serviceCode(status: Int, body: String, expected: String?) async throws {
        let error = try await error(status, body)
        #expect(error.serviceCode == expected)
        if let expected { #expect(error.description.contains(expected)) }
    }

    @Test(
        "takes for an identifier only what is one",
        arguments: [
            "\"two words\"", "\"\"", "\"a\\u0007b\"", "[\"a\"]", "{}", "true", "\"<b>\"",
            "\"\(String(repeating: "a", count: 65))\"",
        ])
    func noLabel(code: String) async throws {
        #expect(try await error(403, #"{"code":\#(code),"message":"x"}"#).serviceCode == nil)
    }

    @Test("names who has the value already")
    func existingUser() async throws {
        let conflict = try await error(
            409,
            """
            {"description":"Validation failed","errors":[{"field":"email","additional_info":{"user_id":70041233991},\
            "message":"It should be a unique value","code":"duplicate_value"}]}
            """)
        #expect(conflict.code == .conflict)
        #expect(conflict.existingUserID == 70_041_233_991)
        #expect(conflict.fieldErrors.map(\.existingUserID) == [70_041_233_991])
        let second = try await error(
            409, #"{"errors":[{"field":"phone"},{"field":"email","additional_info":{"user_id":"7"}}]}"#)
        #expect(second.existingUserID == 7)
        #expect(second.fieldErrors.map(\.existingUserID) == [nil, 7])
        #expect(try await error(409, #"{"errors":[{"additional_info":"none"}]}"#).existingUserID == nil)
    }

    @Test("names the field that the service calls a name")
    func name() async throws {
        let error = try await error(
            400,
            #"{"error_type":"INVALID_INPUT","message":"Invalid input","errors":[{"name":"age","message":"No number"}]}"#
        )
        #expect(error.code == .validationFailed)
        #expect(error.fieldErrors.map(\.field) == ["age"])
        #expect(error.fieldErrors.map(\.message) == ["No number"])
    }

    @Test("is told where it is a list of plain texts")
    func plainTexts() async throws {
        let list = try await error(400, #"{"errors":["Name is taken","Email is wrong"]}"#)
        #expect(list.message.hasSuffix(": Name is taken, Email is wrong"))
        #expect(list.code == .requestRefused)
        let described = try await error(422, #"{"description":"Validation failed","errors":["Name is taken"]}"#)
        #expect(described.message.hasSuffix(": Validation failed: Name is taken"))
        let mixed = try await error(400, #"{"errors":["Name is taken",{"field":"email","message":"is wrong"}]}"#)
        #expect(mixed.message.hasSuffix(": Name is taken"))
        #expect(mixed.fieldErrors.map(\.field) == ["email"])
        let many = #"{"errors":[\#(Array(repeating: "\"long text\"", count: 10_000).joined(separator: ","))]}"#
        #expect(try await error(400, many).message.count < 400)
    }

    @Test(
        "is told where a plain text, or a list, is the whole answer",
        arguments: [
            #"{"errors":"Name is taken"}"#, #"["Name is taken"]"#,
            #"[{"message":"is wrong","field":"email"},"Name is taken"]"#,
            #"{"errors":["Name is taken"]}"#, #"{"error":["Name is taken"]}"#,
            #"{"errors":{"message":"Name is taken"}}"#,
        ])
    func bareTexts(body: String) async throws {
        let error = try await error(400, body)
        #expect(error.message.hasSuffix(": Name is taken"))
        #expect(error.fieldErrors.map(\.field) == (body.contains("email") ? ["email"] : []))
    }

    @Test("is there whole, without the credential, and is not printed")
    func body() async throws {
        let error = try await error(
            403, #"{"message":"no","trace":["\#(Self.key)",{"email":"sam@acmehelp.test","\#(Self.key)":1}],"n":12}"#)
        #expect(error.body?["n"] == 12)
        #expect(error.body?["trace"] == ["<redacted>", ["email": "sam@acmehelp.test", "<redacted>": 1]])
        var dumped = ""
        dump(error, to: &dumped)
        for text in [dumped, "\(error)", String(reflecting: error), error.localizedDescription] {
            #expect(!text.contains("sam@acmehelp.test") && !text.contains(Self.key))
        }
        #expect(try await self.error(400, "[1,2]").body == [1, 2])
        #expect(try await self.error(400, "<html>").body == nil)
    }

    @Test("is read behind a byte order mark")
    func byteOrderMark() async throws {
        #expect(
            try await error(403, "\u{FEFF}{\"code\":\"access_denied\",\"message\":\"no\"}").serviceCode
                == "access_denied")
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: Self.key)),
            runtime: FreshworksRuntime(
                .quiet, transport: ScriptedTransport(TransportResponse(status: 200, body: Data("\u{FEFF} [7]".utf8))),
                clock: StillClock()))
        let endpoint = Endpoint<JSONValue>("x", .get, "x", read: { try $0.json() })
        #expect(try await client.send(endpoint) == [7])
    }
}
