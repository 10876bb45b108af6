import Foundation
import Freshchat
import FreshworksCore
import TestSupport
import Testing

@Suite("Keys and signatures that OpenSSL makes", .inTurn)
struct OpenSSLTests {
    private static let program = "/usr/bin/openssl"
    static let isThere = FileManager.default.isExecutableFile(atPath: program)
    /// Whether its lack is a failure of the test rather than a reason to leave it out.
    static let isRequired = ProcessInfo.processInfo.environment["FRESHWORKS_REQUIRE_NGINX"] == "1"

    @Test(
        "verify, in each of its key formats",
        .enabled(if: isThere || isRequired, "OpenSSL is not at /usr/bin/openssl"), arguments: [2048, 3072, 4096])
    func vectors(bits: Int) async throws {
        let folder = try TemporaryFolder()
        func path(_ name: String) -> String { folder.url.appending(path: name).path }
        func run(_ arguments: String...) async throws {
            let result = try await CommandLineTool(executable: URL(filePath: Self.program)).run(
                arguments, environment: ["HOME": folder.url.path])
            try #require(result.status == 0, "\(result.diagnostics)")
        }
        try await run("genrsa", "-out", path("key.pem"), "\(bits)")
        try await run("rsa", "-in", path("key.pem"), "-pubout", "-out", path("spki.pem"))
        try await run("rsa", "-in", path("key.pem"), "-RSAPublicKey_out", "-out", path("pkcs1.pem"))
        try await run("rsa", "-in", path("key.pem"), "-pubout", "-outform", "DER", "-out", path("spki.der"))
        let verifiers = [
            try WebhookVerifier(publicKey: String(contentsOfFile: path("spki.pem"), encoding: .utf8)),
            try WebhookVerifier(publicKey: String(contentsOfFile: path("pkcs1.pem"), encoding: .utf8)),
            try WebhookVerifier(der: Data(contentsOf: folder.url.appending(path: "spki.der"))),
        ]
        for (index, text) in ["", #"{"action":"x"}"#, String(repeating: "Ærø 👋 ", count: 5000)].enumerated() {
            let body = Data(text.utf8)
            _ = try folder.file("body\(index)", body)
            try await run("dgst", "-sha256", "-sign", path("key.pem"), "-out", path("signature"), path("body\(index)"))
            let signature = try Data(contentsOf: folder.url.appending(path: "signature")).base64EncodedString()
            try await run("dgst", "-sha1", "-sign", path("key.pem"), "-out", path("sha1"), path("body\(index)"))
            let sha1 = try Data(contentsOf: folder.url.appending(path: "sha1")).base64EncodedString()
            for verifier in verifiers {
                #expect(throws: Never.self) { try verifier.verify(WebhookDelivery(body: body, signature: signature)) }
                #expect(throws: FreshworksError.self) {
                    try verifier.verify(WebhookDelivery(body: body + [0x20], signature: signature))
                }
                #expect(throws: FreshworksError.self) {
                    try verifier.verify(WebhookDelivery(body: body, signature: sha1))
                }
            }
        }
    }
}
