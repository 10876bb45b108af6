import FreshworksConnections
import FreshworksCore
import Hummingbird

/// Reports whether the app's credentials work, for monitors and operators.
///
/// A verification is a call of the service, so what was found is told again for a while.
struct HealthRoutes: Sendable {
    private let checks: HealthChecks

    /// - Parameters:
    ///   - clients: The app's own, by the names that the report shows.
    ///   - registry: What the users have connected.
    init(_ clients: [String: any FreshworksClient], registry: ConnectionRegistry) {
        checks = HealthChecks(clients: clients, registry: registry)
    }

    func add(to router: Router<BasicRequestContext>) {
        router.get("health/credentials") { request, context in
            let report = try await checks.report()
            var response = try report.response(from: request, context: context)
            // What users have connected is theirs to mend, so the app is well without it.
            if report.own.values.contains(where: { $0.verdict != "valid" }) { response.status = .serviceUnavailable }
            return response
        }
    }
}

/// What the verifications have found. It has neither credentials nor addresses.
struct HealthReport: ResponseEncodable, Sendable {
    var own: [String: Finding]
    var connections: [String: Finding]

    struct Finding: Encodable, Sendable {
        var verdict: String
        var advice: String

        init(_ verification: Verification) {
            (verdict, advice) = (verification.verdict.rawValue, verification.advice)
        }
    }
}

/// Verifies at most every half minute, once for all who ask.
private actor HealthChecks {
    private let clients: [String: any FreshworksClient]
    private let registry: ConnectionRegistry
    private var last: (report: Task<HealthReport, any Error>, at: ContinuousClock.Instant)?

    init(clients: [String: any FreshworksClient], registry: ConnectionRegistry) {
        (self.clients, self.registry) = (clients, registry)
    }

    func report() async throws -> HealthReport {
        if let last, ContinuousClock.now - last.at < .seconds(30) { return try await last.report.value }
        let report = Task { [clients, registry] in
            var own: [String: HealthReport.Finding] = [:]
            for (name, client) in clients {
                own[name] = HealthReport.Finding(try await client.verify(CallOptions(deadline: .seconds(10))))
            }
            var connections: [String: HealthReport.Finding] = [:]
            try await registry.verifyAll { connections[$0.connection.name] = HealthReport.Finding($0.verification) }
            return HealthReport(own: own, connections: connections)
        }
        last = (report, .now)
        return try await report.value
    }
}
