/// A note on a ticket. Source: Freshdesk API v2, conversations.
public struct NoteDraft: Encodable, Sendable, Hashable {
    /// The text, as HTML. A draft has this or, when it is public, ``structuredBody``.
    public var body: String?
    /// The text in parts, for public notes on tickets from web chat and mobile apps.
    public var structuredBody: JSONObject?
    /// Whether only agents see it; they alone do unless this is `false`.
    public var isPrivate: Bool?
    /// Whether it should look as if the customer wrote it.
    public var incoming: Bool?
    /// The agent or contact to write as; the calling agent unless set.
    public var userID: Int64?
    /// Addresses of agents to notify.
    public var notifyEmails: [String]?
    /// Files to attach, 20 MB in all with those that the ticket has.
    public var attachments: [AttachmentUpload]

    /// Makes a note of HTML.
    public init(body: String, isPrivate: Bool? = nil, attachments: [AttachmentUpload] = []) {
        self.body = body
        self.isPrivate = isPrivate
        self.attachments = attachments
    }

    /// Makes a public note of parts.
    public init(structuredBody: JSONObject, attachments: [AttachmentUpload] = []) {
        self.structuredBody = structuredBody
        isPrivate = false
        self.attachments = attachments
    }

    func check() throws {
        try ArgumentCheck.body(body, or: structuredBody)
        try ArgumentCheck.id(userID, "user_id")
    }

    private enum CodingKeys: String, CodingKey {
        case body, incoming
        case structuredBody = "structured_body"
        case isPrivate = "private"
        case userID = "user_id"
        case notifyEmails = "notify_emails"
    }
}
