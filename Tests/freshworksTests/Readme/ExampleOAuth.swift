import Foundation
import Freshsales

func readmeOAuth(
    clientID: String, clientSecret: String, callback: URL, secrets: URL,
    consent: (URL) async throws -> URL
) async throws -> FreshsalesClient {
    let oauth = try OAuthClient(
        .freshworks(
            organization: "acme", clientID: clientID, clientSecret: clientSecret,
            scopes: ["freshsales.contacts.view"], redirectURI: callback))
    let pending = oauth.beginAuthorization()  // keep pending.serialized() in the user's own web session
    let callbackURL = try await consent(pending.url)  // what the browser asks your server for afterwards
    let tokens = try await oauth.exchange(callback: callbackURL, pending: pending)
    let session = try await OAuthSession(oauth, store: FileStore(directory: secrets), name: "acme", initial: tokens)
    let freshsales = try FreshsalesClient(subdomain: "acme", credential: .oauth(session))
    return freshsales
}

func readmeReauthorization(_ session: OAuthSession) async throws {
    let reason = try await session.reauthorizationNeeded()
    print("Ask \(session.name) for consent again:", reason)  // then session.reauthorize(with: tokens)
}
