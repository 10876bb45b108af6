import Foundation
import FreshworksEtcd
import Testing

typealias Cipher = SealedStore.Transformation
private let password = Secret("FAKEpassword")

// What the module's page shows.
func session(_ oauth: OAuthClient, seal: @escaping Cipher, open: @escaping Cipher) async throws -> OAuthSession {
    let etcd = try EtcdStore(
        endpoints: ["https://etcd-1.example:2379", "https://etcd-2.example:2379", "https://etcd-3.example:2379"],
        prefix: "billing", user: .init(name: "billing", password: password))
    return try await OAuthSession(oauth, store: SealedStore(etcd, seal: seal, open: open), name: "acme")
}

@Suite("The page of the module")
struct GuideTests {
    @Test("shows only code that is compiled here")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../Sources/FreshworksEtcd/FreshworksEtcd.docc/FreshworksEtcd.md").standardizedFileURL
        let code = try String(contentsOf: here, encoding: .utf8)
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 1)
        for block in blocks { #expect(code.contains(block.output.1)) }
        _ = session
    }

    @Test("names an address that can be used")
    func address() throws {
        let store = try EtcdStore(
            address: "etcds://billing@etcd-1.example,etcd-2.example/billing",
            variables: ["FRESHWORKS_ETCD_PASSWORD": "FAKEpassword"])
        #expect(store.description == "EtcdStore(https://etcd-1.example:2379, https://etcd-2.example:2379, billing/)")
    }
}
