import Foundation
import FreshworksCore
import FreshworksSandbox

/// `freshworks demo`: a tour of all three products over real HTTP on loopback.
struct DemoCommand {
    private let configuration: FreshworksRuntime.Configuration

    init(_ words: [String], _ environment: [String: String]) throws {
        guard words.isEmpty else { throw Misuse("demo takes no arguments") }
        configuration = try .ofCommand(environment)
    }

    func run() async throws -> ExitStatus {
        let sandbox = Sandbox()
        let server = try await sandbox.serve(port: 0)
        defer { server.stop() }
        let runtime = FreshworksRuntime(configuration, observer: DemoObserver())
        let tour = DemoTour(sandbox: sandbox, server: server, runtime: runtime)

        Console.print("Freshdesk, Freshchat and Freshsales from memory, on port \(server.port) of 127.0.0.1.")
        var failures = 0
        for (number, step) in DemoTour.steps.enumerated() {
            Console.print("\n\(number + 1). \(step.title)")
            do {
                Console.print("   \(try await step.action(tour))")
            } catch let error as CancellationError {
                throw error
            } catch {
                failures += 1
                Console.print("   FAILED: \(error)")
            }
        }
        let total = DemoTour.steps.count
        Console.print("\n\(total - failures) of \(total) steps did what they should.")
        return failures == 0 ? .done : .refused
    }
}

/// Prints each call of the tour with its outcome.
private struct DemoObserver: RequestObserver {
    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        let result = outcome.status.map(String.init) ?? outcome.error?.rawValue ?? "cancelled"
        let attempts = outcome.attempts > 1 ? " after \(outcome.attempts) attempts" : ""
        Console.print("   \(call.product): \(call.method) /\(call.path) → \(result)\(attempts)")
    }
}
