import Foundation
import FreshworksConnections
import FreshworksCore

/// `freshworks connections`: keeps named connections.
struct ConnectionsCommand {
    private let action: Action
    private let context: CommandContext

    typealias Action = @Sendable (ConnectionRegistry, any Console) async throws -> ExitStatus

    /// The second word.
    enum Verb: String, CaseIterable {
        case add, list, show, verify, rotate, rename, disable, enable, `import`, export, remove
    }

    init(_ words: [String], _ context: CommandContext) throws {
        var (words, context) = (words, context)
        context.store = try Arguments.take(.store, outOf: &words)
        guard let word = words.first, let verb = Verb(rawValue: word) else {
            // The word is not repeated: it may be a key that slipped into the wrong place.
            throw Misuse(
                "connections takes one of \(Verb.allCases.map(\.rawValue).joined(separator: ", ")); see --help")
        }
        self.context = context
        action = try Self.action(verb, Array(words.dropFirst()), context)
    }

    func run() async throws -> ExitStatus {
        try await context.withRuntime { runtime in
            try await action(ConnectionFolder(context).registry(runtime), context.console)
        }
    }

    private static func action(_ verb: Verb, _ words: [String], _ context: CommandContext) throws -> Action {
        switch verb {
        case .add: try add(words, context)
        case .rotate: try rotate(words, context)
        case .list: try list(words)
        case .verify: try verify(words)
        case .import: try importing(words, context)
        case .export: try exporting(words)
        case .show: try show(words)
        case .rename:
            try {
                let names = try Arguments(words, of: verb.options)
                    .exactly(2, "rename takes a connection and its new name")
                return { registry, _ in
                    try await registry.rename(registry.named(names[0]).id, to: names[1])
                    return .done
                }
            }()
        case .disable, .enable:
            try one(words, verb.options) { registry, id in
                _ = try await verb == .enable ? registry.enable(id) : registry.disable(id)
            }
        case .remove: try removing(words)
        }
    }

    private static func one(
        _ words: [String], _ options: [CommandOption],
        _ change: @escaping @Sendable (ConnectionRegistry, String) async throws -> Void
    ) throws -> Action {
        let name = try Arguments(words, of: options).exactly(1, "name one connection, by id or by name")[0]
        return { registry, _ in
            try await change(registry, registry.named(name).id)
            return .done
        }
    }

    /// Also removes one that cannot be read, by its id.
    private static func removing(_ words: [String]) throws -> Action {
        let name = try Arguments(words, of: Verb.remove.options).exactly(1, "name one connection, by id or by name")[0]
        return { registry, _ in
            if try await registry.delete(name) { return .done }
            try await registry.delete(registry.named(name).id)
            return .done
        }
    }
}

extension Arguments {
    /// Takes an option out of the words that every verb knows.
    /// - Returns: Its value; `nil` where it is not there.
    static func take(_ known: CommandOption, outOf words: inout [String]) throws -> String? {
        let option = known.name
        guard let index = words.firstIndex(where: { $0 == option || $0.hasPrefix("\(option)=") }) else { return nil }
        let count = words[index] == option ? 2 : 1
        guard index + count <= words.count else { throw Misuse("\(option) needs a value; see --help") }
        let value = try Arguments(Array(words[index..<index + count]), of: [known]).one(option)
        words.removeSubrange(index..<index + count)
        guard !words.contains(where: { $0 == option || $0.hasPrefix("\(option)=") }) else {
            throw Misuse("\(option) may stand only once")
        }
        return value
    }

    /// The words beside the options, which must be so many.
    func exactly(_ count: Int, _ sentence: String) throws -> [String] {
        guard positional.count == count else { throw Misuse("\(sentence); see freshworks connections --help") }
        return positional
    }
}

extension Console {
    /// Writes a JSON value as one line.
    func print(_ json: JSONValue) { write(json.serialized() + Data("\n".utf8)) }
}
