import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("export")
    struct Export {
        private let folder: TemporaryFolder
        private let sandbox: Sandbox

        init() throws {
            folder = try TemporaryFolder(inMemory: true)
            sandbox = Sandbox(
                Sandbox.Options(
                    clock: StillClock(), tickets: 250, freshdeskCallsPerMinute: 1_000_000,
                    freshchatCallsPerMinute: 1_000_000,
                    freshsalesCallsPerHour: 1_000_000))
        }

        private var environment: [String: String] {
            [
                "FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                "FRESHCHAT_SUBDOMAIN": "acme", "FRESHCHAT_API_TOKEN": sandbox.freshchat.apiToken,
                "FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": sandbox.freshsales.apiKey,
            ]
        }

        private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

        private func export(_ words: String...) async throws -> CommandLineTool.Result {
            try await freshworks(["export"] + words, environment, over: sandbox.transport)
        }

        private func rows(_ name: String) throws -> [JSONValue] {
            try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").map {
                try JSONValue(parsing: Data($0.utf8))
            }
        }

        @Test("writes all records of a list of any product, once each")
        func products() async throws {
            for (product, resource, count) in [
                ("freshdesk", "tickets", 250), ("freshdesk", "agents", 25), ("freshchat", "agents", 25),
                ("freshsales", "contacts", 57),
            ] {
                let name = "\(product)-\(resource)"
                let result = try await export(product, resource, "--to", path(name))
                #expect(result.status == 0, "\(result.diagnostics)")
                #expect(result.output == "\(path(name)): \(count) records\n")
                #expect(result.diagnostics.isEmpty)
                let ids = try rows(name).compactMap { $0["id"] }
                #expect(ids.count == count && Set(ids).count == count)
            }
        }

        /// All of a product's lists that need no more than the account to be asked for.
        private static let lists = [
            "freshdesk": [
                "tickets", "contacts", "companies", "agents", "groups", "admin_groups", "roles", "skills", "products",
                "time_entries", "satisfaction_ratings", "customer_surveys", "business_hours", "sla_policies",
                "email_configs", "email_mailboxes", "contact_fields", "company_fields", "ticket_forms",
                "scenario_automations", "solution_categories", "forum_categories", "canned_response_folders",
            ],
            "freshchat": ["users", "agents", "groups", "channels", "roles"],
            "freshsales": ["contacts", "sales_accounts", "deals", "sales_activities", "lists"],
        ]

        @Test("knows every list of the products, and names it", arguments: ["freshdesk", "freshchat", "freshsales"])
        func everyResource(product: String) async throws {
            let help = try await export("--help")
            let line = try #require(
                help.output.split(separator: "\n").first { $0.hasPrefix("  \(product): ") }?.dropFirst(
                    product.count + 4))
            let names = line.split(separator: ", ").map(String.init)
            #expect(names == Self.lists[product])
            // The sandbox's account has no view of all deals, as is usual.
            for name in names where name != "deals" {
                let result = try await export(product, name, "--to", path(name))
                #expect(result.status == 0, "\(name): \(result.diagnostics)")
                #expect(result.output.hasPrefix("\(path(name)): "))
            }
        }

        @Test("goes on where it was interrupted, and adds what was changed since to a complete file")
        func resumes() async throws {
            let whole = try await export("freshdesk", "tickets", "--to", path("whole"), "--deleted")
            #expect(whole.status == 0)
            let refused = try await export("freshdesk", "tickets", "--to", path("whole"))
            #expect(refused.status == 2)
            #expect(refused.diagnostics.contains("is there already"))
            let again = try await export("freshdesk", "tickets", "--to", path("whole"), "--deleted", "--resume")
            #expect(again.output == "\(path("whole")): 250 records (0 new)\n")
            let news = try await export(
                "freshdesk", "tickets", "--to", path("news"), "--deleted", "--after", path("whole"))
            #expect(news.output == "\(path("news")): 0 records\n")
            #expect(news.diagnostics.isEmpty)
        }

        @Test("says that a complete list of other things does not tell what was changed since")
        func tellsNoChanges() async throws {
            _ = try await export("freshdesk", "agents", "--to", path("agents"))
            let again = try await export("freshdesk", "agents", "--to", path("agents"), "--resume")
            #expect(again.status == 0)
            #expect(again.output == "\(path("agents")): 25 records (0 new)\n")
            #expect(again.diagnostics.contains("does not tell what was changed since"))
            let after = try await export("freshdesk", "agents", "--to", path("news"), "--after", path("agents"))
            #expect(after.status == 2)
        }

        @Test("takes conversations and a date, and says where an option means nothing")
        func options() async throws {
            try sandbox.freshdesk.add("tickets/7/notes", ["body": "hello"])
            let result = try await export(
                "freshdesk", "tickets", "--to", path("t"), "--conversations", "--share", "0.5", "--since", "1990-01-01")
            #expect(result.status == 0, "\(result.diagnostics)")
            let texts = try rows("t").first { $0["id"] == 7 }?["conversations"]?.arrayValue?.compactMap {
                $0["body_text"]?.stringValue
            }
            #expect(texts == ["hello"])
            let late = try await export("freshdesk", "companies", "--to", path("c"), "--since", "2999-01-01T00:00:00Z")
            #expect(late.output == "\(path("c")): 0 records\n")
            let wrong: [([String], String)] = [
                (["freshdesk", "agents", "--to", "x", "--since", "2025-01-01"], "--since says nothing about agents"),
                (["freshdesk", "contacts", "--to", "x", "--deleted"], "--deleted says nothing about contacts"),
                (["freshchat", "tickets", "--to", "x"], "users, agents"), (["freshdesk", "tickets"], "--to FILE"),
                (["freshdesk", "--to", "x"], "a product and a resource"),
                (["freshdesk", "tickets", "--to", "x", "--share", "0"], "--share takes"),
                (["freshdesk", "tickets", "--to", "x", "--since", "yesterday"], "--since takes"),
                (["freshdesk", "tickets", "--to", "x", "--resume", "--after", "y"], "not both"),
                (["freshdesk", "tickets", "--to", "x", "--store", "etcd://a/b"], "--store goes with"),
            ]
            for (words, message) in wrong {
                let result = try await freshworks(["export"] + words, environment, over: sandbox.transport)
                #expect(result.status == 2, "\(words)")
                #expect(result.diagnostics.contains(message), "\(words): \(result.diagnostics)")
            }
        }
    }
}
