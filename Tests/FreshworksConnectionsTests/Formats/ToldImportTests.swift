import Foundation
import FreshworksConnections
import TestSupport
import Testing

@Suite("What other platforms wrote down without saying what it is")
struct ToldImportTests {
    private static let desk = "FAKEkey0123456789abcd"
    private static let sales = "sfg999666t673t7t82"

    /// What is told, format or product, the text, where it leads and its secret.
    static let shapes: [(ConnectionFormat?, FreshworksProduct?, String, String, String)] = [
        (
            .activepieces, nil, #"{"username":"acme","password":"\#(sales)"}"#,
            "https://acme.myfreshworks.com/crm/sales/api", sales
        ),
        (
            .airbyte, nil, #"{"domain":"acme","api_key":"\#(desk)"}"#, "https://acme.freshdesk.com/api/v2", desk
        ),
        (
            .pipedream, nil, #"{"domain":"acme","api_key":"\#(desk)"}"#, "https://acme.freshdesk.com/api/v2", desk
        ),
        (
            nil, .freshdesk, #"{"Credential Name":"A","API Key":"\#(desk)","Domain":"acme"}"#,
            "https://acme.freshdesk.com/api/v2", desk
        ),
        (
            nil, .freshsales, #"{"credential_name":"A","api_key":"\#(sales)","subdomain":"acme"}"#,
            "https://acme.myfreshworks.com/crm/sales/api", sales
        ),
        (
            nil, .freshsales,
            #"{"connection_id":"c","provider":"freshworks","connection_config":{"bundleAlias":"acme.myfreshworks.com"},"credentials":{"type":"API_KEY","apiKey":"\#(sales)"}}"#,
            "https://acme.myfreshworks.com/crm/sales/api", sales
        ),
        (
            nil, .freshdesk,
            #"{"name":"A","host":"acme","username":"\#(desk)","password":"X","header":"Authorization","header_prefix":"basic"}"#,
            "https://acme.freshdesk.com/api/v2", desk
        ),
    ]

    @Test("is read once the caller names format or product, and never without", arguments: shapes)
    func told(
        format: ConnectionFormat?, product: FreshworksProduct?, text: String, base: String, secret: String
    ) async throws {
        let data = Data(text.utf8)
        let refusal = #expect(throws: FreshworksError.self) { try ConnectionImport(data) }
        #expect(refusal?.code == .invalidImport && refusal?.fieldErrors.map(\.field).contains("$") == true)
        let found = try ConnectionImport(data, format: format, product: product)
        let draft = try #require(found.drafts.first)
        #expect(draft.account.baseURL == base)
        #expect(!"\(draft.options) \(found.notes)".contains(secret))
        // The secret is where the account's signer takes it from.
        let registry = try World().registry
        let id = try #require(try await registry.add(found).first).connection.id
        let exported = try await registry.export([id], secrets: .inPlainText)
        #expect(exported.description.contains(secret))
    }

    @Test("is not taken for another product than the shape tells")
    func contradicted() throws {
        let text = #"{"account_name":"acme","api_key":"aaa.bbb.ccc123"}"#
        let error = #expect(throws: FreshworksError.self) {
            try ConnectionImport(Data(text.utf8), product: .freshdesk)
        }
        #expect(error?.fieldErrors.map(\.code) == ["wrong_product"])
    }
}
