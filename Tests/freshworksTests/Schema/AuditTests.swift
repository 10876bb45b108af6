import Foundation
import FreshworksCore
import Synchronization
import TestSupport
import Testing

@testable import FreshworksSandbox
@testable import freshworks

extension CommandTests {
    @Suite("schema --audit")
    struct Auditing {
        private let account = SchemaSandbox()

        /// The sandbox, with something changed in its answers.
        private func over(
            _ change: @escaping @Sendable (TransportRequest, TransportResponse) throws -> TransportResponse = { $1 }
        ) -> ScriptedTransport {
            let transport = account.sandbox.runtime.transport
            return ScriptedTransport { try change($0, try await transport.send($0)) }
        }

        @Test(
            "reads every list by GET alone, and prints keys without a value",
            arguments: ["freshdesk", "freshchat", "freshsales"])
        func reads(product: String) async throws {
            let wire = over()
            let result = try await freshworks(["schema", product, "--audit"], account.environment, over: wire)
            #expect(result.status == 0, "\(result.output)")
            #expect(wire.requests.allSatisfy { $0.method == .get })
            #expect(!result.output.contains("not read"))
            #expect(!result.output.contains("not in the field table"), "\(result.output)")
            #expect(result.output.contains("  never came: "))
            let json = try await freshworks(
                ["schema", product, "--audit", "--json"], account.environment, over: wire)
            let rows = try #require(try JSONValue(parsing: Data(json.output.utf8)).arrayValue)
            #expect(
                rows.allSatisfy {
                    $0.objectValue?.keys == ["product", "list", "records", "unknown", "absent", "error"]
                })
            #expect(rows.contains { ($0["records"]?.int64Value ?? 0) > 0 })
        }

        @Test("names keys that no field table knows, also inside records, and never their values")
        func unknown() async throws {
            let wire = over { request, response in
                guard request.url.path.hasSuffix("/v2/agents"), request.url.query() == nil else { return response }
                var rows = try JSONValue(parsing: response.body).arrayValue ?? []
                var first = rows[0].objectValue ?? [:]
                first["nickname"] = "FAKE-value"
                var contact = first["contact"]?.objectValue ?? [:]
                contact["shoe_size"] = "FAKE-value"
                contact["name"] = "FAKE-value"
                first["contact"] = .object(contact)
                rows[0] = .object(first)
                return .json(200, JSONValue.array(rows).description)
            }
            let result = try await freshworks(["schema", "freshdesk", "--audit"], account.environment, over: wire)
            #expect(result.output.contains("  not in the field table: contact.shoe_size (1), nickname (1)\n"))
            #expect(!result.output.contains("FAKE"))
            #expect(result.status == 0)
        }

