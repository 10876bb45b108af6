package import Foundation

/// What the compiler that the tests themselves were built with says of lines that do not compile.
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
        let folder = try TemporaryFolder()
        let head = ["import Foundation", "import \(module)", "func mistakes(\(parameters)) {"]
        let text = (head + lines.map { "    _ = \($0)" } + ["}", ""]).joined(separator: "\n")
        let file = try folder.file("mistakes.swift", Data(text.utf8))
        let modules = CommandLineTool("Modules").executable.path
        let library = CommandLineTool("CLibcurl.build/module.modulemap").executable.path
        let result = try await CommandLineTool(executable: compiler).run(
            ["-typecheck", "-swift-version", "6", "-I", modules, "-Xcc", "-fmodule-map-file=\(library)", file.path],
            environment: ProcessInfo.processInfo.environment)
        let errors = (result.diagnostics + result.output).split(separator: "\n").map(String.init)
            .filter { $0.contains(": error: ") }
        let own = lines.indices.map { index in
            errors.filter { $0.contains("mistakes.swift:\(index + head.count + 1):") }
        }
        return (own, errors.filter { !$0.contains("mistakes.swift:") })
    }
}
