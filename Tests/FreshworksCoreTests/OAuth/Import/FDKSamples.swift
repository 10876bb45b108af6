import Foundation
import FreshworksCore
import Testing

/// Files of the app SDK with invented secrets.
enum FDKSamples {
    static let version2 = """
        { "client_id": "5e000000-0000-0000-0000-00000000c8d1", "client_secret": "q8Nb4cXw7ZtR2mKd",
          "authorize_url": "https://<%= oauth_iparams.domain %>/authorize.srf",
          "token_url": "https://<%= oauth_iparams.domain %>/token.srf",
          "options": { "scope": "read", "customHeaders": { "Authorization": "Basic QVBJX0tFWV9vZl9hY21l" } },
          "token_type": "account",
          "oauth_iparams": {
            "domain": { "display_name": "Domain", "description": "Enter domain", "type": "text", "required": true } } }
        """

    static let version3 = """
        { "integrations": {
            "freshservice": { "display_name": "Freshservice", "client_id": "fw_ext_123456",
              "client_secret": "s3cr3tQw7Lk2Vn9Xb5T",
              "authorize_url": "https://acme-org.myfreshworks.com/org/oauth/v2/authorize",
              "token_url": "https://acme-org.myfreshworks.com/org/oauth/v2/token",
              "options": { "scope": "freshservice.tickets.view freshservice.tickets.create", "prompt": "consent" },
              "token_type": "account" },
            "drive": { "display_name": "Drive", "client_id": "{{ oauth_iparams.client_id }}",
              "client_secret": "<%=oauth_iparams.client_secret%>",
              "authorize_url": "https://<%= oauth_iparams.region || 'eu' %>.drive.example/<%= oauth_iparams.team %>/authorize",
              "token_url": "https://<%= oauth_iparams.region || 'eu' %>.drive.example/token?team=<%= oauth_iparams.team %>",
              "options": { "scope": "files", "team": "<%= oauth_iparams.team %>",
                "customHeaders": { "X-Client": "<%= oauth_iparams.client_secret %>" } },
              "token_type": "agent",
              "oauth_iparams": {
                "client_id": { "display_name": "Client id", "type": "text", "required": true },
                "client_secret": { "display_name": "Client secret", "type": "text", "required": true, "secure": true },
                "region": { "display_name": "Region", "type": "text" },
                "team": { "display_name": "Team", "description": "The team's name", "type": "text" } } } } }
        """

    static let localStore = """
        { "my_app_101_101_oauth": { "access_token": "at-1-Zk3TqPz8LmWv", "refresh_token": "rt-1-Yc7HsNd5BxQa" },
          "my_app_101_101_oauth_iparams": { "domain": "acme.example", "port": 8443 },
          "my_app_101_101_oauth_appstate": "3f0c8a52-9d1e-4b7a-8c36-5e2f1a0b9c4d",
          "my_app_101_101_freshdesk": {
            "my_app_101_101_oauth": { "drive": { "access_token": "at-2-Gw9KfXj4RbUe" } } },
          "visits": { "count": 3 } }
        """

    /// A file of platform 2.x with other members; `nil` removes one.
    static func version2(_ changes: [String: JSONValue?]) throws -> FDKOAuthConfig {
        var object = try JSONValue(parsing: Data(version2.utf8)).objectValue ?? [:]
        for (key, value) in changes { object[key] = value }
        return try FDKOAuthConfig(json: JSONValue.object(object).serialized())
    }

    static func callback() throws -> URL { try #require(URL(string: "https://app.example/callback")) }

    /// The fields that an import was refused for, each with its reason.
    static func refusals(_ work: () throws -> Void) throws -> [String] {
        do {
            try work()
            return []
        } catch let error as FreshworksError {
            guard error.code == .invalidImport else { throw error }
            return error.fieldErrors.map { "\($0.field ?? "?") \($0.code ?? "?")" }
        }
    }
}
