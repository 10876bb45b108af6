import FreshworksConnections
import FreshworksCore
import Hummingbird

/// Lets users add, check, replace and remove connections.
///
/// A real app asks who the user is before it shows or takes anything.
struct SettingsRoutes: Sendable {
    let registry: ConnectionRegistry
    private let rotations: AnnouncedRotations
    let tenants: [String: Tenant]
    let consents: Consents
    private let baseURLs: [String: String]

    /// - Parameters:
    ///   - tenants: Those whose accounts are connected by consent.
    ///   - baseURLs: Base URLs that replace those of the subdomains, by product: for a sandbox.
    init(registry: ConnectionRegistry, tenants: [String: Tenant], consents: Consents, baseURLs: [String: String]) {
        self.registry = registry
        self.tenants = tenants
        self.consents = consents
        self.baseURLs = baseURLs
        rotations = AnnouncedRotations(registry)
    }

    func add(to router: Router<BasicRequestContext>) {
        let settings = router.group("settings").add(middleware: SameOrigin())
        settings.get { _, _ in try await list(nil) }
        settings.get("new/:product/:kind") { _, context in SettingsPage.form(try form(context), nil) }
        settings.post("new/:product/:kind") { request, context in
            try await add(try form(context), try await values(of: request, context))
        }
        settings.post(":id/verify") { _, context in
            let found = try await registry.verify(context.parameters.require("id"))
            return try await list(.init(text: found.advice, isGood: found.verdict == .valid))
        }
        settings.get(":id/rotate") { _, context in
            let connection = try await registry.get(context.parameters.require("id"))
            return SettingsPage.rotation(of: connection, try form(of: connection), nil)
        }
        settings.post(":id/rotate") { request, context in
            let connection = try await registry.get(context.parameters.require("id"))
            return try await replaceCredential(of: connection, try await values(of: request, context))
        }
        addConsents(to: settings)
        settings.post(":id/announce") { _, context in
            let connection = try await registry.get(context.parameters.require("id"))
            try await rotations.announce(connection.id)
            let notice = "Calls wait for up to ten minutes. Generate the new credential now, and paste it here."
            return SettingsPage.rotation(of: connection, try form(of: connection), .init(text: notice, isGood: true))
        }
        settings.post(":id/remove") { _, context in
            let id = try context.parameters.require("id")
            let name = try await registry.find(id: id)?.name
            try await registry.delete(id)
            return try await list(.init(text: "\(name ?? "The connection") was removed.", isGood: true))
        }
    }

    func list(_ notice: SettingsPage.Notice?) async throws -> HTML {
        var connections: [Connection] = []
        for try await connection in registry.list() { connections.append(connection) }
        return SettingsPage.list(
            connections, products: registry.products, tenants: tenants.values.sorted { $0.name < $1.name }, notice)
    }

    private func add(_ form: CredentialForm, _ values: [String: String]) async throws -> HTML {
        do {
            var draft = try form.connection(from: values)
            draft.account = try account(draft.account)
            let added = try await registry.add(draft).connection
            let repairs = draft.repairs.map { " Mended: \($0)." }.joined()
            return try await list(.init(text: "\(added.name) works and was saved.\(repairs)", isGood: true))
        } catch let error as FreshworksError {
            return SettingsPage.form(form, values: values, errors: error.fieldErrors, SettingsPage.Notice(error))
        }
    }

    private func replaceCredential(of connection: Connection, _ secrets: [String: String]) async throws -> HTML {
        let form = try form(of: connection)
        do {
            let credential = try form.credential(from: secrets, for: connection.account)
            let isValid = try await rotate(connection.id, to: credential).verdict == .valid
            let finding = isValid ? "which works" : "and it could not be seen yet whether that works"
            return try await list(.init(text: "\(connection.name) has a new credential, \(finding).", isGood: isValid))
        } catch let error as FreshworksError {
            return SettingsPage.rotation(of: connection, form, errors: error.fieldErrors, SettingsPage.Notice(error))
        }
    }

    private func rotate(_ id: String, to credential: Credential) async throws -> Connection {
        if let announced = try await rotations.finish(id, with: credential) { return announced }
        return try await registry.replaceCredential(of: id, with: credential)
    }

    private func account(_ account: FreshworksAccount) throws -> FreshworksAccount {
        guard let baseURL = baseURLs[account.product.name] else { return account }
        return try FreshworksAccount(account.product, baseURL: baseURL)
    }

    private func form(_ context: BasicRequestContext) throws -> CredentialForm {
        let (name, kind) = (try context.parameters.require("product"), try context.parameters.require("kind"))
        guard let product = registry.products.first(where: { $0.name == name }) else {
            throw HTTPError(.notFound, message: "There is no such product.")
        }
        return try CredentialForm(for: product, kind: .init(rawValue: kind))
    }

    private func form(of connection: Connection) throws -> CredentialForm {
        try CredentialForm(for: connection.product, kind: connection.kind)
    }

    private func values(of request: Request, _ context: BasicRequestContext) async throws -> [String: String] {
        try await URLEncodedFormDecoder().decode([String: String].self, from: request, context: context)
    }
}
