/// What to change of a note. Source: Freshdesk API v2, conversations.
public struct ConversationUpdate: Encodable, Sendable, Hashable {
    /// The text, as HTML.
    public var body: String?
    /// Files to add, 20 MB in all with those that the ticket has.
    public var attachments: [AttachmentUpload]

    /// Makes an update.
    public init(body: String? = nil, attachments: [AttachmentUpload] = []) {
        self.body = body
        self.attachments = attachments
    }

    func check() throws { try ArgumentCheck.notBlank(body, "body") }

    private enum CodingKeys: String, CodingKey {
        case body
    }
}
