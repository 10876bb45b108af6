package import Foundation

/// What the compiler that the tests themselves were built with says of code.
package enum CompilerMessages {
    /// The compiler; `nil` where the tests run without one.
    package static let compiler: URL? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    /// The errors of each line, and those that stand elsewhere.
    package static func errors(
        of lines: [String], importing module: String, given parameters: String = "", by compiler: URL
    ) async throws -> (lines: [[String]], elsewhere: [String]) {
        let head = ["import Foundation", "import \(module)", "func mistakes(\(parameters)) {"]
        let text = (head + lines.map { "    _ = \($0)" } + ["}", ""]).joined(separator: "\n")
        let errors = try await errors(in: text, named: "mistakes.swift", by: compiler)
        let own = lines.indices.map { index in
            errors.filter { $0.contains("mistakes.swift:\(index + head.count + 1):") }
        }
        return (own, errors.filter { !$0.contains("mistakes.swift:") })
    }

    /// The errors of a file.
    package static func errors(in text: String, named name: String, by compiler: URL) async throws -> [String] {
        let folder = try TemporaryFolder()
        let file = try folder.file(name, Data(text.utf8))
        let modules = CommandLineTool("Modules").executable.path
        let library = CommandLineTool("CLibcurl.build/module.modulemap").executable.path
        let result = try await CommandLineTool(executable: compiler).run(
            [
                "-typecheck", "-parse-as-library", "-swift-version", "6", "-I", modules, "-Xcc",
                "-fmodule-map-file=\(library)", file.path,
            ],
            environment: ProcessInfo.processInfo.environment)
        return (result.diagnostics + result.output).split(separator: "\n").map(String.init)
            .filter { $0.contains(": error: ") }
    }
}
