import Foundation
import FreshworksCore

/// `freshworks`: checks and obtains credentials, makes signed calls, tours and serves the sandbox.
@main
struct FreshworksCommand {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(await run(arguments, ProcessInfo.processInfo.environment).rawValue)
    }

    private static func run(_ arguments: [String], _ environment: [String: String]) async -> ExitStatus {
        do {
            guard let name = arguments.first else {
                Console.diagnose(Help.overview)
                return .misuse
            }
            if ["help", "--help", "-h"].contains(name) {
                Console.print(Help.overview)
                return .done
            }
            guard let subcommand = Subcommand(rawValue: name) else {
                // The word is not repeated: it may be a key that slipped into the wrong place.
                throw Misuse("there is no such command; the commands are \(Subcommand.names)")
            }
            let rest = Array(arguments.dropFirst())
            if rest.contains("--help") || rest.contains("-h") {
                Console.print(subcommand.help)
                return .done
            }
            // Made before signals are caught: reading --body from a terminal could not be cancelled.
            let work: @Sendable () async throws -> ExitStatus =
                switch subcommand {
                case .demo: try DemoCommand(rest, environment).run
                case .verify: try VerifyCommand(rest, environment).run
                case .api: try APICommand(rest, environment).run
                case .sandbox: try SandboxCommand(rest).run
                case .login: try LoginCommand(rest, environment).run
                }
            let status = try await withSignalsCancelling(work)
            try Console.checkOutput()
            return status
        } catch let error as Misuse {
            Console.diagnose("freshworks: \(error.message)")
            return .misuse
        } catch let error as OutputLost {
            Console.diagnose("freshworks: \(error)")
            return .noVerdict
        } catch is CancellationError {
            return .interrupted
        } catch let error as FreshworksError {
            Console.diagnose("freshworks: \(error)")
            return ExitStatus(error)
        } catch {
            Console.diagnose("freshworks: \(error.localizedDescription)")
            return .noVerdict
        }
    }
}

/// The first word on the command line.
enum Subcommand: String, CaseIterable {
    case demo, verify, api, sandbox, login

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
