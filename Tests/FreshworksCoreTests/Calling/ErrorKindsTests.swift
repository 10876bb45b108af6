import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("An error to switch on", .endsIfItHangs)
struct ErrorKindsTests {
    private let clock = ManualClock()

    private func client(
        _ transport: ScriptedTransport, paces: Bool = true, observer: (any RequestObserver)? = nil,
        key: String = "FAKEkey0123456789abcd"
    ) throws -> APIClient {
        try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: key)),
            runtime: FreshworksRuntime(
                .init(paces: paces, retry: .init(maximumAttempts: 1), random: { 0 }), transport: transport,
                clock: clock, observer: observer))
    }

    private func failure(_ call: () async throws -> Void) async throws -> FreshworksError {
        try #require(await #expect(throws: FreshworksError.self) { try await call() })
    }

    /// Lets time pass once something was sent, until it is cancelled: who waits against the rules does not wait for ever.
    private func passingTime(after transport: ScriptedTransport) -> Task<Void, any Error> {
        Task { [clock] in
            while transport.requests.isEmpty {
                try Task.checkCancellation()
                await Task.yield()
            }
            while true {
                try await clock.waitForSleepers(1)
                clock.advance(by: .seconds(60))
                await Task.yield()
            }
        }
    }

    @Test("is a 429 also where the limit is known without asking again, and says so")
    func rateLimited() async throws {
        let transport = ScriptedTransport(.empty(429, ("Retry-After", "90")))
        let api = try client(transport)
        let first = try await failure { _ = try await api.call(.get, "tickets") }
        #expect(first.isRateLimited && !first.wasDecidedLocally)
        let second = try await failure { _ = try await api.call(.post, "tickets", body: [:]) }
        #expect(transport.requests.count == 1)
        #expect(second.isRateLimited && second.wasDecidedLocally)
        #expect(second.status == 429)
        #expect(second.attempts == 0)
        #expect(second.retryAfter == .milliseconds(90_100))
        #expect(second.advice == "Try again in 91 seconds.")
        #expect(second.description.contains("status 429, decided without asking again"))
        #expect(first.isRetryable && second.isRetryable)
    }

    @Test("is a 401 also where the credential was rejected a moment ago, and says so")
    func rejected() async throws {
        let transport = ScriptedTransport(.json(401, "{}"))
        let api = try client(transport)
        let first = try await failure { _ = try await api.call(.get, "tickets") }
        #expect(first.isCredentialRejected && !first.wasDecidedLocally)
        let second = try await failure { _ = try await api.call(.get, "tickets") }
        #expect(transport.requests.count == 1)
        #expect(second.isCredentialRejected && second.wasDecidedLocally)
        #expect(second.status == 401)
        #expect(second.retryAfter == .seconds(5))
        #expect(second.advice == "Replace the credential. Try again in 5 seconds.")
        #expect(!first.isRateLimited && !second.isRetryable)
    }

    @Test("is no local decision when the check of a credential meets a closed limit: nobody answered")
    func verification() async throws {
        let api = try client(ScriptedTransport(.empty(429, ("Retry-After", "90"))))
        _ = try? await api.call(.get, "tickets")
        let verification = try await api.verify()
        #expect(verification.verdict == .rateLimited)
        #expect(verification.status == nil)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var method: TransportRequest.Method
        var status: Int
        var retryable: Bool
        var testDescription: String { "\(method) \(status)" }
    }

    @Test(
        "can be repeated where the cause passes and another try does no harm",
        arguments: [
            Case(method: .get, status: 503, retryable: true), Case(method: .put, status: 503, retryable: true),
            Case(method: .post, status: 503, retryable: false), Case(method: .post, status: 429, retryable: true),
            Case(method: .get, status: 404, retryable: false), Case(method: .get, status: 501, retryable: false),
            Case(method: .post, status: 400, retryable: false),
        ])
    func retryable(example: Case) async throws {
        let api = try client(ScriptedTransport(.empty(example.status)), paces: false)
        let error = try await failure { _ = try await api.call(example.method, "tickets/1") }
        #expect(error.isRetryable == example.retryable)
        #expect(FreshworksError(.connectionRefused, "refused").isRetryable)
        #expect(!FreshworksError(.connectionFailed, "lost", mayHaveBeenExecuted: true).isRetryable)
    }

    @Test("shows its owner which record was asked for, and observers only where such records are")
    func requestLine() async throws {
        let observer = PathObserver()
        let api = try client(ScriptedTransport(.empty(404)), observer: observer)
        let typed = try await failure { try await api.send(Endpoint<Void>("tickets.delete", .delete, "tickets/\(42)")) }
        #expect(typed.requestLine == "DELETE https://acme.freshdesk.com/api/v2/tickets/42")
        let text = "a/b é" + String(repeating: "x", count: 500)
        let named = try await failure { try await api.send(Endpoint<Void>("users.view", .get, "users/\(text)")) }
        #expect(named.requestLine?.hasPrefix("GET https://acme.freshdesk.com/api/v2/users/a%2Fb%20%C3%A9xxx") == true)
        #expect(named.requestLine?.count ?? 0 < 200)
        let written = try await failure { _ = try await api.call(.get, "tickets/42/time_entries?email=a@b.example") }
        #expect(written.requestLine == "GET https://acme.freshdesk.com/api/v2/tickets/42/time_entries")
        #expect(observer.paths == ["tickets/{id}", "users/{id}", "tickets/{id}/time_entries"])
    }

    @Test("does not show what slipped into a written path in place of an id, nor the credential in any path")
    func slips() async throws {
        let key = "FAKEkey0123456789abcd"
        let api = try client(ScriptedTransport(.empty(404)), key: key)
        let written = try await failure { _ = try await api.call(.get, "custom/Another0KEY") }
        #expect(written.requestLine == "GET https://acme.freshdesk.com/api/v2/custom/{id}")
        let uuid = "2f6e8a1c-0000-4000-8000-00000000000a"
        let byUUID = try await failure { _ = try await api.call(.get, "custom/\(uuid)") }
        #expect(byUUID.requestLine == "GET https://acme.freshdesk.com/api/v2/custom/\(uuid)")
        let typed = try await failure { try await api.send(Endpoint<Void>("x", .get, "users/\(key)")) }
        #expect(typed.requestLine == "GET https://acme.freshdesk.com/api/v2/users/<redacted>")
    }

    @Test(
        "of a single call whose wait lies beyond its deadline comes at once, with the time",
        arguments: ["90", "89.5", "89.001"], [true, false])
    func waitBeyondDeadline(wait: String, paces: Bool) async throws {
        let transport = ScriptedTransport(.empty(429, ("Retry-After", wait)))
        let patient = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.init(paces: paces, random: { 0 }), transport: transport, clock: clock))
        let time = passingTime(after: transport)
        defer { time.cancel() }
        let error = try await failure {
            _ = try await patient.call(.get, "tickets", options: CallOptions(deadline: .seconds(30)))
        }
        #expect(error.retryAfter == .seconds(90))
        #expect(error.advice == "Try again in 90 seconds.")
        #expect(transport.requests.count == 1)
    }

    @Test(
        "of a service that fails and asks for a longer wait than the deadline allows comes at once, with the time",
        arguments: [503, 500], [true, false])
    func failureBeyondDeadline(status: Int, paces: Bool) async throws {
        let transport = ScriptedTransport(.empty(status, ("Retry-After", "31")), .json(200, "{}"))
        let observer = OutcomeObserver()
        let api = try APIClient(
            account: .freshsales("acme"), credential: .fixed(.freshsales(apiKey: "FAKE_key-0123456789abc")),
            runtime: FreshworksRuntime(
                .init(paces: paces, random: { 0 }), transport: transport, clock: clock, observer: observer))
        let time = passingTime(after: transport)
        defer { time.cancel() }
        let error = try await failure {
            _ = try await api.call(.get, "deals/1", options: CallOptions(deadline: .seconds(30)))
        }
        #expect(error.status == status)
        #expect(error.retryAfter == .seconds(31))
        #expect(observer.outcomes.map(\.decisions) == [["the deadline comes before the next attempt may be made"]])
        #expect(transport.requests.count == 1)
    }

    @Test("carries the failure of the attempt before the one that took too long")
    func causeOfLateness() async throws {
        for first in [
            FreshworksError(.connectionFailed, "the connection ended"),
            FreshworksError(.nameNotResolved, "the name does not resolve"),
        ] {
            let isFirst = Mutex(true)
            let transport = ScriptedTransport { _ in
                let fails = isFirst.withLock { flag in
                    defer { flag = false }
                    return flag
                }
                throw fails ? first : FreshworksError(.timedOut, "no complete answer came in time")
            }
            let api = try APIClient(
                account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
                runtime: FreshworksRuntime(
                    .init(paces: false, retry: .init(maximumAttempts: 2), random: { 0 }), transport: transport,
                    clock: clock))
            let error = try await failure { _ = try await api.call(.get, "tickets") }
            #expect(error.code == .timedOut)
            #expect((error.underlying as? FreshworksError)?.code == first.code)
        }
    }

    @Test("carries the refusal before the attempt that took too long")
    func refusalBeforeLateness() async throws {
        let isFirst = Mutex(true)
        let transport = ScriptedTransport { _ in
            let fails = isFirst.withLock { flag in
                defer { flag = false }
                return flag
            }
            guard fails else { throw FreshworksError(.timedOut, "no complete answer came in time") }
            return .empty(503)
        }
        let api = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(
                .init(paces: false, retry: .init(maximumAttempts: 2), random: { 0 }), transport: transport, clock: clock
            ))
        let error = try await failure { _ = try await api.call(.get, "tickets") }
        #expect(error.code == .timedOut)
        #expect((error.underlying as? FreshworksError)?.status == 503)
    }

    @Test("says what to do with a record that Freshdesk keeps in the trash")
    func trash() async throws {
        let body = #"{"message":"PUT method is not allowed. It should be one of these method(s): GET"}"#
        let api = try client(ScriptedTransport(.json(405, body)))
        let error = try await failure { _ = try await api.call(.put, "tickets/1", body: [:]) }
        #expect(error.code == .methodNotAllowed)
        #expect(error.advice?.contains("PUT tickets/{id}/restore") == true)
        #expect(error.message.hasSuffix("GET"))
        let sales = try APIClient(
            account: .freshsales("acme"), credential: .fixed(.freshsales(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: ScriptedTransport(.json(405, body)), clock: clock))
        let other = try await failure { _ = try await sales.call(.put, "contacts/1", body: [:]) }
        #expect(other.advice?.contains("restore") == false)
    }
}

private final class PathObserver: RequestObserver {
    private let seen = Mutex<[String]>([])
    var paths: [String] { seen.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        seen.withLock { $0.append(call.path) }
        return HeaderFields()
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
}
