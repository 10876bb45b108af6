/// The words after a command, sorted into options and the rest.
///
/// A wrong word is never repeated in a message: it may be a secret.
struct Arguments {
    private(set) var positional: [String] = []
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// - Parameters:
    ///   - flags: Options without a value, such as `--json`.
    ///   - options: Options with a value, as `--port 8080` or `--port=8080`.
    init(_ words: [String], flags allowedFlags: Set<String> = [], options: Set<String> = []) throws {
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
                let known = allowedFlags.union(options).sorted().joined(separator: ", ")
                throw Misuse("there is no such option; the options here are \(known)")
            }
        }
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
