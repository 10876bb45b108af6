import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Rate limits of single calls in the sandbox's Freshdesk")
struct FreshdeskSubLimitTests {
    @Test("the plans' numbers")
    func plans() {
        #expect(
            FreshdeskSubLimits.growth
                == FreshdeskSubLimits(ticketCreate: 80, ticketUpdate: 80, ticketList: 20, contactList: 20))
        #expect(
            FreshdeskSubLimits.pro
                == FreshdeskSubLimits(ticketCreate: 160, ticketUpdate: 160, ticketList: 100, contactList: 100))
        #expect(
            FreshdeskSubLimits.enterprise
                == FreshdeskSubLimits(ticketCreate: 280, ticketUpdate: 280, ticketList: 200, contactList: 200))
    }

    @Test("a limit of its own refuses one call while others go on and calls remain")
    func refusal() async throws {
        let desk = FreshdeskCaller {
            $0.freshdeskSubLimits = FreshdeskSubLimits(ticketCreate: 1, ticketUpdate: 1, ticketList: 1, contactList: 1)
        }
        let ticket = #"{"email":"a@b.example","subject":"S","description":"D"}"#
        let calls: [(TransportRequest.Method, String, String?)] = [
            (.post, "tickets", ticket), (.put, "tickets/1", "{}"), (.get, "tickets", nil), (.get, "contacts", nil),
        ]
        for (method, path, body) in calls {
            #expect(try await desk.call(method, path, body).status < 300)
            let second = try await desk.call(method, path, body)
            #expect(second.status == 429)
            #expect(second.headers["Retry-After"] == "60")
            #expect(second.headers["X-RateLimit-Remaining"] == nil)
        }
        let merge = #"{"primary_id":1,"ticket_ids":[2]}"#
        #expect(try await desk.call(.put, "tickets/merge", merge).status == 204)
        // Six calls were answered; the four refusals cost nothing.
        let other = try await desk.call(.get, "tickets/1")
        #expect(other.headers["X-RateLimit-Remaining"] == "694")
        desk.clock.advance(by: .seconds(60))
        #expect(try await desk.call(.get, "tickets").status == 200)
    }

    @Test("a call that costs more than what is left is refused")
    func credits() async throws {
        let desk = FreshdeskCaller { $0.freshdeskCallsPerMinute = 8 }
        let first = try await desk.call(.get, "tickets?include=stats,requester,description")
        #expect(first.headers["X-RateLimit-Remaining"] == "1")
        #expect(try await desk.call(.get, "tickets?include=stats").status == 429)
        #expect(try await desk.call(.get, "tickets").headers["X-RateLimit-Remaining"] == "0")
        #expect(try await desk.call(.get, "tickets").status == 429)
    }
}
