import Foundation
import FreshworksCore

/// A reply or a note.
struct FreshdeskConversation: Sendable {
    enum Kind: Sendable {
        case reply
        case note
    }

    let id: Int64
    let ticketID: Int64
    let userID: Int64
    let kind: Kind
    var body: String
    var isPrivate = false
    var isIncoming = false
    var fromEmail: String?
    var supportEmail: String?
    var toEmails: JSONValue = []
    var ccEmails: JSONValue = []
    var bccEmails: JSONValue = []
    var attachments: [FreshdeskAttachment] = []
    var lastEditedAt: Date?
    var lastEditedBy: Int64?
    let createdAt: Date
    var updatedAt: Date
}

extension FreshdeskService {
    /// A row of a list, which tells more than the answer to a creation.
    func row(_ conversation: FreshdeskConversation, _ request: SandboxRequest) -> JSONValue {
        let isNote = conversation.kind == .note
        var object = common(conversation, request)
        object["incoming"] = .bool(conversation.isIncoming)
        object["private"] = .bool(conversation.isPrivate)
        object["source"] = isNote ? 2 : 0
        object["category"] = conversation.isPrivate ? 2 : 3
        object["from_email"] = conversation.fromEmail.map { .string($0) } ?? .null
        object["to_emails"] = conversation.toEmails
        object["cc_emails"] = conversation.ccEmails
        object["bcc_emails"] = isNote ? .null : conversation.bccEmails
        object["last_edited_at"] = .seconds(conversation.lastEditedAt)
        object["last_edited_user_id"] = conversation.lastEditedBy.map { .int($0) } ?? .null
        object["auto_response"] = false
        for key in [
            "email_failure_count", "outgoing_failures", "thread_id", "thread_message_id", "automation_id",
            "automation_type_id", "source_additional_info",
        ] { object[key] = .null }
        return .object(object)
    }

    /// The answer to a new reply: it tells neither the source nor whether it is private.
    func replyJSON(_ conversation: FreshdeskConversation, _ request: SandboxRequest) -> JSONValue {
        var object = common(conversation, request)
        object["from_email"] = conversation.fromEmail.map { .string($0) } ?? .null
        object["cc_emails"] = conversation.ccEmails
        object["bcc_emails"] = conversation.bccEmails
        object["replied_to"] = conversation.toEmails
        return .object(object)
    }

    /// The answer to a new or changed note.
    func noteJSON(_ conversation: FreshdeskConversation, _ request: SandboxRequest) -> JSONValue {
        var object = common(conversation, request)
        object["incoming"] = .bool(conversation.isIncoming)
        object["private"] = .bool(conversation.isPrivate)
        object["notified_to"] = conversation.toEmails
        return .object(object)
    }

    private func common(_ conversation: FreshdeskConversation, _ request: SandboxRequest) -> JSONObject {
        [
            "id": .int(conversation.id), "ticket_id": .int(conversation.ticketID),
            "user_id": .int(conversation.userID), "body": .string(conversation.body),
            "body_text": .string(FreshdeskHTML.text(conversation.body)),
            "structured_body": FreshdeskHTML.structured(conversation.body, "body_contents"),
            "support_email": conversation.supportEmail.map { .string($0) } ?? .null,
            "attachments": .array(
                conversation.attachments.map { attachments.json($0, sizeKey: "size", request) }),
            "created_at": .seconds(conversation.createdAt), "updated_at": .seconds(conversation.updatedAt),
        ]
    }
}
