public import FreshworksCore

/// Freshdesk, Freshchat and Freshsales in memory, for tests and demonstrations alone.
///
/// Data and credentials are invented and forgotten with the instance. Nothing leaves the process; ``serve(port:)`` opens a port
/// on 127.0.0.1 only. It answers as the services' public documentation says, down to the shapes of errors, and never helps a
/// wrong request along.
///
/// ```swift
/// let sandbox = Sandbox()
/// let response = try await sandbox.transport.send(request)   // in this process
/// let server = try await sandbox.serve(port: 0)              // or over real HTTP
/// ```
public final class Sandbox: Sendable {
    /// A runtime over ``transport`` and the sandbox's clock, to hand to clients. It is always the same one.
    public let runtime: FreshworksRuntime
    let core: SandboxCore

    /// Makes a sandbox with its own data.
    public init(_ options: Options = Options()) {
        core = SandboxCore(options)
        runtime = FreshworksRuntime(transport: SandboxTransport(core: core), clock: options.clock)
    }

    /// How the sandbox was set up.
    public var options: Options { core.options }

    /// Answers requests in this process: by host, as the real world does.
    ///
    /// Other labels of the services' domains answer as unknown accounts do; any other host does not resolve.
    public var transport: any HTTPTransport { SandboxTransport(core: core) }

    /// Serves real HTTP on 127.0.0.1 until ``SandboxServer/stop()``. The products are told apart by their paths.
    /// - Parameter port: 0 picks a free one.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` if the port cannot be listened on.
    public func serve(port: Int = 0) async throws -> SandboxServer {
        try SandboxServer(core, port: port)
    }

    /// Every request so far, in the order of arrival, never with a credential.
    public var requests: [LoggedRequest] { core.withState { $0.log } }

    /// Makes the next requests that fit go wrong. Of several faults that fit, the one that was scripted first comes first.
    /// - Parameters:
    ///   - fault: What goes wrong.
    ///   - matcher: Which requests are hit.
    ///   - times: How many of them; `Int.max` for all.
    public func inject(_ fault: Fault, on matcher: RequestMatcher = .any, times: Int = 1) {
        core.withState { $0.faults.append(ScriptedFault(fault: fault, matcher: matcher, left: times)) }
    }

    /// Forgets all faults that have not happened yet.
    public func removeFaults() {
        core.withState { $0.faults = [] }
    }
}
