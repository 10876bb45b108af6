import FreshworksCore

/// Tickets that are forwarded by e-mail, and what comes of it.
extension FreshdeskService {
    static let forwardRoutes = [
        Route<FreshdeskService>("POST", "tickets/{id}/forward", scope: "tickets.conversations.create", forward),
        Route<FreshdeskService>(
            "POST", "tickets/{id}/reply_to_forward", scope: "tickets.conversations.create", replyToForward),
    ]

    @RecordKeys private static var mailKeys: [RecordKey] {
        RecordKey("body", .filled).required
        RecordKey("to_emails", .addresses).required
        RecordKey("cc_emails", .addresses)
        RecordKey("bcc_emails", .addresses)
    }

    @RecordKeys private static var forwardKeys: [RecordKey] {
        mailKeys
        RecordKey("from_email", .address)
        RecordKey("agent_id", .id)
        RecordKey("include_quoted_text", .flag)
        RecordKey("include_original_attachments", .flag)
    }

    @RecordKeys private static var forwardReplyKeys: [RecordKey] {
        mailKeys
        RecordKey.files("attachments", [])
    }

    private static func forward(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let agent = request.jsonObject?["agent_id"]
        if let agent, service[agents, agent] == nil { try service.refuse("agent_id", .dangling("agent")) }
        let support = JSONValue.string(service.supportAddress)
        let me = try service.caller(of: request)
        return try service.add(
            request, forwardKeys,
            [
                "source": 8, "private": true, "support_email": support, "from_email": support,
                "user_id": agent ?? me["id"] ?? .null,
            ])
    }

    private static func replyToForward(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let support = JSONValue.string(service.supportAddress)
        return try service.add(
            request, forwardReplyKeys,
            ["source": 8, "category": 6, "private": false, "support_email": support, "from_email": support])
    }
}
