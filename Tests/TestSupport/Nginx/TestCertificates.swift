package import Foundation

/// Certificates of an authority that exists for one test, made by the `openssl` program. All share one key.
package struct TestCertificates: Sendable {
    /// The folder that everything is in.
    let folder: URL
    /// The authority to trust, as a PEM file.
    package var authority: URL { folder.appending(path: "authority.pem") }
    /// The key of all certificates but the authority's.
    var key: URL { folder.appending(path: "server.key") }

    /// A certificate of a server.
    enum Kind: String, CaseIterable {
        case good, expired, wrongHost, selfSigned
    }

    /// Where a certificate is.
    func file(_ kind: Kind) -> URL { folder.appending(path: "\(kind.rawValue).pem") }

    /// What the good ones are good for.
    private static let names = "DNS:localhost,DNS:acme.localhost,DNS:acme.freshdesk.com,IP:127.0.0.1,IP:::1"

    init(in folder: URL) async throws {
        self.folder = folder
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try await openssl(
            ["req", "-x509"] + newKey
                + ["-subj", "/CN=Test authority", "-days", "2", "-keyout", "authority.key", "-out", "authority.pem"])
        try await openssl(
            ["req", "-x509"] + newKey
                + ["-subj", "/CN=localhost", "-addext", "subjectAltName=\(Self.names)", "-days", "2"]
                + ["-keyout", "server.key", "-out", "selfSigned.pem"])
        try await sign(.good, serial: 1, for: Self.names, days: 2)
        try await sign(.expired, serial: 2, for: Self.names, days: -1)
        try await sign(.wrongHost, serial: 3, for: "DNS:elsewhere.example", days: 2)
    }

    private func sign(_ kind: Kind, serial: Int, for names: String, days: Int) async throws {
        try await openssl([
            "req", "-new", "-key", "server.key", "-subj", "/CN=\(kind.rawValue)", "-addext", "subjectAltName=\(names)",
            "-out", "request.pem",
        ])
        try await openssl([
            "x509", "-req", "-in", "request.pem", "-CA", "authority.pem", "-CAkey", "authority.key", "-set_serial",
            "\(serial)", "-copy_extensions", "copyall", "-days", "\(days)",
            "-out", "\(kind.rawValue).pem",
        ])
    }

    private func openssl(_ arguments: [String]) async throws {
        let shell = CommandLineTool(executable: URL(filePath: "/bin/sh"))
        let result = try await shell.run(
            ["-c", "cd \"$0\" && exec openssl \"$@\"", folder.path] + arguments,
            environment: ProcessInfo.processInfo.environment)
        guard result.status == 0 else { throw Failed(arguments: arguments, diagnostics: result.diagnostics) }
    }

    struct Failed: Error, CustomStringConvertible {
        let arguments: [String]
        let diagnostics: String
        var description: String { "openssl \(arguments.joined(separator: " ")): \(diagnostics)" }
    }
}
