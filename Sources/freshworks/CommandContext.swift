import FreshworksCore

/// What a run of the command has around it. Tests run it in other surroundings than a process has.
struct CommandContext: Sendable {
    /// All variables that the command reads.
    var environment: [String: String]
    /// The address of the store that connections are kept in, instead of files.
    var store: String?
    /// Where it reads and writes.
    var console: any Console
    /// Makes what carries its calls.
    var makeRuntime: @Sendable (FreshworksRuntime.Configuration, (any RequestObserver)?) -> FreshworksRuntime = {
        FreshworksRuntime($0, observer: $1)
    }

    /// Gives some work a runtime that ends with it.
    /// - Throws: ``Misuse`` when the environment names a transport that there is not; what the work throws.
    func withRuntime<Result>(
        observer: (any RequestObserver)? = nil, _ work: (FreshworksRuntime) async throws -> Result
    ) async throws -> Result {
        let runtime = makeRuntime(try .ofCommand(environment), observer)
        do {
            let result = try await work(runtime)
            await runtime.shutdown()
            return result
        } catch {
            await runtime.shutdown()
            throw error
        }
    }
}

extension FreshworksRuntime.Configuration {
    /// The defaults, but for the transport that `FRESHWORKS_TRANSPORT` names.
    fileprivate static func ofCommand(_ environment: [String: String]) throws -> Self {
        switch environment["FRESHWORKS_TRANSPORT"] ?? "" {
        case "", "automatic": Self()
        case "urlsession": Self(transport: .urlSession)
        default: throw Misuse("FRESHWORKS_TRANSPORT is urlsession, automatic or unset")
        }
    }
}
