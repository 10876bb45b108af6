/// Calls of fish's `complete`.
enum FishCompletion {
    static func script(for commands: [CompletedCommand]) -> String {
        let tops = commands.filter { $0.path.count == 1 }
        let first = tops.map {
            "complete -c freshworks -f -n __fish_use_subcommand -a \($0.path[0]) -d \(quoted($0.summary))"
        }
        return """
            # For ~/.config/fish/completions/freshworks.fish: freshworks completion fish
            complete -c freshworks -f
            complete -c freshworks -n __fish_use_subcommand -l help -d 'tell how to use it'
            complete -c freshworks -n __fish_use_subcommand -l version -d 'print the version'
            \(first.joined(separator: "\n"))
            \(commands.flatMap(rules).joined(separator: "\n"))
            """
    }

    private static func rules(_ command: CompletedCommand) -> [String] {
        var condition = "__fish_seen_subcommand_from \(command.path[0])"
        if command.path == ["connections"] {
            let verbs = ConnectionsCommand.Verb.allCases.map(\.rawValue).joined(separator: " ")
            condition += "; and not __fish_seen_subcommand_from \(verbs)"
        } else if command.path.count > 1 {
            condition += "; and __fish_seen_subcommand_from \(command.path[1])"
        } else {
            // Verbs of connections have names of commands.
            condition += "; and not __fish_seen_subcommand_from connections"
        }
        let start = "complete -c freshworks -n \(quoted(condition))"
        let options = command.options.map { option in
            let name = "-l \(option.name.dropFirst(2)) -d \(quoted(option.help))"
            guard option.value != nil else { return "\(start) \(name)" }
            return switch option.offer {
            case .nothing: "\(start) \(name) -x"
            case .files: "\(start) \(name) -r -F"
            case .words(let words): "\(start) \(name) -x -a \(quoted(words.joined(separator: " ")))"
            }
        }
        let words = command.words.compactMap { offer in
            switch offer {
            case .nothing: nil as String?
            case .files: "\(start) -F"
            case .words(let words): "\(start) -a \(quoted(words.joined(separator: " ")))"
            }
        }
        return options + words
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
}
