import AsyncHTTPClient
import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksConnections
import FreshworksCore
import FreshworksEtcd
import FreshworksSandbox
import Logging
import NIOCore
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What a server app imports into one file. Names that the products share take the module's name before them where they
/// stand as types; everything else is written as it is.
@Suite("All modules in one file")
struct ImportsTests {
    typealias DeskContact = Freshdesk.Contact
    typealias SalesContact = Freshsales.Contact

    @Test("names of Foundation, NIO and Logging mean what they mean without the package")
    func otherNames() throws {
        let orders: [SortOrder] = [.forward, .reverse]
        let channel: (any Channel)? = nil
        let logger = Logger(label: "acme")
        let request = URLRequest(url: try #require(URL(string: "https://acme.freshdesk.com")))
        let client: HTTPClient.Type = HTTPClient.self
        #expect(orders.count == 2 && channel == nil && logger.label == "acme" && request.httpMethod == "GET")
        #expect(client == HTTPClient.self)
    }

    @Test("drafts and filters of the same name resolve by what is asked for; records by their module")
    func ownNames() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let desk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        let sales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        let chat = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)

        let person: DeskContact = try await desk.contacts.create(.init(name: "Ines", email: "ines@mail.example"))
        let buyer: SalesContact = try await sales.contacts.get(70_050_001_001)
        let user: Freshchat.User? = try await chat.users.list().first()
        #expect(!CredentialForm(for: .freshchat).fields.isEmpty)
        #expect(person.name == "Ines" && buyer.id == 70_050_001_001 && user != nil)
    }
}
