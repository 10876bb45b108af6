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
        #expect(try await freshchat.groups.list(sorted: .ascending(), pageSize: 2).all().map(\.id) == ["1", "2"])
        #expect(
            try await freshchat.channels.list(locale: "en", sorted: .descending(by: "name"), pageSize: 2).all().map(
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
        let group = try readBack(Group.self, Self.group)
        #expect(group.id == "77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20")
        #expect(group.name == "Orders")
        #expect(group.description == "Order desk")
        #expect(group.routingType == .intelliAssign)
        #expect(group.routingLogic == "LOAD_BALANCED")
        #expect(group.chatGroupID == "12")
        #expect(group.agents?.map(\.id) == ["a1"])
        #expect(group.businessCalendarID == "b1")
        #expect(group.slaPolicyIDs == ["s1"])
        #expect(group.standardResponseIDs == ["r1"])

        let empty = try readBack(Group.self, nulled(Self.group, but: "id"))
        expectNil(
            empty.name, empty.description, empty.routingType, empty.routingLogic, empty.chatGroupID, empty.agents,
            empty.businessCalendarID, empty.slaPolicyIDs, empty.standardResponseIDs)
        let odd = try readBack(Group.self, #"{"id":7,"routing_type":"BY_MOON","later":0.10,"sla_policy_ids":[1]}"#)
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
        let channel = try readBack(Channel.self, Self.channel)
        #expect(channel.id == "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42")
        #expect(channel.name == "Help")
        #expect(channel.icon != nil)
        #expect(channel.icon?.url == nil)
        #expect(channel.enabled == true)
        #expect(channel.isPublic == true)
        #expect(channel.tags == ["web"])
        #expect(channel.locale == "en")
        #expect(channel.updatedTime == time(1_704_888_000))
        #expect(channel.source == "WEB")
        #expect(channel.assignToGroup?.id == "g1")
        let welcome = try #require(channel.welcomeMessage)
        #expect(welcome.messageType == .normal)
        #expect(welcome.parts == [.text("Hi!")])
        #expect(welcome.messageSource == .system)
        #expect(welcome.restrictResponse == false)
        #expect(welcome.isBotsPrivateNote == false)
        #expect(welcome.isBotsInput == true)

        let empty = try readBack(Channel.self, nulled(Self.channel, but: "id"))
        expectNil(
            empty.name, empty.icon, empty.enabled, empty.isPublic, empty.tags, empty.locale, empty.updatedTime,
            empty.source, empty.welcomeMessage, empty.assignToGroup)
        let odd = try readBack(
            Channel.self,
            #"{"id":7,"later":null,"icon":{"url":"https://img.example.org/i.png"},"#
                + #""welcome_message":{"message_parts":null,"message_type":null,"message_source":null,"#
                + #""restrictResponse":null,"botsPrivateNote":null,"isBotsInput":null}}"#)
        #expect(odd.id == "7")
        #expect(odd.icon?.url == URL(string: "https://img.example.org/i.png"))
        let blank = try #require(odd.welcomeMessage)
        expectNil(
            blank.parts, blank.messageType, blank.messageSource, blank.restrictResponse, blank.isBotsPrivateNote,
            blank.isBotsInput)
    }

    @Test("every documented property of a role, and nulls")
    func role() throws {
        let role = try readBack(
            Role.self,
            #"{"id":"ACCOUNT_ADMIN","name":"Account admin","description":"May do it all","is_custom_role":false}"#)
        #expect(role.id == "ACCOUNT_ADMIN")
        #expect(role.name == "Account admin")
        #expect(role.description == "May do it all")
        #expect(role.isCustom == false)
        let empty = try readBack(
            Role.self, #"{"id":7,"name":null,"description":null,"is_custom_role":null,"later":[]}"#)
        #expect(empty.id == "7")
        expectNil(empty.name, empty.description, empty.isCustom)
    }

    private static let configuration = #"""
        {"organisation_id":1712345678901234567,"organisation_domain":"acme-org.example.org","account_id":9007199254740993,\#
        "account_domain":"acme.example.org","app_id":"c0ffee00-1111-4222-8333-444455556666","web_chat_id":"w1",\#
        "bundle_id":0,"bundle_type":"NONE","plan_type":"PRO","datacenter":"EUC"}
        """#

    @Test("the account's configuration, bare or wrapped, with ids beyond a double's precision")
    func configuration() async throws {
        let wire = ScriptedTransport(
            .json(200, Self.configuration), .json(200, #"{"configuration":{"account_id":"7"}}"#))
        let configuration = try await freshchat(wire).configuration()
        #expect(configuration.organizationID == 1_712_345_678_901_234_567)
        #expect(configuration.organizationDomain == "acme-org.example.org")
        #expect(configuration.accountID == 9_007_199_254_740_993)
        #expect(configuration.accountDomain == "acme.example.org")
        #expect(configuration.appID == "c0ffee00-1111-4222-8333-444455556666")
        #expect(configuration.webChatID == "w1")
        #expect(configuration.bundleID == 0)
        #expect(configuration.bundleType == "NONE")
        #expect(configuration.planType == "PRO")
        #expect(configuration.datacenter == "EUC")
        #expect(try await freshchat(wire).configuration().accountID == 7)
        #expect(wire.lines == ["GET /v2/accounts/configuration", "GET /v2/accounts/configuration"])
    }

    @Test("a configuration of nulls and unknown keys")
    func emptyConfiguration() throws {
        let empty = try readBack(AccountConfiguration.self, nulled(Self.configuration, but: "account_id"))
        expectNil(
            empty.organizationID, empty.organizationDomain, empty.accountDomain, empty.appID, empty.webChatID,
            empty.bundleID, empty.bundleType, empty.planType, empty.datacenter)
        _ = try readBack(AccountConfiguration.self, #"{"account_id":1,"later":{"a":1.0}}"#)
    }
}
