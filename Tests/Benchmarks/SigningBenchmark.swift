import Foundation
import FreshworksCore

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Signing, against setting a constant header field on a `URLRequest`.
func runSigningBenchmark() async {
    do {
        print("Signing: one request of Freshdesk")
        let account = try FreshworksAccount.freshdesk("acme")
        let credential = Credential.freshdesk(apiKey: "FAKEkey0123456789abcd")
        let signer = try RequestSigner(account: account, credential: credential)
        let url = try account.url("tickets", query: ["page": 2])
        let bare = URLRequest(url: url)
        let unsigned = TransportRequest(.get, url)

        let constant = best(of: 5000) {
            var request = bare
            request.setValue("Basic RkFLRWtleTAxMjM0NTY3ODlhYmNkOlg=", forHTTPHeaderField: "Authorization")
        }
        let signing = try await best(of: 5000) { _ = try await signer.sign(bare) }
        let authorizing = try best(of: 5000) {
            var request = unsigned
            try signer.authorize(&request, with: credential)
        }
        figure("signing.constant_us", constant * 1e6)
        figure("signing.ratio", signing / constant)
        figure("signing.call_ratio", authorizing / constant)
        print("  constant header on a URLRequest     \(microseconds(constant)) µs")
        print("  sign(_: URLRequest)                 \(microseconds(signing)) µs")
        print("  ratio                               \(ratio(signing, constant)) times the constant header")
        print("  calling path                        \(microseconds(authorizing)) µs")
        print("  ratio                               \(ratio(authorizing, constant)) times the constant header")
    } catch {
        fail(error)
    }
}
