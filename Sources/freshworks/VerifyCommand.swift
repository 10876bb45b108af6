import Foundation
import FreshworksCore

/// `freshworks verify`: verifies the credentials found in the environment.
struct VerifyCommand {
    private let products: [ProductClient]
    private let connections: [String]
    private let printsJSON: Bool
    private let deadline: Duration
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let environment = context.environment
        let arguments = try Arguments(words, of: Subcommand.verify.options)
        printsJSON = arguments.has("--json")
        // Longer than the claim, of 30 seconds, of a process that was killed while it refreshed the session.
        let patience = Clients.useSession(in: environment) ? 60 : 30
        deadline = .seconds(try arguments.number("--deadline", in: 1...600) ?? patience)
        connections = arguments.all("--connection")
        var context = context
        context.store = try arguments.one("--store")
        guard !connections.isEmpty || context.store == nil else { throw Misuse("--store goes with --connection") }
        self.context = context
        guard connections.isEmpty || arguments.positional.isEmpty else {
            throw Misuse("name products or --connection, not both")
        }
        let named = try arguments.positional.map(ProductClient.init(argument:))
        let isConfigured =
            Clients.useSession(in: environment)
            ? FreshworksEnvironment.namesAccount : FreshworksEnvironment.mentions
        let configured = ProductClient.allCases.filter { isConfigured($0.product, environment) }
        products = named.isEmpty ? (configured.isEmpty ? ProductClient.allCases : configured) : named
    }

    func run() async throws -> ExitStatus {
        let reports: [Report]
        do {
            reports = try await Clients.use(context, self.reports)
        } catch let error as FreshworksError where connections.isEmpty {
            reports = products.map { Report(notConfigured: $0, error) }
        }
        if printsJSON {
            context.console.write(JSONValue.array(reports.map(\.json)).serialized() + Data("\n".utf8))
        } else {
            for report in reports { context.console.print(report.text) }
        }
        return reports.map { ExitStatus($0.verdict) }.max() ?? .done
    }

    private func reports(with clients: Clients) async throws -> [Report] {
        guard connections.isEmpty else {
            var reports: [Report] = []
            for name in connections {
                let verification = try await clients.client(of: .connection(name)).1.verify(
                    CallOptions(deadline: deadline))
                reports.append(Report(verification, advice: verification.advice))
            }
            return reports
        }
        return try await withThrowingTaskGroup(of: (Int, Report).self) { group in
            for (index, product) in products.enumerated() {
                group.addTask { (index, try await report(on: product, clients)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func report(on product: ProductClient, _ clients: Clients) async throws -> Report {
        do {
            let client = try await clients.client(of: product)
            let verification = try await client.verify(CallOptions(deadline: deadline))
            return Report(verification, advice: clients.advice(on: verification))
        } catch let error as FreshworksError {
            return Report(notConfigured: product, error)
        }
    }
}

/// One product's line of the result.
private struct Report {
    let verdict: Verification.Verdict
    let json: JSONValue
    let text: String

    init(_ verification: Verification, advice: String) {
        verdict = verification.verdict
        json = [
            "product": .string(verification.product),
            "account": .string(verification.account),
            "base_url": .string(verification.baseURL),
            "verdict": .string(verdict.rawValue),
            "status": .number(verification.status),
            "identity": verification.identity.map {
                ["id": .text($0.id), "name": .text($0.name), "email": .text($0.email)]
            } ?? .null,
            "rate_limit": verification.rateLimit.map {
                ["total": .number($0.total), "remaining": .number($0.remaining)]
            } ?? .null,
            "advice": .string(advice),
        ]
        let who = verification.identity.flatMap { $0.email ?? $0.name ?? $0.id }.map { ", as \($0)" } ?? ""
        text = """
            \(verification.product) \(verification.baseURL)
              \(verdict)\(who). \(advice)
            """
    }

    /// A value was missing or refused before anything could be sent.
    init(notConfigured product: ProductClient, _ error: FreshworksError) {
        verdict = .notConfigured
        json = [
            "product": .string(product.rawValue), "account": .null, "base_url": .null,
            "verdict": .string(verdict.rawValue), "status": .null, "identity": .null, "rate_limit": .null,
            "advice": .string(error.sentence),
        ]
        let reason = error.code.rawValue == verdict.rawValue ? "" : " (\(error.code))"
        text = "\(product.rawValue)\n  \(verdict)\(reason). \(error.sentence)"
    }
}

extension JSONValue {
    /// A text, or null.
    fileprivate static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A whole number, or null.
    fileprivate static func number(_ number: Int?) -> JSONValue { number.map { .number(JSONNumber($0)) } ?? .null }
}
