import Foundation
import TestSupport
import Testing

@testable import freshworks

extension CommandTests {
    @Suite("options and their completion")
    struct Completion {
        /// What bash offers for the last of these words.
        private func offers(_ words: String...) async throws -> [String] {
            let script = try await freshworks(["completion", "bash"])
            #expect(script.status == 0)
            let list = words.map { "'\($0)'" }.joined(separator: " ")
            let program = """
                \(script.output)
                COMP_WORDS=(freshworks \(list)); COMP_CWORD=\(words.count)
                _freshworks
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            let bash = Process()
            bash.executableURL = URL(filePath: "/bin/bash")
            bash.arguments = ["--norc", "-c", program]
            let (output, errors) = (Pipe(), Pipe())
            (bash.standardOutput, bash.standardError) = (output, errors)
            try bash.run()
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            #expect(try errors.fileHandleForReading.readToEnd()?.isEmpty != false)
            bash.waitUntilExit()
            #expect(bash.terminationStatus == 0)
            return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
        }

        @Test("bash offers commands, products, verbs, resources, options and the words that an option takes")
        func bash() async throws {
            #expect(try await offers("ver") == ["verify"])
            #expect(try await offers("--") == ["--help", "--version"])
            #expect(try await offers("api", "freshs") == ["freshsales"])
            #expect(try await offers("api", "freshdesk", "P") == ["POST", "PUT", "PATCH"])
            #expect(try await offers("api", "--query", "a=b", "freshd") == ["freshdesk"])
            #expect(try await offers("api", "freshdesk", "GET", "--in") == ["--include"])
            #expect(try await offers("verify", "freshdesk", "freshch") == ["freshchat"])
            #expect(try await offers("export", "freshdesk", "tick") == ["ticket_forms", "tickets"])
            #expect(try await offers("connections", "re") == ["rename", "remove"])
            #expect(try await offers("connections", "import", "--product", "freshc") == ["freshchat"])
            #expect(try await offers("connections", "add", "--secret-e") == ["--secret-env"])
            #expect(try await offers("completion", "") == ["bash", "zsh", "fish"])
        }

        @Test("each option that a command takes stands in its help and in the completion of each shell")
        func everywhere() async throws {
            var count = 0
            for command in CompletedCommand.all {
                let help = try await freshworks(Array(command.path.prefix(1)) + ["--help"]).output
                for option in command.options where option != .help {
                    count += 1
                    #expect(help.contains("\n  \(option.label)  "), "\(command.path) \(option.name)")
                    #expect(try await offers2(command.path, option.name).contains(option.name))
                }
            }
            #expect(count > 40)
            let names = Set(CompletedCommand.all.flatMap(\.options).map(\.name))
            let zsh = try await freshworks(["completion", "zsh"]).output
            let fish = try await freshworks(["completion", "fish"]).output
            for name in names {
                #expect(zsh.contains("\(name)["), "\(name)")
                #expect(fish.contains("-l \(name.dropFirst(2)) "), "\(name)")
            }
        }

        private func offers2(_ path: [String], _ option: String) async throws -> [String] {
            path.count == 1
                ? try await offers(path[0], option) : try await offers(path[0], path[1], option)
        }

        @Test("the completions of zsh and fish are understood by their shells, where there are such")
        func otherShells() async throws {
            for shell in ["zsh", "fish"] {
                let path = ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + shell }
                    .first(where: FileManager.default.isExecutableFile)
                guard let path else { continue }
                let folder = try TemporaryFolder()
                let script = try await freshworks(["completion", shell]).output
                let file = try folder.file("script", Data(script.utf8))
                let process = Process()
                process.executableURL = URL(filePath: path)
                process.arguments = ["-n", file.path]
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
        }

        @Test("an unknown option is named, and one that may be a secret is not")
        func unknown() {
            func complaint(_ word: String) -> String {
                do {
                    _ = try Arguments([word], of: [.deadline, .json("x")])
                    return ""
                } catch { return (error as? Misuse)?.message ?? "" }
            }
            #expect(
                complaint("--deadlin") == "there is no option --deadlin; did you mean --deadline? The options here are "
                    + "--deadline, --json")
            #expect(complaint("--deadlines=9").hasPrefix("there is no option --deadlines; did you mean --deadline?"))
            for secret in ["--s3cret", "--Secret", "--abcdefghijklmnopqrst", "--pass word", "--a_b"] {
                #expect(complaint(secret) == "there is no such option; the options here are --deadline, --json")
            }
        }
    }
}
