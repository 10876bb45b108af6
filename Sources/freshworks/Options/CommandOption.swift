/// One option of a command. The parser, `--help` and the completion of shells all go by the same declaration, so that none
/// of them can know an option that another does not.
struct CommandOption: Sendable, Hashable {
    /// With its hyphens, such as `--deadline`.
    let name: String
    /// What its value is called, such as `SECONDS`; `nil` for one without a value.
    let value: String?
    /// What it does, without a line break.
    let help: String
    /// What a shell offers as its value.
    let offer: Offer

    /// What can stand in the place of a value or a word.
    enum Offer: Sendable, Hashable {
        case nothing
        case files
        case words([String])
    }

    init(_ name: String, _ value: String? = nil, _ help: String, offer: Offer = .nothing) {
        self.name = name
        self.value = value
        self.help = help
        self.offer = offer
    }

    /// As `--help` shows it.
    var label: String { value.map { "\(name) \($0)" } ?? name }

    /// Some options as `--help` shows them.
    static func lines(_ options: CommandOption...) -> String { options.help }
}

extension [CommandOption] {
    /// A line for each, as `--help` shows them, its text wrapped beside its name.
    var help: String { Self.lines(map { ($0.label, $0.help) }) }

    /// Names with what they do, in two columns.
    static func lines(_ entries: [(name: String, text: String)]) -> String {
        let column = (entries.map(\.name.count).max() ?? 0) + 4
        return entries.map { name, text in
            let words = text.split(separator: " ")
            var lines = [Substring("")]
            for word in words {
                if column + lines[lines.count - 1].count + word.count < 119 || lines[lines.count - 1].isEmpty {
                    lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
                } else {
                    lines.append(word)
                }
            }
            let margin = String(repeating: " ", count: column)
            let first = "  \(name)" + String(repeating: " ", count: column - name.count - 2)
            return first + lines.joined(separator: "\n\(margin)")
        }.joined(separator: "\n")
    }
}
