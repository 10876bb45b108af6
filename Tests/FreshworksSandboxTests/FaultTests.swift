import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Scripted faults, in process")
struct FaultTests {
    let clock: ManualClock
    let caller: SandboxCaller
    var sandbox: Sandbox { caller.sandbox }

    init() {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
    }

    @Test("a fault happens as often as told, to requests that fit, in the order of the script")
    func script() async throws {
        sandbox.inject(.status(503, headers: ["Retry-After": "3"], body: "busy"), on: .freshdesk("tickets"), times: 2)
        sandbox.inject(.status(500), on: .freshdesk())
        #expect(try await caller.freshchat("agents").status == 200)
        let first = try await caller.freshdesk("tickets")
        #expect(first.status == 503)
        #expect(first.text == "busy")
        #expect(first.headers["Retry-After"] == "3")
        #expect(try await caller.freshdesk("agents/me").status == 500)
        #expect(try await caller.freshdesk("tickets").status == 503)
        let last = try await caller.freshdesk("tickets")
        #expect(last.status == 200)
        // Answers in place of the service's count nothing.
        #expect(last.headers["X-RateLimit-Remaining"] == "699")
        #expect(sandbox.requests.map(\.status) == [200, 503, 500, 503, 200])
    }

    @Test("a matcher looks at product, path, verb and parameters")
    func matchers() async throws {
        sandbox.inject(.status(500), on: .freshsales("contacts/view/{id}", query: ["page": "2"]), times: .max)
        sandbox.inject(.status(502), on: .freshdesk("tickets", method: .post), times: .max)
        #expect(try await caller.freshsales("contacts/view/70000000101").status == 200)
        #expect(try await caller.freshsales("contacts/view/70000000101?page=2").status == 500)
        #expect(try await caller.freshsales("contacts/filters?page=2").status == 200)
        #expect(try await caller.freshdesk("tickets").status == 200)
        #expect(try await caller.call(.post, "https://acme.freshdesk.com/api/v2/tickets").status == 502)
        sandbox.removeFaults()
        #expect(try await caller.freshsales("contacts/view/70000000101?page=2").status == 200)
    }

    @Test("what happens on the wire becomes the error of a transport, and the call was carried out")
    func wire() async throws {
        let faults: [(Fault, FreshworksError.Code)] = [
            (.reset, .connectionFailed), (.truncatedBody, .truncatedResponse), (.notHTTP, .malformedResponse),
        ]
        for (fault, code) in faults {
            sandbox.inject(fault)
            await #expect {
                _ = try await caller.freshdesk("agents/me")
            } throws: { error in
                let error = error as? FreshworksError
                return error?.code == code && error?.mayHaveBeenExecuted == true
            }
        }
        #expect(sandbox.requests.map(\.status) == [nil, 200, nil])
        #expect(try await caller.freshdesk("agents/me").headers["X-RateLimit-Remaining"] == "696")
    }

    @Test("pages, garbage and empty successes come as answers")
    func answers() async throws {
        sandbox.inject(.html())
        sandbox.inject(.garbage)
        sandbox.inject(.emptySuccess(status: 204))
        let page = try await caller.freshdesk("agents/me")
        #expect(page.status == 200)
        #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
        let garbage = try await caller.freshdesk("agents/me")
        #expect(garbage.status == 200)
        #expect(garbage.headers["Content-Type"] == "application/json")
        #expect(throws: (any Error).self) { try garbage.json }
        let empty = try await caller.freshdesk("agents/me")
        #expect(empty.status == 204)
        #expect(empty.text == "")
    }

    @Test("shifted rows repeat the end of the page before, or leave rows out")
    func shifted() async throws {
        let first = try await caller.freshdesk("tickets?per_page=10").ids()
        #expect(first == Array((111...120).reversed()))
        sandbox.inject(.shiftedRows(2), on: .freshdesk(query: ["page": "2"]))
        #expect(try await caller.freshdesk("tickets?per_page=10&page=2").ids() == Array((103...112).reversed()))
        sandbox.inject(.shiftedRows(-3))
        #expect(try await caller.freshdesk("tickets?per_page=10&page=2").ids() == Array((98...107).reversed()))
        sandbox.inject(.shiftedRows(2))
        #expect(try await caller.freshdesk("tickets?per_page=10").ids() == first)
    }

    @Test("links can be made to lead elsewhere")
    func foreignLinks() async throws {
        sandbox.inject(.foreignLinks(to: "https://attacker.example"), times: 2)
        #expect(
            try await caller.freshdesk("tickets").headers["Link"]
                == #"<https://attacker.example/api/v2/tickets?page=2>; rel="next""#)
        let links = try await caller.freshchat("agents").json
        #expect(
            links.value(at: ["links", "next_page", "href"])?.stringValue
                == "https://attacker.example/v2/agents?page=2")
    }

    @Test("a delay goes by the sandbox's clock, and adds up with another fault")
    func delay() async throws {
        sandbox.inject(.status(503).delayed(by: .seconds(5)))
        let call = Task { try await caller.freshdesk("agents/me").status }
        try await clock.waitForSleepers(1)
        clock.advance(by: .milliseconds(4999))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .milliseconds(1))
        #expect(try await call.value == 503)
    }

    @Test("a delay beyond the request's timeout is a timeout, and the call was carried out")
    func timeout() async throws {
        sandbox.inject(.delay(.seconds(90)))
        let call = Task { try await caller.freshdesk("agents/me") }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(60))
        await #expect {
            _ = try await call.value
        } throws: { error in
            let error = error as? FreshworksError
            return error?.code == .timedOut && error?.mayHaveBeenExecuted == true
        }
    }

    @Test("a delayed call can be cancelled")
    func cancelled() async throws {
        sandbox.inject(.delay(.seconds(5)))
        let call = Task { try await caller.freshdesk("agents/me") }
        try await clock.waitForSleepers(1)
        call.cancel()
        await #expect(throws: CancellationError.self) { _ = try await call.value }
    }
}
