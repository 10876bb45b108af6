/// An e-mail, in a channel of e-mails. Source: Freshchat API v2, message parts.
public struct EmailPart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an e-mail.
    public init(json: JSONObject) { self.json = json }

    /// The text as HTML.
    public var content: String? { json["content"] }
    /// The subject.
    public var subject: String? { json["subject"] }
}
