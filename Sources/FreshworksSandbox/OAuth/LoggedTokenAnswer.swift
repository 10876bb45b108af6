public import Foundation
import FreshworksCore

/// An answer of the sandbox's token endpoint. It never holds a token, only digests by which a test that has the token knows it.
public struct LoggedTokenAnswer: Sendable, Hashable {
    /// 1 for the first answer.
    public let serial: Int
    /// When it was given, by the sandbox's clock.
    public let time: Date
    /// What was asked for; `nil` if the server has no such grant.
    public let grant: Sandbox.OAuthOptions.Grant?
    /// Which consent it concerns: 1 for the first one that tokens were issued for. `nil` if that cannot be told.
    public internal(set) var family: Int?
    /// The status of the answer, also if a scripted fault kept it from the client.
    public internal(set) var status = 0
    /// The error's code, such as `invalid_grant`; `nil` if tokens were issued.
    public internal(set) var error: String?
    /// The SHA-256 digest of the access token that was issued, in hexadecimal lower case.
    public internal(set) var accessTokenDigest: String?
    /// The digest of the refresh token that was issued.
    public internal(set) var refreshTokenDigest: String?
    /// The digest of the refresh token that the client presented.
    public let presentedRefreshTokenDigest: String?

    init(serial: Int, time: Date, grant: Sandbox.OAuthOptions.Grant?, presentedRefreshTokenDigest: String?) {
        self.serial = serial
        self.time = time
        self.grant = grant
        self.presentedRefreshTokenDigest = presentedRefreshTokenDigest
    }

    static func digest(_ token: String) -> String {
        let digits = Array("0123456789abcdef")
        return String(SHA256.hash(token.utf8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
