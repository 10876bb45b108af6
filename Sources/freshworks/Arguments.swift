import FreshworksCore

/// The words after a command, sorted into options and the rest.
///
/// A wrong word is never repeated in a message, for it may be a secret; an unknown option is, where it can be nothing else.
struct Arguments {
    private(set) var positional: [String] = []
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// - Parameter known: The options; their values stand behind them, as `--port 8080` or `--port=8080`.
    init(_ words: [String], of known: [CommandOption]) throws {
        let allowedFlags = Set(known.filter { $0.value == nil }.map(\.name))
        let options = Set(known.filter { $0.value != nil }.map(\.name))
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word.count > 2 else {
                positional.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if allowedFlags.contains(parts[0]) {
                guard parts.count == 1 else { throw Misuse("\(parts[0]) takes no value; see --help") }
                flags.insert(parts[0])
            } else if options.contains(parts[0]) {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw Misuse("\(parts[0]) needs a value; see --help")
                }
                values[parts[0], default: []].append(value)
            } else {
                throw Misuse(Self.complaint(about: parts[0], known: known.map(\.name).sorted()))
            }
        }
    }

    /// Names an option that there is not, unless it may be a secret, and what may have been meant.
    private static func complaint(about name: String, known: [String]) -> String {
        let word = name.dropFirst(2)
        let isWord = word.count < 20 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
        let near = isWord ? NearMatch.names(like: name, among: known).first : nil
        let start = isWord ? "there is no option \(name)" : "there is no such option"
        let guess = near.map { "; did you mean \($0)?" } ?? ""
        guard !known.isEmpty else { return "\(start): the command takes none; see --help" }
        return "\(start)\(guess.isEmpty ? "; the" : "\(guess) The") options here are \(known.joined(separator: ", "))"
    }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// All values of an option that may be repeated.
    func all(_ option: String) -> [String] { values[option] ?? [] }

    /// The value of an option that may stand once.
    func one(_ option: String) throws -> String? {
        guard all(option).count < 2 else { throw Misuse("\(option) may stand only once") }
        return all(option).first
    }

    /// The whole number given to an option, within bounds.
    func number(_ option: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = try one(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Misuse("\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
