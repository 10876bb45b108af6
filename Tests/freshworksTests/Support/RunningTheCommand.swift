import Foundation
import FreshworksCore
import TestSupport
import Testing

@testable import freshworks

/// Runs the command to its end, in this process, and checks that it printed no secret of its environment, however spelled.
/// - Parameters:
///   - transport: What carries its calls; its own unless told.
///   - clock: What its calls go by; one without deadlines unless told.
///   - hasReader: Whether somebody reads its standard output.
///   - isTerminal: Whether that is a terminal.
func freshworks(
    _ arguments: [String], _ environment: [String: String] = [:], input: String = "",
    over transport: (any HTTPTransport)? = nil, clock: any RuntimeClock = StillClock(),
    hasReader: Bool = true, isTerminal: Bool = false, _ location: SourceLocation = #_sourceLocation
) async throws -> CommandLineTool.Result {
    let console = RecordedConsole(input: input, hasReader: hasReader, isTerminal: isTerminal)
    let context = CommandContext(environment: environment, console: console) { configuration, observer in
        var configuration = configuration
        // Without waits before repetitions.
        configuration.random = { 0 }
        return FreshworksRuntime(configuration, transport: transport, clock: clock, observer: observer)
    }
    let status = await FreshworksCommand.run(arguments, in: context)
    let result = CommandLineTool.Result(
        status: status.rawValue, output: console.output, diagnostics: console.diagnostics)
    expectNoSecret(in: result, of: environment, location)
    return result
}

/// The same in a process of its own, for what libcurl reads from the environment by itself: proxies, and whom to trust.
func freshworksProcess(
    _ arguments: [String], _ environment: [String: String], _ location: SourceLocation = #_sourceLocation
) async throws -> CommandLineTool.Result {
    let result = try await CommandLineTool("freshworks").run(arguments, environment: environment)
    expectNoSecret(in: result, of: environment, location)
    return result
}

/// Checks both outputs for the invented secrets of these tests and for those of an environment.
func expectNoSecret(
    in result: CommandLineTool.Result, of environment: [String: String] = [:],
    _ location: SourceLocation = #_sourceLocation
) {
    let given = environment.filter { name, value in
        ["_KEY", "_TOKEN", "_PASSWORD", "_SECRET"].contains { name.hasSuffix($0) } && value.count > 7
    }
    for spelling in Set(Invented.secrets + given.values).flatMap(spellings) {
        #expect(!result.output.contains(spelling), sourceLocation: location)
        #expect(!result.diagnostics.contains(spelling), sourceLocation: location)
    }
}

/// A secret, and what its Base64 starts with whatever follows it.
private func spellings(of secret: String) -> [String] {
    let whole = secret.utf8.count / 3 * 4
    return [secret, String(Data(secret.utf8).base64EncodedString().prefix(whole))]
}

/// The credentials of these tests. None of them exists.
enum Invented {
    static let deskKey = "FAKEdeskKey0123456789"
    static let chatToken = "FAKE.chatToken.0123456789"
    static let salesKey = "FAKE_salesKey-0123456789"
    static let email = "agent@acme.example"
    static let password = "FAKE-pass0123456789"

    static let secrets = [deskKey, chatToken, salesKey, password, "\(email):\(password)"]
}
