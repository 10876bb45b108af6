/// How a stored connection makes a header's value of its user name and password.
public enum HeaderPrefix: String, Sendable, Hashable, CaseIterable {
    /// `Basic`, then user name and password in Base64.
    case basic = "Basic"
    /// `Bearer`, then the password.
    case bearer = "Bearer"
    /// `Token`, then the password; on products that want `token=` that goes in between.
    case token = "Token"
    /// The password alone, never mended.
    case none = "None"
}
