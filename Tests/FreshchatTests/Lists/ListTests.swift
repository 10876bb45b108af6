import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Freshchat groups, channels, roles and the account")
struct ListTests {
    @Test("lists send page size, order and locale, and follow the links")
    func lists() async throws {
        let wire = ScriptedTransport { request in
            let name = request.url.lastPathComponent
            let isFirst = request.url.query?.contains("&page=2") == false
            return .json(
                200,
                page(
                    name, #"{"id":"\#(isFirst ? 1 : 2)"}"#, next: isFirst ? "/v2/\(name)?items_per_page=2&page=2" : nil)
            )
        }
        let freshchat = try freshchat(wire)
        #expect(try await freshchat.groups.list(order: .ascending(), pageSize: 2).all().map(\.id) == ["1", "2"])
        #expect(
            try await freshchat.channels.list(locale: "en", order: .descending(.name), pageSize: 2).all().map(
                \.id)
                == ["1", "2"])
        #expect(try await freshchat.roles.list(pageSize: 2).all().map(\.id) == ["1", "2"])
        #expect(
            wire.lines == [
                "GET /v2/groups?sort_order=asc&items_per_page=2", "GET /v2/groups?items_per_page=2&page=2",
                "GET /v2/channels?locale=en&sort_by=name&sort_order=desc&items_per_page=2",
                "GET /v2/channels?items_per_page=2&page=2", "GET /v2/roles?items_per_page=2",
                "GET /v2/roles?items_per_page=2&page=2",
            ])
    }

    @Test("bad page sizes and a blank locale are refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        let freshchat = try freshchat(wire)
        await expectRefusal(.invalidArgument) { _ = try await freshchat.groups.list(pageSize: 51).all() }
        await expectRefusal(.invalidArgument) { _ = try await freshchat.roles.list(pageSize: -1).all() }
        await expectRefusal(.invalidArgument) { _ = try await freshchat.channels.list(pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await freshchat.channels.list(locale: "").all() }
        #expect(wire.requests.isEmpty)
    }

    private static let group = #"""
        {"id":"77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20","name":"Orders","description":"Order desk",\#
        "routing_type":"INTELLIASSIGN","routing_logic":"LOAD_BALANCED","chat_group_id":"12","agents":[{"id":"a1"}],\#
        "business_calendar_id":"b1","sla_policy_ids":["s1"],"standard_response_ids":["r1"]}
        """#

    @Test("every documented property of a group, and nulls")
    func group() throws {
        let probe = try RecordProbe<Group>(Self.group)
        #expect(probe.record.id == "77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20")
        probe.reads(\.name, "Orders")
        probe.reads(\.description, "Order desk")
        probe.reads(\.routingType, .intelliAssign)
        probe.reads(\.routingLogic, "LOAD_BALANCED")
        probe.reads(\.chatGroupID, "12")
        probe.reads(\.agents?.first?.id, "a1")
        probe.reads(\.businessCalendarID, "b1")
        probe.reads(\.slaPolicyIDs, ["s1"])
        probe.reads(\.standardResponseIDs, ["r1"])
        let odd = try RecordProbe<Group>(#"{"id":7,"routing_type":"BY_MOON","later":0.10,"sla_policy_ids":[1]}"#).record
        #expect(odd.id == "7")
        #expect(odd.routingType?.rawValue == "BY_MOON")
        #expect(odd.slaPolicyIDs == ["1"])
    }

    private static let channel = #"""
        {"id":"e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42","name":"Help","icon":{},"enabled":true,"public":true,"tags":["web"],\#
        "locale":"en","updated_time":"2024-01-10T12:00:00.000Z","source":"WEB","welcome_message":{"message_type":"normal",\#
        "message_parts":[{"text":{"content":"Hi!"}}],"message_source":"system","restrictResponse":false,\#
        "botsPrivateNote":false,"isBotsInput":true},"assign_to_group":{"id":"g1"}}
        """#

    @Test("every documented property of a channel, and nulls")
    func channel() throws {
        let probe = try RecordProbe<ChatChannel>(Self.channel)
        #expect(probe.record.id == "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42")
        probe.reads(\.name, "Help")
        #expect(probe.record.icon != nil)
        #expect(probe.record.icon?.url == nil)
        probe.reads(\.isEnabled, true)
        probe.reads(\.isPublic, true)
        probe.reads(\.tags, ["web"])
        probe.reads(\.locale, "en")
        probe.reads(\.updatedAt, time(1_704_888_000))
        probe.reads(\.source, "WEB")
        probe.reads(\.welcomeMessage?.parts, [.text("Hi!")])
        probe.reads(\.assignToGroup?.id, "g1")
        let other = try RecordProbe<ChatChannel>(#"{"id":7,"icon":{"url":"https://img.example.org/i.png"}}"#)
        other.reads(\.icon?.url?.absoluteString, "https://img.example.org/i.png")
    }

    @Test("every documented property of a welcome message, and nulls")
    func welcomeMessage() throws {
        let probe = try RecordProbe<WelcomeMessage>(
            #"{"message_type":"normal","message_parts":[{"text":{"content":"Hi!"}}],"message_source":"system","#
                + #""restrictResponse":false,"botsPrivateNote":false,"isBotsInput":true}"#, required: [])
        probe.reads(\.messageType, .normal)
        probe.reads(\.parts, [.text("Hi!")])
        probe.reads(\.messageSource, .system)
        probe.reads(\.restrictsResponse, false)
        probe.reads(\.isBotsPrivateNote, false)
        probe.reads(\.isBotsInput, true)
    }

    @Test("every documented property of a role, and nulls")
    func role() throws {
        let probe = try RecordProbe<Role>(
            #"{"id":"ACCOUNT_ADMIN","name":"Account admin","description":"May do it all","is_custom_role":false}"#)
        #expect(probe.record.id == "ACCOUNT_ADMIN")
        probe.reads(\.name, "Account admin")
        probe.reads(\.description, "May do it all")
        probe.reads(\.isCustom, false)
        #expect(try RecordProbe<Role>(#"{"id":7}"#).record.id == "7")
    }

    private static let configuration = #"""
        {"organisation_id":1712345678901234567,"organisation_domain":"acme-org.example.org","account_id":9007199254740993,\#
        "account_domain":"acme.example.org","app_id":"c0ffee00-1111-4222-8333-444455556666","web_chat_id":"w1",\#
        "bundle_id":0,"bundle_type":"NONE","plan_type":"PRO","datacenter":"EUC"}
        """#

    @Test("every documented property of the account, with ids beyond a double's precision, and nulls")
    func account() throws {
        let probe = try RecordProbe<AccountConfiguration>(Self.configuration, required: ["account_id"])
        #expect(probe.record.accountID == 9_007_199_254_740_993)
        probe.reads(\.organizationID, 1_712_345_678_901_234_567)
        probe.reads(\.organizationDomain, "acme-org.example.org")
        probe.reads(\.accountDomain, "acme.example.org")
        probe.reads(\.appID, "c0ffee00-1111-4222-8333-444455556666")
        probe.reads(\.webChatID, "w1")
        probe.reads(\.bundleID, 0)
        probe.reads(\.bundleType, "NONE")
        probe.reads(\.planType, "PRO")
        probe.reads(\.datacenter, "EUC")
    }

    @Test("the account's configuration comes bare or wrapped")
    func configuration() async throws {
        let wire = ScriptedTransport(
            .json(200, Self.configuration), .json(200, #"{"configuration":{"account_id":"7"}}"#))
        #expect(try await freshchat(wire).configuration().accountID == 9_007_199_254_740_993)
        #expect(try await freshchat(wire).configuration().accountID == 7)
        #expect(wire.lines == ["GET /v2/accounts/configuration", "GET /v2/accounts/configuration"])
    }
}
