import Foundation
import FreshworksCore

/// How a session was obtained: what it takes to open it again, but for the client's secret.
struct SavedLogin: Sendable {
    var server: Server
    var clientID: String
    var scopes: [String]
    var redirectURI: URL

    /// Which authorization server was asked, as the user named it.
    enum Server: Sendable {
        case organization(String)
        case baseURL(String)
    }

    /// - Throws: Why the server's name or address was refused.
    func configuration(clientSecret: Secret) throws -> OAuthConfiguration {
        switch server {
        case .organization(let organization):
            try .freshworks(
                organization: organization, clientID: clientID, clientSecret: clientSecret, scopes: scopes,
                redirectURI: redirectURI)
        case .baseURL(let baseURL):
            try .freshworks(
                baseURL: baseURL, clientID: clientID, clientSecret: clientSecret, scopes: scopes,
                redirectURI: redirectURI)
        }
    }
}

extension SavedLogin {
    var data: Data {
        var json: JSONObject = [
            "schema": 1, "client_id": .string(clientID), "scope": .string(scopes.joined(separator: " ")),
            "redirect_uri": .string(redirectURI.absoluteString),
        ]
        switch server {
        case .organization(let organization): json["organization"] = .string(organization)
        case .baseURL(let baseURL): json["base_url"] = .string(baseURL)
        }
        return JSONValue.object(json).serialized()
    }

    /// - Throws: ``FreshworksError/Code/malformedSession``, never quoting the data.
    init(data: Data) throws {
        let json = try? JSONValue(parsing: data)
        let organization = json?["organization"]?.stringValue.map(Server.organization)
        guard json?["schema"] == 1, let server = organization ?? json?["base_url"]?.stringValue.map(Server.baseURL),
            let clientID = json?["client_id"]?.stringValue, let scope = json?["scope"]?.stringValue,
            let redirectURI = json?["redirect_uri"]?.stringValue.flatMap({ URL(string: $0) })
        else {
            throw FreshworksError(
                .malformedSession, "what was saved beside the session cannot be read",
                advice: "Log in again with freshworks login, or update this program.")
        }
        self.init(
            server: server, clientID: clientID, scopes: scope.split(separator: " ").map(String.init),
            redirectURI: redirectURI)
    }
}
