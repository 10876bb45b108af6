import Foundation
public import FreshworksCore

/// Checks that a transport keeps the laws of ``FreshworksCore/HTTPTransport``. Call it in a test of one of your own.
///
/// ```swift
/// try await checkConformance(of: transport)
/// ```
/// A server of the check's own on 127.0.0.1 gives good answers and bad ones, over HTTP/1.1. Files lie in a folder of
/// its own, which is removed in the end, also after a failure. Where the environment names a proxy for plain http,
/// `no_proxy` has to name `127.0.0.1`. The transport must go by the machine's time, and is not shut down.
/// - Parameter patience: How long to wait for what comes at once on an idle machine. What has not come by then counts
///   as missing.
/// - Throws: ``FreshworksCore/FreshworksError/Code/transportLawBroken`` with the law and how it was broken.
public func checkConformance(of transport: any HTTPTransport, patience: Duration = .seconds(30)) async throws {
    let trial = try TransportTrial(transport, patience: patience)
    defer { trial.end() }
    for law in TransportLaw.all { try await law.hold(trial) }
}

/// One thing that every transport has to hold to.
struct TransportLaw: Sendable {
    let name: String
    let check: @Sendable (TransportTrial) async throws -> Void

    static let all = requests + answers + bodies + files + ends + failures

    func hold(_ trial: TransportTrial) async throws {
        do {
            try await check(trial)
        } catch let error as CancellationError {
            throw error
        } catch let breach as TransportBreach {
            throw broken(breach.how, by: breach.cause)
        } catch {
            throw broken("what it has left cannot be looked at: \(error)", by: error)
        }
    }

    private func broken(_ how: String, by error: (any Error)?) -> FreshworksError {
        FreshworksError(
            .transportLawBroken, "the transport breaks the law \"\(name)\": \(how)",
            advice: "Do not use it before this is mended: calls could be lost, or made twice.", underlying: error)
    }
}

/// How a law was broken.
struct TransportBreach: Error {
    let how: String
    let cause: (any Error)?

    init(_ how: String, by cause: (any Error)? = nil) { (self.how, self.cause) = (how, cause) }
}

extension FreshworksError.Code {
    /// A transport does not do what every transport has to.
    public static let transportLawBroken = Self(rawValue: "transport_law_broken")
}
