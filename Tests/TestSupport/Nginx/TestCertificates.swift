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
    enum Kind: String {
        case good, expired, wrongHost, selfSigned
    }

    /// Where a certificate is.
    func file(_ kind: Kind) -> URL { folder.appending(path: "\(kind.rawValue).pem") }

    init(in folder: URL) async throws {
        self.folder = folder
        let shell = CommandLineTool(executable: URL(filePath: "/bin/sh"))
        let result = try await shell.run(
            ["-c", Self.script, "certificates", folder.path], environment: ProcessInfo.processInfo.environment)
        guard result.status == 0 else { throw Failed(diagnostics: result.diagnostics) }
    }

    struct Failed: Error, CustomStringConvertible {
        let diagnostics: String
        var description: String { "openssl made no certificates: \(diagnostics)" }
    }

    /// One process for all, because a test has many certificates and a machine few descriptors.
    private static let script = """
        set -e
        cd "$1"
        names=DNS:localhost,DNS:acme.localhost,DNS:acme.freshdesk.com,IP:127.0.0.1,IP:::1
        self_signed() { # key, certificate, subject, names
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \\
                -keyout "$1" -out "$2" -subj "/CN=$3" -addext "subjectAltName=$4"
        }
        signed() { # certificate, serial number, names, days
            openssl req -new -key server.key -subj "/CN=$1" -addext "subjectAltName=$3" -out request.pem
            openssl x509 -req -in request.pem -CA authority.pem -CAkey authority.key -set_serial "$2" \\
                -copy_extensions copyall -days "$4" -out "$1.pem"
        }
        self_signed authority.key authority.pem 'Test authority' DNS:authority.example
        self_signed server.key selfSigned.pem localhost "$names"
        signed good 1 "$names" 2
        signed expired 2 "$names" -1
        signed wrongHost 3 DNS:elsewhere.example 2
        """
}
