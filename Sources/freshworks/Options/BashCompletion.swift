/// A function for bash's `complete`.
enum BashCompletion {
    static func script(for commands: [CompletedCommand]) -> String {
        let tops = commands.filter { $0.path.count == 1 }
        let first = (tops.map { $0.path[0] } + ["--help", "--version"]).joined(separator: " ")
        return """
            # For ~/.bashrc: source <(freshworks completion bash)
            _freshworks() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options='' words='' place=1
                local command=${COMP_WORDS[1]} index
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W '\(first)' -- "$word"))
                    return
                fi
                if [ "$command" = connections ] && [ "$COMP_CWORD" -gt 2 ]; then
                    command="connections ${COMP_WORDS[2]}" place=2
                fi
                # How many words stand behind the command, options and their values apart.
                local count=0
                for ((index = place + 1; index < COMP_CWORD; index++)); do
                    case "$command:${COMP_WORDS[index]}" in
            \(commands.compactMap(values).joined(separator: "\n"))
                        *:--*) ;;
                        *) count=$((count + 1)) ;;
                    esac
                done
                case "$command:$before" in
            \(commands.flatMap(offers).joined(separator: "\n"))
                esac
                case "$command" in
            \(commands.map(rules).joined(separator: "\n"))
                esac
                if [[ $word == -* ]]; then words=$options; fi
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -F _freshworks freshworks
            """
    }

    private static func name(_ command: CompletedCommand) -> String { command.path.joined(separator: " ") }

    /// Options whose value is a word of its own.
    private static func values(_ command: CompletedCommand) -> String? {
        let options = command.options.filter { $0.value != nil }
        guard !options.isEmpty else { return nil }
        let patterns = options.map { "'\(name(command)):\($0.name)'" }.joined(separator: "|")
        return "            \(patterns)) index=$((index + 1)) ;;"
    }

    private static func offers(_ command: CompletedCommand) -> [String] {
        command.options.filter { $0.value != nil }.map { option in
            let reply =
                switch option.offer {
                case .nothing: "return"
                case .files: "COMPREPLY=($(compgen -f -- \"$word\")); return"
                case .words(let words):
                    "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\")); return"
                }
            return "        '\(name(command)):\(option.name)') \(reply) ;;"
        }
    }

    private static func rules(_ command: CompletedCommand) -> String {
        let options = command.options.map(\.name).joined(separator: " ")
        var lines = ["        '\(name(command))')", "            options='\(options)'"]
        for (index, offer) in command.words.enumerated() {
            // The last one goes on, as in `verify freshdesk freshchat`.
            let test = index == command.words.count - 1 && index == 0 && command.path == ["verify"] ? "-ge" : "-eq"
            switch offer {
            case .words(let words):
                lines.append("            [ $count \(test) \(index) ] && words='\(words.joined(separator: " "))'")
            case .files:
                lines.append(
                    "            [ $count -eq \(index) ] && [[ $word != -* ]] && "
                        + "{ COMPREPLY=($(compgen -f -- \"$word\")); return; }")
            case .nothing: break
            }
        }
        return (lines + ["            ;;"]).joined(separator: "\n")
    }
}
