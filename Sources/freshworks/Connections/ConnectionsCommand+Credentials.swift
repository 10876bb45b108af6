import Foundation
import FreshworksConnections
import FreshworksCore

extension ConnectionsCommand {
    static func add(_ words: [String], _ context: CommandContext) throws -> Action {
        let arguments = try Arguments(words, of: Verb.add.options)
        let product = try ProductClient(argument: arguments.exactly(1, "add takes a product")[0])
        guard let name = try arguments.one("--name") else { throw Misuse("add needs --name") }
        let subdomain = try arguments.one("--subdomain")
        let baseURL = try arguments.one("--base-url")
        guard (subdomain == nil) != (baseURL == nil) else { throw Misuse("add needs --subdomain or --base-url") }
        let account =
            try subdomain.map { try FreshworksAccount(product.product, subdomain: $0) }
            ?? FreshworksAccount(product.product, baseURL: baseURL ?? "")
        let email = try arguments.one("--email")
        guard email == nil || product == .freshdesk else { throw Misuse("--email is for freshdesk") }
        guard email == nil || !arguments.has("--access-token") else {
            throw Misuse("--email goes with a password, not with an access token")
        }
        let secret = try SecretSource.read(
            arguments, context, asking: email == nil ? "API key or token: " : "Password: ")
        let credential: Credential =
            if let email {
                .freshdesk(email: email, password: secret)
            } else if arguments.has("--access-token") {
                .oauth(accessToken: secret)
            } else {
                .apiKey(secret, for: product.product)
            }
        let draft = ConnectionDraft(
            name: name, account: account, credential: credential, description: try arguments.one("--description"),
            tags: arguments.all("--tag"), provenance: .init(source: "command"))
        let verifies = !arguments.has("--unverified")
        return { registry, console in
            for repair in account.repairs { console.diagnose("\(product.rawValue): \(repair)") }
            for repair in try credential.normalized(for: account).repairs {
                console.diagnose("\(product.rawValue) credential: \(repair)")
            }
            console.print(.array([try await registry.add(draft, verifies: verifies).connection.summary]))
            return .done
        }
    }

    static func rotate(_ words: [String], _ context: CommandContext) throws -> Action {
        let arguments = try Arguments(words, of: Verb.rotate.options)
        let name = try arguments.exactly(1, "name one connection, by id or by name")[0]
        let email = try arguments.one("--email")
        guard email == nil || !arguments.has("--access-token") else {
            throw Misuse("--email goes with a password, not with an access token")
        }
        let secret = try SecretSource.read(
            arguments, context, asking: email == nil ? "New API key or token: " : "New password: ")
        return { registry, _ in
            let connection = try await registry.named(name)
            let verifies = !arguments.has("--unverified")
            if let email {
                try await registry.replaceCredential(
                    of: connection.id, with: .freshdesk(email: email, password: secret), verifies: verifies)
            } else if arguments.has("--access-token") {
                try await registry.replaceCredential(
                    of: connection.id, with: .oauth(accessToken: secret), verifies: verifies)
            } else {
                // Of whatever kind it is: an e-mail address, a header and a prefix stay.
                try await registry.replaceSecret(of: connection.id, with: secret, verifies: verifies)
            }
            return .done
        }
    }

    static func verify(_ words: [String]) throws -> Action {
        let arguments = try Arguments(words, of: Verb.verify.options)
        let tag = try arguments.one("--tag")
        guard tag == nil || arguments.positional.isEmpty else { throw Misuse("name connections or a --tag, not both") }
        let printsJSON = arguments.has("--json")
        return { registry, console in
            var found: [(Connection, Verification)] = []
            var status = ExitStatus.done
            if arguments.positional.isEmpty {
                do {
                    try await registry.verifyAll(tag: tag) { found.append(($0.connection, $0.verification)) }
                } catch let error as FreshworksError where error.code == .malformedConnection {
                    console.diagnose("freshworks: \(error)")
                    status = .misuse
                }
                found.sort { $0.0.id < $1.0.id }
            } else {
                for name in arguments.positional {
                    let connection = try await registry.named(name)
                    found.append((connection, try await registry.verify(connection.id)))
                }
            }
            let lines = found.map { connection, verification -> JSONValue in
                var json = connection.summary.objectValue ?? [:]
                json["verdict"] = .string(verification.verdict.rawValue)
                json["advice"] = .string(verification.advice)
                return .object(json)
            }
            if printsJSON {
                console.print(.array(lines))
            } else {
                if found.isEmpty { console.diagnose("freshworks: there is nothing to verify here") }
                for (connection, result) in found {
                    console.print(
                        "\(connection.name)  \(connection.account.baseURL)\n  \(result.verdict). \(result.advice)")
                }
            }
            return found.map { ExitStatus($0.1.verdict) }.max().map { max($0, status) } ?? status
        }
    }
}
