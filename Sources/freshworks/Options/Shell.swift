/// `freshworks completion`: what makes a shell offer the words and options of this command.
struct CompletionCommand {
    private let shell: Shell
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let names = try Arguments(words, of: Subcommand.completion.options).positional
        guard names.count == 1, let shell = Shell(rawValue: names[0]) else {
            throw Misuse("completion takes one of \(Shell.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.shell = shell
        self.context = context
    }

    func run() async throws -> ExitStatus {
        context.console.print(shell.script(for: CompletedCommand.all))
        return .done
    }
}

/// A shell that can be told what may be typed.
enum Shell: String, CaseIterable {
    case bash, zsh, fish

    func script(for commands: [CompletedCommand]) -> String {
        switch self {
        case .bash: BashCompletion.script(for: commands)
        case .zsh: ZshCompletion.script(for: commands)
        case .fish: FishCompletion.script(for: commands)
        }
    }
}

/// What can be typed behind one command, or behind one verb of `connections`.
struct CompletedCommand {
    /// One word or two.
    let path: [String]
    let summary: String
    let options: [CommandOption]
    let words: [CommandOption.Offer]

    /// All, by the declarations that `--help` prints.
    static var all: [Self] {
        Subcommand.allCases.flatMap { command -> [Self] in
            let own = Self(
                path: [command.rawValue], summary: command.summary, options: command.options + [.help],
                words: command.words)
            guard command == .connections else { return [own] }
            return [own]
                + ConnectionsCommand.Verb.allCases.map {
                    Self(
                        path: [command.rawValue, $0.rawValue], summary: "", options: $0.options + [.store, .help],
                        words: $0.words)
                }
        }
    }
}

extension CommandOption {
    static let help = Self("--help", nil, "tell how to use it")
    static let version = Self("--version", nil, "print the version")
}
