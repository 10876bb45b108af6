import Foundation
import FreshworksCore

extension OAuthService {
    /// Tells who calls the token endpoint: RFC 6749 §2.3.
    /// - Returns: How the client has proved it.
    func authenticate(
        _ headers: HeaderFields, _ parameters: OAuthParameters
    ) throws(OAuthError) -> Sandbox.OAuthOptions.ClientAuthentication {
        let method: Sandbox.OAuthOptions.ClientAuthentication
        let id: String?
        var secret = parameters["client_secret"]
        if headers["Authorization"] != nil {
            guard secret == nil else {
                throw OAuthError(.invalidRequest, "The client authenticates in two ways at once")
            }
            guard let (user, password) = Self.basic(headers) else {
                throw OAuthError(.invalidClient, "The Authorization field holds no client id and secret")
            }
            guard parameters["client_id"] ?? user == user else {
                throw OAuthError(.invalidRequest, "The client names itself in two ways")
            }
            (method, id, secret) = (.basic, user, password)
        } else {
            (method, id) = (secret == nil ? .publicClient : .post, parameters["client_id"])
        }
        guard options.clientAuthentication.contains(method) else {
            throw OAuthError(.invalidClient, "The client has to authenticate in another way")
        }
        guard let id, id.utf8.elementsEqual(clientID.utf8),
            method == .publicClient || (secret ?? "").utf8.elementsEqual(clientSecret.utf8)
        else { throw OAuthError(.invalidClient, "The client id or secret is wrong") }
        return method
    }

    func judgeClient(_ headers: HeaderFields, _ parameters: OAuthParameters) -> CredentialUse {
        if let method = try? authenticate(headers, parameters) {
            return method == .publicClient ? .missing : .current(revision: 1)
        }
        return headers["Authorization"] == nil && parameters["client_secret"] == nil ? .missing : .unknown
    }

    /// Both halves are form-encoded before they are joined: RFC 6749 §2.3.1.
    private static func basic(_ headers: HeaderFields) -> (id: String, secret: String)? {
        guard let encoded = headers.authorization("Basic"), let data = Data(base64Encoded: encoded),
            let colon = data.firstIndex(of: UInt8(ascii: ":")), let id = FormText.decode(data[..<colon]),
            let secret = FormText.decode(data[(colon + 1)...])
        else { return nil }
        return (id, secret)
    }
}
