import Foundation
import FreshworksCore

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

func readmeSigning(key: String) async throws -> URLRequest {
    let account = try FreshworksAccount.freshsales("acme")  // https://acme.myfreshworks.com/crm/sales/api
    let signer = try RequestSigner(account: account, credential: .freshsales(apiKey: key))
    let signed = try await signer.sign(URLRequest(url: account.url("contacts/filters")))
    let headers = try await signer.headers(for: account.url("contacts/filters"))
    for (name, value) in headers { print(name, value.count) }
    return signed
}
