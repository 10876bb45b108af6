import Foundation
import Synchronization

/// Calls to single members over HTTP, with the token of the store's user.
final class EtcdGateway: Sendable {
    private let user: EtcdStore.User?
    private let runtime: FreshworksRuntime
    /// All members of a cluster know it.
    private let token = Mutex<Secret?>(nil)
    private let renewals = SingleFlight<Secret>()

    /// How long a member that says nothing is waited for: longer than a cluster takes to choose a new leader.
    private static let patience = Duration.seconds(3)

    init(user: EtcdStore.User?, runtime: FreshworksRuntime) {
        self.user = user
        self.runtime = runtime
    }

    /// Calls a function. A token that etcd does not take is renewed once.
    /// - Throws: ``EtcdFailure`` where another member may do better; a ``FreshworksError`` where none would.
    func call(
        _ function: String, _ body: JSONValue, at endpoint: EtcdEndpoint, by deadline: Duration
    ) async throws -> JSONObject {
        guard let user else { return try await send(function, body, at: endpoint, by: deadline) }
        let held = try await token(of: user, replacing: nil, at: endpoint, by: deadline)
        do {
            return try await send(function, body, token: held, at: endpoint, by: deadline)
        } catch is EtcdTokenRefusal {
            let renewed = try await token(of: user, replacing: held, at: endpoint, by: deadline)
            do {
                return try await send(function, body, token: renewed, at: endpoint, by: deadline)
            } catch is EtcdTokenRefusal {
                throw EtcdFailure(kind: .odd, reason: "it refuses the token that it gave", mayHaveArrived: false)
            }
        }
    }

    private func token(
        of user: EtcdStore.User, replacing refused: Secret?, at endpoint: EtcdEndpoint, by deadline: Duration
    ) async throws -> Secret {
        if let held = token.withLock({ $0 }), held != refused { return held }
        return try await renewals.run { [self] in
            // Another renewal may have landed since this call looked.
            if let held = token.withLock({ $0 }), held != refused { return held }
            let answer: JSONObject
            do {
                answer = try await send(
                    "auth/authenticate", ["name": .string(user.name), "password": .string(user.password.reveal())],
                    at: endpoint, by: deadline)
            } catch let failure as EtcdFailure {
                // What was to be done with the token was not sent.
                throw EtcdFailure(
                    kind: failure.kind, reason: failure.reason, mayHaveArrived: false, underlying: failure.underlying)
            }
            guard let text: String = answer["token"], !text.isEmpty else { throw EtcdFailure.unreadable }
            let new = Secret(text)
            token.withLock { $0 = new }
            return new
        }
    }

    private func send(
        _ function: String, _ body: JSONValue, token: Secret? = nil, at endpoint: EtcdEndpoint, by deadline: Duration
    ) async throws -> JSONObject {
        let left = deadline - runtime.clock.monotonicNow
        guard left > .zero else {
            throw EtcdFailure(kind: .passing, reason: "no time was left to ask it", mayHaveArrived: false)
        }
        var request = TransportRequest(
            .post, endpoint.url(function), body: .bytes(body.serialized()), timeout: min(left, Self.patience))
        try request.headers.set("Content-Type", to: "application/json")
        try request.headers.set("Accept", to: "application/json")
        if let token { try request.headers.set("Authorization", to: token.reveal(), isSensitive: true) }
        let response: TransportResponse
        do {
            response = try await runtime.transport.send(request)
        } catch let error as FreshworksError {
            throw try EtcdFailure(error)
        }
        return try EtcdAnswer.object(in: response)
    }
}
