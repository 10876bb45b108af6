import Foundation
import Synchronization

/// The members of a cluster, asked one after the other until one answers.
final class EtcdCluster: Sendable, CustomStringConvertible {
    private let endpoints: [EtcdEndpoint]
    private let gateway: EtcdGateway
    private let timeout: Duration
    private let clock: any RuntimeClock
    /// The one that answered last.
    private let favorite = Mutex(0)

    /// - Throws: ``FreshworksError/Code/invalidArgument`` if there is no endpoint or no time.
    init(endpoints: [EtcdEndpoint], gateway: EtcdGateway, timeout: Duration, clock: any RuntimeClock) throws {
        guard !endpoints.isEmpty, timeout > .zero else {
            throw FreshworksError(
                .invalidArgument, "the store has no endpoint, or no time for a call",
                advice: "Name the client address of at least one member of the cluster.")
        }
        self.endpoints = endpoints
        self.gateway = gateway
        self.timeout = timeout
        self.clock = clock
    }

    var description: String { endpoints.map(\.description).joined(separator: ", ") }

    /// Has work done by the first member that can.
    /// - Parameters:
    ///   - changing: Whether the work changes anything.
    ///   - work: Is told whether it may have been done already, by an attempt that got no answer.
    /// - Throws: What the work throws, but for an ``EtcdFailure`` of a single member.
    func ask<Answer>(
        changing: Bool, _ work: (EtcdMember, _ mayHaveHappened: Bool) async throws -> Answer
    ) async throws -> Answer {
        let deadline = clock.monotonicNow + timeout
        var pause = Duration.milliseconds(50)
        var mayHaveHappened = false
        while true {
            var failures: [(EtcdEndpoint, EtcdFailure)] = []
            let first = favorite.withLock { $0 }
            for number in 0..<endpoints.count {
                let index = (first + number) % endpoints.count
                let member = EtcdMember(endpoint: endpoints[index], gateway: gateway, deadline: deadline)
                do {
                    let answer = try await work(member, mayHaveHappened)
                    favorite.withLock { $0 = index }
                    return answer
                } catch let failure as EtcdFailure {
                    failures.append((endpoints[index], failure))
                    if changing, failure.mayHaveArrived { mayHaveHappened = true }
                } catch is EtcdTokenRefusal {
                    let reason = "it wants a token, which no etcd does of whoever has no user"
                    failures.append(
                        (endpoints[index], EtcdFailure(kind: .odd, reason: reason, mayHaveArrived: false)))
                } catch var error as FreshworksError {
                    if mayHaveHappened { error.mayHaveBeenExecuted = true }
                    throw error
                }
                if clock.monotonicNow >= deadline { break }
            }
            // Whether a change took place is worth waiting for. Otherwise the caller hears at once that nobody is there.
            let mayPass = failures.contains { $1.kind == .passing || ($1.kind == .down && mayHaveHappened) }
            guard mayPass, clock.monotonicNow + pause < deadline else {
                throw error(failures, mayHaveHappened: mayHaveHappened)
            }
            try await clock.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(500))
        }
    }

    private func error(_ failures: [(EtcdEndpoint, EtcdFailure)], mayHaveHappened: Bool) -> FreshworksError {
        let isDown = failures.allSatisfy { $1.kind == .down }
        let reasons = failures.map { "\($0): \($1.reason)" }.joined(separator: "; ")
        let advice =
            if failures.contains(where: { $1.underlying?.code == .encryptionFailed }) {
                "Check the members' certificates; an authority that the system does not know is named by the runtime's "
                    + "certificateAuthorities, or by SSL_CERT_FILE."
            } else if isDown {
                "Check that etcd runs and that this machine may reach it; the next call tries again."
            } else {
                "Check that the addresses are those of etcd's clients, and that most members run; the next call tries again."
            }
        var error = FreshworksError(
            .storeFailed,
            isDown ? "no etcd can be reached (\(reasons))" : "etcd does not answer as it should (\(reasons))",
            advice: advice, mayHaveBeenExecuted: mayHaveHappened, underlying: failures.last?.1.underlying)
        error.attempts = failures.count
        return error
    }
}

/// A member, for the time of one call.
struct EtcdMember: Sendable {
    let endpoint: EtcdEndpoint
    let gateway: EtcdGateway
    let deadline: Duration

    /// Calls a function of the gateway, `kv/range` for example.
    func call(_ function: String, _ body: JSONValue) async throws -> JSONObject {
        try await gateway.call(function, body, at: endpoint, by: deadline)
    }

    /// What stands under a key, as most of the cluster knows it.
    /// - Parameter revision: Reads it as it was then.
    func read(_ place: Data, in revision: Int64? = nil) async throws -> EtcdReading {
        var request: JSONObject = ["key": .bytes(place)]
        if let revision { request = ["key": .bytes(place), "revision": .string(String(revision))] }
        return try EtcdReading(ofRange: try await call("kv/range", .object(request)))
    }
}
