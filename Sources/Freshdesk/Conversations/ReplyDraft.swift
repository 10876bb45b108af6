/// A public reply to a ticket, which sends an e-mail and cannot be taken back. Source: Freshdesk API v2, conversations.
public struct ReplyDraft: Encodable, Sendable, Hashable {
    /// The text, as HTML. A draft has this or ``structuredBody``.
    public var body: String?
    /// The text in parts, for tickets from web chat and mobile apps: `{"body_contents":[{"type":"text","data":{"content":"…"}}]}`.
    public var structuredBody: JSONObject?
    /// The agent to reply as; the calling one unless set.
    public var userID: Int64?
    /// The address to send from; that of the help desk unless set.
    public var fromEmail: String?
    /// Addresses to copy in.
    public var ccEmails: [String]?
    /// Addresses to copy in unseen.
    public var bccEmails: [String]?
    /// Files to attach, 20 MB in all with those that the ticket has.
    public var attachments: [AttachmentUpload]

    /// Makes a reply of HTML.
    public init(body: String, attachments: [AttachmentUpload] = []) {
        self.body = body
        self.attachments = attachments
    }

    /// Makes a reply of parts.
    public init(structuredBody: JSONObject, attachments: [AttachmentUpload] = []) {
        self.structuredBody = structuredBody
        self.attachments = attachments
    }

    func check() throws {
        try ArgumentCheck.body(body, or: structuredBody)
        try ArgumentCheck.id(userID, "user_id")
        try ArgumentCheck.notBlank(fromEmail, "from_email")
    }

    private enum CodingKeys: String, CodingKey {
        case body
        case structuredBody = "structured_body"
        case userID = "user_id"
        case fromEmail = "from_email"
        case ccEmails = "cc_emails"
        case bccEmails = "bcc_emails"
    }
}
