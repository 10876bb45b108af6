import Foundation
import FreshworksCore

/// `freshworks`: checks and obtains credentials, makes signed calls, tours and serves the sandbox.
@main
struct FreshworksCommand {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let context = CommandContext(environment: ProcessInfo.processInfo.environment, console: ProcessConsole())
        let status = await run(Array(CommandLine.arguments.dropFirst()), in: context, by: withSignalsCancelling)
        exit(status.rawValue)
    }

    typealias Work = @Sendable () async throws -> ExitStatus

    /// Does what the words say.
    /// - Parameter perform: Does the work, once all words are understood and standard input is read.
    static func run(
        _ arguments: [String], in context: CommandContext,
        by perform: (@escaping Work) async throws -> ExitStatus = { try await $0() }
    ) async -> ExitStatus {
        let console = context.console
        do {
            guard let name = arguments.first else {
                console.diagnose(Help.overview)
                return .misuse
            }
            if ["help", "--help", "-h"].contains(name) {
                console.print(Help.overview)
                return .done
            }
            if name == "--version" {
                console.print("freshworks \(LibraryVersion.current)")
                return .done
            }
            guard let subcommand = Subcommand(rawValue: name) else {
                // The word is not repeated: it may be a key that slipped into the wrong place.
                throw Misuse("there is no such command; the commands are \(Subcommand.names)")
            }
            let rest = Array(arguments.dropFirst())
            // What stands behind -- is another command's.
            let own = rest.prefix { $0 != "--" }
            if own.contains("--help") || own.contains("-h") {
                console.print(subcommand.help)
                return .done
            }
            // Made before signals are caught: reading --body from a terminal could not be cancelled.
            let work: Work =
                switch subcommand {
                case .demo: try DemoCommand(rest, context).run
                case .verify: try VerifyCommand(rest, context).run
                case .api: try APICommand(rest, context).run
                case .export: try ExportCommand(rest, context).run
                case .sandbox: try SandboxCommand(rest, context).run
                case .login: try LoginCommand(rest, context).run
                case .schema: try SchemaCommand(rest, context).run
                case .connections: try ConnectionsCommand(rest, context).run
                case .completion: try CompletionCommand(rest, context).run
                }
            let status = try await perform(work)
            try console.checkOutput()
            return status
        } catch let error as Misuse {
            console.diagnose("freshworks: \(error.message)")
            return .misuse
        } catch let error as OutputLost {
            console.diagnose("freshworks: \(error)")
            return .noVerdict
        } catch is CancellationError {
            return .interrupted
        } catch let error as FreshworksError {
            console.diagnose("freshworks: \(error)")
            return ExitStatus(error)
        } catch {
            console.diagnose("freshworks: \(error.localizedDescription)")
            return .noVerdict
        }
    }
}

/// The first word on the command line.
enum Subcommand: String, CaseIterable {
    case demo, verify, api, export, schema, sandbox, login, connections, completion

    /// What it does, in a line.
    var summary: String {
        switch self {
        case .demo: "tour all three products against the embedded sandbox"
        case .verify: "check the credentials found in the environment"
        case .api: "make one signed call"
        case .export: "write every record of a list to a file, in a way that can be gone on with"
        case .schema: "print the fields of an account's records, also as a Swift type"
        case .sandbox: "serve the sandbox on 127.0.0.1"
        case .login: "obtain an OAuth session by consent in a browser, and save it"
        case .connections: "keep named connections: add, list, show, verify, rotate, import, export, …"
        case .completion: "print what makes bash, zsh or fish complete this command"
        }
    }

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
