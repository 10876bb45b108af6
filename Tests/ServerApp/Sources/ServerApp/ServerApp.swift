import Configuration
import Foundation
import Freshdesk
import FreshworksAsyncHTTPClient
import FreshworksConnections
import Hummingbird
import Logging
import SystemPackage

/// A web service over a Freshdesk account, configured by its environment.
///
/// `FRESHDESK_…` names the account and credential; `PORT` is where to listen on 127.0.0.1 (0 picks a free one);
/// `SECRETS_FOLDER` is a folder with a file for each of them instead, such as `freshdesk-api-key`, as platforms mount them.
/// `HTTP_CLIENT=own` uses the library's own transport in place of AsyncHTTPClient; `LOG_LEVEL` is `info` unless set.
/// `TENANTS_FILE` names the customers whose accounts the app may be connected to, `SESSIONS_FOLDER` is where it keeps their
/// consents, and `PUBLIC_URL` is where browsers find the app. `CONNECTIONS_FOLDER` is where it keeps what users connect at
/// `/settings`; `FRESHDESK_BASE_URL`, `FRESHCHAT_BASE_URL` and `FRESHSALES_BASE_URL` take the place of the users' accounts.
/// With `FRESHCHAT_WEBHOOK_KEY`, the public key of Freshchat's webhook settings, it is a bot that writes as the agent
/// `FRESHCHAT_AGENT_ID`; `/webhooks/freshchat` is its address. `FRESHCHAT_CONNECTION` is the name of the connection whose
/// account and credential it uses; without it, those are what `FRESHCHAT_…` names.
/// It serves them as instances at `/platform/instances` to whoever says the secrets `INSTANCES_USER` and
/// `INSTANCES_ORGANIZATION`.
@main
struct ServerApp {
    static func main() async {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        let environment = ProcessInfo.processInfo.environment
        var logger = Logger(label: "server-app")
        logger.logLevel = environment["LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:)) ?? .info
        do {
            let observer = CombinedObserver(
                CallLog(logger: logger), CallMetrics(), CallTraces())
            if environment["HTTP_CLIENT"] == "own" {
                try await serve(FreshworksRuntime(observer: observer), environment, logger)
            } else {
                try await AsyncHTTPClientTransport.withTransport { transport in
                    try await serve(FreshworksRuntime(transport: transport, observer: observer), environment, logger)
                }
            }
        } catch {
            logger.critical("\(error)")
            exit(1)
        }
    }

    /// Serves until SIGTERM or SIGINT, then answers the requests that were read.
    private static func serve(
        _ runtime: FreshworksRuntime, _ environment: [String: String], _ logger: Logger
    ) async throws {
        let connections = URL(filePath: environment["CONNECTIONS_FOLDER"] ?? "connections")
        let registry = try ConnectionRegistry(store: FileStore(directory: connections), runtime: runtime)
        let app = try await application(runtime, registry, environment, logger) { port in
            logger.info("listening", metadata: ["port": "\(port)"])
        }
        try await app.runService()
    }

    /// The app, which begins to serve when it is run.
    /// - Parameter onServerRunning: Is told the port.
    static func application(
        _ runtime: FreshworksRuntime, _ registry: ConnectionRegistry, _ environment: [String: String],
        _ logger: Logger, onServerRunning: @escaping @Sendable (Int) -> Void
    ) async throws -> some ApplicationProtocol {
        let freshdesk = try await freshdesk(environment, runtime)
        let port = environment["PORT"].flatMap(Int.init) ?? 8080
        let folder = URL(filePath: environment["SESSIONS_FOLDER"] ?? "sessions")
        let sessions = TenantSessions(store: try FileStore(directory: folder), logger: logger)
        let browsers = MemoryPersistDriver()
        let consents = Consents(browsers: browsers)
        let customers = try Self.tenants(environment, runtime)
        let settings = SettingsRoutes(
            registry: registry, tenants: customers, consents: consents,
            baseURLs: Dictionary(
                uniqueKeysWithValues: registry.products.compactMap { product in
                    environment["\(product.name.uppercased())_BASE_URL"].map { (product.name, $0) }
                }))
        let tenants = TenantRoutes(
            tenants: customers, sessions: sessions, consents: consents, settings: settings, runtime: runtime)
        let bot = try await FreshchatBot.fromEnvironment(environment, registry, runtime, logger)
        return Application(
            router: Routes(
                freshdesk: freshdesk, tenants: tenants, settings: settings,
                health: HealthRoutes(["freshdesk": freshdesk], registry: registry), bot: bot?.routes,
                instances: instances(environment, registry)
            ).router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            // Told to end in reverse order: the bot works with the runtime.
            services: [sessions, RuntimeService(runtime: runtime), browsers] + [bot?.bot].compactMap(\.self),
            onServerRunning: { channel in onServerRunning(channel.localAddress?.port ?? port) },
            logger: logger)
    }

    private static func freshdesk(
        _ environment: [String: String], _ runtime: FreshworksRuntime
    ) async throws -> FreshdeskClient {
        guard let folder = environment["SECRETS_FOLDER"] else {
            return try .fromEnvironment(environment, runtime: runtime)
        }
        let files = try await DirectoryFilesProvider(directoryPath: FilePath(folder))
        let variables = EnvironmentVariablesProvider(environmentVariables: environment)
        return try FreshdeskClient(ConfigReader(providers: [files, variables]), runtime: runtime)
    }

    private static func instances(
        _ environment: [String: String], _ registry: ConnectionRegistry
    ) -> InstanceRoutes? {
        guard let user = environment["INSTANCES_USER"], let organization = environment["INSTANCES_ORGANIZATION"],
            !user.isEmpty, !organization.isEmpty
        else { return nil }
        return InstanceRoutes(registry: registry, user: Secret(user), organization: Secret(organization))
    }

    private static func tenants(
        _ environment: [String: String], _ runtime: FreshworksRuntime
    ) throws -> [String: Tenant] {
        guard let file = environment["TENANTS_FILE"] else { return [:] }
        let callback = (environment["PUBLIC_URL"] ?? "http://127.0.0.1:8080") + "/oauth/callback"
        guard let callback = URL(string: callback) else { throw URLError(.badURL) }
        return try Tenant.all(in: URL(filePath: file), callback: callback, runtime: runtime)
    }
}