        @Test("answers that are one record are looked at, rules of each kind, and the parts of messages")
        func others() async throws {
            let wire = over { request, response in
                guard let json = try? JSONValue(parsing: response.body) else { return response }
                switch request.url.path {
                case let path where path.hasSuffix("/account"), let path where path.hasSuffix("/settings/helpdesk"):
                    var account = json.objectValue ?? [:]
                    account["mood"] = "FAKE"
                    return .json(200, JSONValue.object(account).description)
                case let path where path.hasSuffix("/automations/3/rules"):
                    return .json(200, #"{"rules":[{"id":1,"actions":[{"mood":"FAKE"}]}],"meta":{}}"#)
                case let path where path.hasSuffix("/messages"):
                    return .json(
                        200, #"{"messages":[{"id":"m","message_parts":[{"image":{"mood":"FAKE"}},{"mood":{}}]}]}"#)
                case let path where path.hasSuffix("/accounts/configuration"):
                    return .json(200, #"{"configuration":{"account_id":1,"mood":"FAKE"}}"#)
                default: return response
                }
            }
            let desk = try await freshworks(["schema", "freshdesk", "--audit"], account.environment, over: wire)
            for list in ["account", "settings/helpdesk"] {
                #expect(
                    desk.output.contains("freshdesk \(list): 1 record\n  not in the field table: mood (1)\n"),
                    "\(desk.output)")
            }
            #expect(
                desk.output.contains(
                    "freshdesk automations/3/rules: 1 record\n  not in the field table: actions.mood (1)\n"))
            let chat = try await freshworks(["schema", "freshchat", "--audit"], account.environment, over: wire)
            #expect(
                chat.output.contains("freshchat accounts/configuration: 1 record\n  not in the field table: mood (1)\n")
            )
            #expect(
                chat.output.contains(
                    "freshchat conversations/message_parts: 2 records\n  not in the field table: image.mood (1), mood (1)\n"
                ), "\(chat.output)")
            #expect(!(desk.output + chat.output).contains("FAKE"))
        }

        @Test("an answer that is no record is told of")
        func noRecord() async throws {
            let wire = over { request, response in
                request.url.path.hasSuffix("/account") ? .json(200, "[]") : response
            }
            let result = try await freshworks(["schema", "freshdesk", "--audit"], account.environment, over: wire)
            #expect(result.output.contains("freshdesk account: not read: "))
            #expect(result.output.contains("the answer shows no record"))
            #expect(result.status == 3)
        }

        @Test("a list that the service refuses is told of, the others are read, and the exit status says it")
        func refused() async throws {
            let wire = over { request, response in
                request.url.path.hasSuffix("/products") ? .json(403, #"{"code":"require_feature"}"#) : response
            }
            let result = try await freshworks(["schema", "freshdesk", "--audit"], account.environment, over: wire)
            #expect(result.status == 1)
            #expect(result.output.contains("freshdesk products: not read: "))
            #expect(result.output.contains("freshdesk surveys: "))
        }

        @Test("what hangs on an empty list is told of; that an account has no leads is no failure")
        func nothingThere() async throws {
            let sandbox = Sandbox()
            let wire = ScriptedTransport { request in
                switch request.url.path {
                case let path where path.hasSuffix("/contacts/filters"): .json(200, #"{"filters":[{"id":1}]}"#)
                case let path where path.hasSuffix("/contacts/view/1"): .json(200, #"{"contacts":[]}"#)
                case let path where path.hasSuffix("/selector/lead_stages"): .empty(404)
                default: try await sandbox.transport.send(request)
                }
            }
            let environment = ["FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": sandbox.freshsales.apiKey]
            let result = try await freshworks(["schema", "freshsales", "--audit"], environment, over: wire)
            #expect(result.status == 0)
            #expect(
                result.output.contains(
                    "freshsales contacts/notes: nothing to look at, for contacts/view shows no record\n"))
            for list in ["leads/filters", "selector/lead_stages"] {
                #expect(result.output.contains("freshsales \(list): this account has none\n"))
            }
        }

        @Test("every selector of the CRM is looked at")
        func selectors() {
            let served = FreshsalesService.router.routes.filter { $0.method == "GET" }.map(\.pattern.text)
                .filter { $0.hasPrefix("selector/") && !$0.contains("{") }
            let audited = Set(AuditedList.all(of: .freshsales).map(\.path))
            #expect(!served.isEmpty && audited.isSuperset(of: served), "\(Set(served).subtracting(audited))")
        }

        @Test("of saved views that of all records is read, wherever it stands")
        func wholeView() async throws {
            let wire = over { request, response in
                guard request.url.path.hasSuffix("/contacts/filters") else { return response }
                var answer = try JSONValue(parsing: response.body).objectValue ?? [:]
                answer["filters"] = .array(Array((answer["filters"]?.arrayValue ?? []).reversed()))
                return .json(200, JSONValue.object(answer).description)
            }
            let reversed = try await freshworks(["schema", "freshsales", "--audit"], account.environment, over: wire)
            let usual = try await account.schema("freshsales", "--audit")
            #expect(reversed.output == usual.output)
            #expect(reversed.output.contains("freshsales contacts/view: "))
        }
    }
}
