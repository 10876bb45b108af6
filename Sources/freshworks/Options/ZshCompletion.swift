/// A function for zsh's `_arguments`.
enum ZshCompletion {
    static func script(for commands: [CompletedCommand]) -> String {
        let tops = commands.filter { $0.path.count == 1 }
        let names = tops.map { "        \(quoted("\($0.path[0]):\($0.summary)"))" }.joined(separator: "\n")
        return """
            #compdef freshworks
            # For ~/.zshrc, behind compinit: source <(freshworks completion zsh)
            _freshworks() {
                local context state line
                local -A opt_args
                local -a commands
                commands=(
            \(names)
                )
                if (( CURRENT == 2 )); then
                    _describe command commands
                    compadd -- --help --version
                    return
                fi
                local command=$words[2]
                shift words
                (( CURRENT-- ))
                if [[ $command == connections ]] && (( CURRENT > 2 )); then
                    command="connections $words[2]"
                    shift words
                    (( CURRENT-- ))
                fi
                case $command in
            \(commands.map(rules).joined(separator: "\n"))
                esac
            }
            compdef _freshworks freshworks
            """
    }

    private static func rules(_ command: CompletedCommand) -> String {
        let options = command.options.map { option in
            let text = option.name + "[\(escaped(option.help))]"
            return quoted(option.value.map { "*\(text):\(escaped($0)):\(action(option.offer))" } ?? text)
        }
        let words = command.words.enumerated().map { index, offer in
            quoted(command.path == ["verify"] ? "*:word:\(action(offer))" : "\(index + 1):word:\(action(offer))")
        }
        let arguments = (options + words).map { "            \($0)" }.joined(separator: " \\\n")
        return "        '\(command.path.joined(separator: " "))') _arguments \\\n\(arguments) ;;"
    }

    private static func action(_ offer: CommandOption.Offer) -> String {
        switch offer {
        case .nothing: " "
        case .files: "_files"
        case .words(let words): "(\(words.joined(separator: " ")))"
        }
    }

    /// Brackets and colons end the texts of `_arguments`.
    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "[]:\\".contains($0) ? ["\\", $0] : [$0] })
    }

    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: #"'\''"#))'" }
}
