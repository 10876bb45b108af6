import Foundation
import FreshworksCore
import FreshworksSandbox

/// `freshworks demo`: a tour of all three products over real HTTP on loopback.
struct DemoCommand {
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        guard try Arguments(words, of: Subcommand.demo.options).positional.isEmpty else {
            throw Misuse("demo takes no arguments")
        }
        self.context = context
    }

    func run() async throws -> ExitStatus {
        try await context.withRuntime(observer: DemoObserver(console: context.console)) { runtime in
            let sandbox = Sandbox()
            let server = try await sandbox.serve(port: 0)
            defer { server.stop() }
            return try await play(DemoTour(sandbox: sandbox, server: server, runtime: runtime))
        }
    }

    private func play(_ tour: DemoTour) async throws -> ExitStatus {
        let console = context.console
        let port = tour.server.port
        console.print("Freshdesk, Freshchat and Freshsales from memory, on port \(port) of 127.0.0.1.")
        var failures = 0
        for (number, step) in DemoTour.steps.enumerated() {
            console.print("\n\(number + 1). \(step.title)")
            do {
                console.print("   \(try await step.action(tour))")
            } catch let error as CancellationError {
                throw error
            } catch {
                failures += 1
                console.print("   FAILED: \(error)")
            }
        }
        let total = DemoTour.steps.count
        console.print("\n\(total - failures) of \(total) steps did what they should.")
        return failures == 0 ? .done : .refused
    }
}

/// Prints each call of the tour with its outcome.
private struct DemoObserver: RequestObserver {
    let console: any Console

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        let result = outcome.status.map(String.init) ?? outcome.error?.rawValue ?? "cancelled"
        let attempts = outcome.attempts > 1 ? " after \(outcome.attempts) attempts" : ""
        console.print("   \(call.product): \(call.method) /\(call.path) → \(result)\(attempts)")
    }
}
