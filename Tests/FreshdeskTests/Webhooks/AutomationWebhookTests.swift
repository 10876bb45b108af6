import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk automation webhooks")
struct AutomationWebhookTests {
    private static let secret = "FAKE-secret-0123456789"
    private static let body = Data(
        #"{"freshdesk_webhook":{"ticket_id":311,"ticket_subject":"Où ?","triggered_event":"{ticket_action:created}"}}"#
            .utf8)
    private let webhook: AutomationWebhook

    init() throws {
        webhook = try AutomationWebhook(
            header: "X-Desk-Secret", secret: Secret(Self.secret), previous: Secret("FAKE-older-secret-012345"))
    }

    private func event(_ body: String) throws -> AutomationEvent {
        try webhook.event(of: Data(body.utf8)) { _ in Self.secret }
    }

    @Test("a request with the secret, or the one before it, is read")
    func accepts() throws {
        for secret in [Self.secret, "FAKE-older-secret-012345", " \(Self.secret) "] {
            var asked: [String] = []
            let event = try webhook.event(of: Self.body) { name in
                asked.append(name)
                return secret
            }
            #expect(asked == ["X-Desk-Secret"])
            #expect(event.ticketID == 311)
            #expect(event.trigger == "{ticket_action:created}")
            #expect(event["ticket_subject"] == "Où ?")
            #expect(event.debugDescription == "AutomationEvent(ticket_id, ticket_subject, triggered_event)")
        }
    }

    @Test(
        "a request without the secret, or with another, is refused before its body is looked at",
        arguments: [
            nil, "", " ", "FAKE-secret-012345678", "FAKE-secret-01234567890", "FAKE-secret-0123456788",
            "fake-secret-0123456789", "FAKE-secret-0123456789, FAKE-secret-0123456789", "FAKE-secret-0123456789\u{0}",
        ])
    func refuses(value: String?) {
        let error = #expect(throws: FreshworksError.self) { try webhook.event(of: Data("<".utf8)) { _ in value } }
        #expect(error?.code == .invalidSignature)
        #expect(error?.description.contains("FAKE") == false)
        #expect(error?.description.contains("X-Desk-Secret") == true)
    }

    @Test(
        "secrets and names that cannot be are refused when the receiver is made",
        arguments: [
            ("X-A", "short-secret-15"), ("X-A", "FAKE secret 0123456789"), ("X-A", "FAKE-secrét-0123456789"),
            ("", "FAKE-secret-0123456789"), ("X A", "FAKE-secret-0123456789"), ("X:A", "FAKE-secret-0123456789"),
            ("Ä", "FAKE-secret-0123456789"),
        ])
    func unusable(header: String, secret: String) {
        let error = #expect(throws: FreshworksError.self) {
            try AutomationWebhook(header: header, secret: Secret(secret))
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.description.contains("FAKE") == false)
        #expect(throws: FreshworksError.self) {
            try AutomationWebhook(secret: Secret(Self.secret), previous: Secret("short"))
        }
    }

    @Test(
        "the ticket is found in whatever an administrator has put together",
        arguments: [
            #"{"ticket_id":"311"}"#, #"{"id":311,"subject":"S"}"#, #"{"ticket":{"id":311},"x":1}"#,
            "\u{FEFF} {\"ticket_id\": 311.0, \"a\": null}\n", "ticket_id=311&subject=a%20b+c", "ticket_id=311\r\n",
            "{\"ticket_id\":311,\"text\":\"two\nlines\tand \\\"marks\\\"\"}",
            "{\n\"ticket_id\":311,\"path\":\"c:\\\n\"}",
        ])
    func lenient(body: String) throws {
        #expect(try event(body).ticketID == 311)
    }

    @Test("texts keep their line breaks, blanks of forms too")
    func texts() throws {
        #expect(try event("{\"t\":\"two\nlines\",\"u\":1}")["t"] == "two\nlines")
        #expect(try event("ticket_id=1&subject=a%20b+c%26d&empty=&bare")["subject"] == "a b c&d")
        #expect(try event("ticket_id=1&empty=&bare")["bare"] == "")
    }

    @Test(
        "what is neither JSON nor a form is refused with what to change in the rule",
        arguments: [
            ("", "Choose JSON"), ("[1]", "Choose JSON"), ("<ticket/>", "Choose JSON"), ("hello", "Choose JSON"),
            (#"{"t":"a "quoted" word"}"#, "quotation mark"), ("{", "quotation mark"),
        ])
    func unreadable(body: String, advice: String) {
        let error = #expect(throws: FreshworksError.self) { try event(body) }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.advice?.contains(advice) == true)
        #expect(error?.description.contains("quoted") == false)
    }

    @Test("a body beyond a megabyte is refused unread")
    func long() {
        let error = #expect(throws: FreshworksError.self) {
            try event(#"{"ticket_id":1,"t":""# + String(repeating: "a", count: 1024 * 1024) + #""}"#)
        }
        #expect(error?.code == .unreadableResponse)
    }

    @Test("of 10,000 damaged requests none is taken whose secret is damaged, and none ends the process")
    func mutations() throws {
        var random = SeededGenerator(seed: 13)
        let secret = Array(Self.secret.utf8)
        var read = 0
        for _ in 0..<10_000 {
            var body = Array(Self.body)
            damage(&body, &random)
            var sent = secret
            if random.next() % 2 == 0 { damage(&sent, &random) }
            let value = String(decoding: sent, as: UTF8.self)
            do {
                _ = try webhook.event(of: Data(body)) { _ in value }
                #expect(sent == secret || value.trimmingCharacters(in: .whitespaces) == Self.secret)
                read += 1
            } catch let error as FreshworksError {
                #expect([.invalidSignature, .unreadableResponse].contains(error.code))
                if sent == secret { #expect(error.code == .unreadableResponse) }
            }
        }
        #expect(read > 1000)
    }

    /// Changes, takes out or puts in a few bytes.
    private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        for _ in 0...Int(random.next() % 4) {
            let place = Int(random.next() % UInt64(bytes.count))
            let byte = UInt8(truncatingIfNeeded: random.next())
            switch random.next() % 3 {
            case 0: bytes[place] = byte
            case 1 where bytes.count > 1: bytes.remove(at: place)
            default: bytes.insert(byte, at: place)
            }
        }
    }
}
