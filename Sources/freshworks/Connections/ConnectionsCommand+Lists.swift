import Foundation
import FreshworksConnections
import FreshworksCore

extension ConnectionsCommand {
    static func list(_ words: [String]) throws -> Action {
        let arguments = try Arguments(words, of: Verb.list.options)
        _ = try arguments.exactly(0, "list takes no other words")
        let tag = try arguments.one("--tag")
        return { registry, console in
            let (connections, status) = try await all(registry, tag: tag, console)
            if arguments.has("--json") {
                console.print(.array(connections.map(\.summary)))
            } else {
                if connections.isEmpty { console.diagnose("freshworks: there are no connections here") }
                for connection in connections { console.print(connection.line) }
            }
            return status
        }
    }

    /// All connections that can be read; those that cannot be are named on standard error.
    private static func all(
        _ registry: ConnectionRegistry, tag: String? = nil, _ console: any Console
    ) async throws -> ([Connection], ExitStatus) {
        var connections: [Connection] = []
        var status = ExitStatus.done
        var cursor: String?
        repeat {
            let page = try await registry.page(tag: tag, after: cursor, limit: 1000)
            connections += page.connections
            for error in page.unreadable {
                console.diagnose("freshworks: \(error)")
                status = .misuse
            }
            cursor = page.next
        } while cursor != nil
        return (connections, status)
    }

    static func show(_ words: [String]) throws -> Action {
        let arguments = try Arguments(words, of: Verb.show.options)
        let name = try arguments.exactly(1, "name one connection, by id or by name")[0]
        return { registry, console in
            let exported = try await registry.export([registry.named(name).id]).arrayValue?.first ?? .null
            guard !arguments.has("--json") else {
                console.print(exported)
                return .done
            }
            for (key, value) in exported.objectValue ?? [:] where !value.isNull {
                // As JSON where it could be taken for something else than one line of text.
                let isPlain = value.stringValue?.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
                console.print("\(key): \(isPlain == true ? value.stringValue ?? "" : value.description)")
            }
            return .done
        }
    }

    static func importing(_ words: [String], _ context: CommandContext) throws -> Action {
        let arguments = try Arguments(words, of: Verb.import.options)
        let file = try arguments.exactly(1, "import takes a file, or - for standard input")[0]
        let data: Data
        do {
            data = try file == "-" ? context.console.readInput() : Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw Misuse("the file cannot be read")
        }
        let format = try format(arguments, of: ConnectionFormat.importable)
        let product = try arguments.one("--product").map { try ProductClient(argument: $0).product }
        // Read before the store is touched: one wrong entry, and nothing is stored.
        let found: ConnectionImport
        do {
            found = try ConnectionImport(
                data, format: format, product: product, allowsLoopback: arguments.has("--allow-loopback"))
        } catch var error as FreshworksError {
            for (code, advice) in importAdvice where error.fieldErrors.contains(where: { $0.code == code }) {
                error.advice = advice
            }
            throw error
        }
        return { registry, console in
            for note in found.notes { console.diagnose("freshworks: \(note)") }
            let added = try await registry.add(found)
            console.print(.array(added.map(\.connection.summary)))
            return .done
        }
    }

    /// What helps on the command line, by the code of what was refused.
    private static let importAdvice = [
        ("unknown_product", "Entries that do not say their product have it from --product."),
        ("loopback_address", "Addresses of this machine are taken with --allow-loopback."),
        (
            "no_credential",
            "Add each user's key with freshworks connections add, or let your app do so: ProfileImport reads the file there."
        ),
    ]

    static func exporting(_ words: [String]) throws -> Action {
        let arguments = try Arguments(words, of: Verb.export.options)
        let format = try format(arguments, of: ConnectionFormat.exportable) ?? .native
        return { registry, console in
            var ids: [String] = []
            var status = ExitStatus.done
            for name in arguments.positional { ids.append(try await registry.named(name).id) }
            if arguments.positional.isEmpty {
                let (connections, found) = try await all(registry, console)
                (ids, status) = (connections.map(\.id), found)
            }
            console.print(
                try await registry.export(
                    ids, as: format, secrets: arguments.has("--with-secrets") ? .inPlainText : .omitted))
            return status
        }
    }

    private static func format(_ arguments: Arguments, of known: [ConnectionFormat]) throws -> ConnectionFormat? {
        try arguments.one("--format").map { text in
            guard let format = known.first(where: { $0.rawValue == text }) else {
                throw Misuse("--format is one of \(known.map(\.rawValue).joined(separator: ", "))")
            }
            return format
        }
    }
}
