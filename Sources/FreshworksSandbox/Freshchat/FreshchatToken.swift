import Foundation

/// Invents tokens in the shape of the real ones: three base64url parts, more than 500 characters, signed with nonsense.
enum FreshchatToken {
    static func invent(_ generator: inout SeededGenerator) -> String {
        let scopes = ["agent", "channel", "conversation", "group", "message", "metrics", "report", "role", "user"]
            .flatMap { ["\($0):create", "\($0):delete", "\($0):read", "\($0):update"] }.joined(separator: " ")
        let claims =
            #"{"iss":"freshworks-sandbox","typ":"Bearer","scope":"\#(scopes)","iat":1735689600,"#
            + #""exp":2051222400,"jti":"\#(generator.uuid())"}"#
        return [
            base64URL(#"{"kid":"invented","alg":"HS256","typ":"JWT"}"#), base64URL(claims),
            "invented" + generator.alphanumerics(35),
        ].joined(separator: ".")
    }

    private static func base64URL(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
