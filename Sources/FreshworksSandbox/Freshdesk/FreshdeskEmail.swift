import Foundation
import FreshworksCore

/// Mailboxes, how mail becomes tickets, and who gets copies.
extension FreshdeskService {
    static let emailMailboxes = FreshdeskRecords(
        "email/mailboxes", noun: "mailbox", firstID: 70_000_710_000,
        filters: [
            .equal("support_email"), .equal("forward_email", inside: "freshdesk_mailbox"),
            .link("product_id", to: "products", "product"), .link("group_id", to: "groups", "group"),
            .choice("active", of: ["true", "false"]) { mailbox, text in mailbox["active"] == .bool(text == "true") },
            .choice("order_by", of: ["product_id", "group_id"]), .choice("order_type", of: ["asc", "desc"]),
        ],
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, settle: settleMailbox, check: checkMailbox, order: orderMailboxes,
            show: showMailbox)
    ) {
        RecordKey("name", .text, "")
        RecordKey("support_email", .address).required.unique
        RecordKey("group_id", .id.orNull).pointing(to: "groups", "group")
        RecordKey("product_id", .id.orNull).pointing(to: "products", "product")
        RecordKey("default_reply_email", .flag, false)
        RecordKey("active", .flag, false).readOnly
        RecordKey("mailbox_type", .choice("freshdesk_mailbox", "custom_mailbox")).required
        RecordKey("custom_mailbox", customMailbox, nil)
        RecordKey("freshdesk_mailbox", .object, nil).readOnly
    }

    private static let customMailbox = JSONShape.object(
        [
            "access_type": .choice("incoming", "outgoing", "both"),
            "incoming": mailServer(["delete_from_server": .flag]), "outgoing": mailServer([:]),
        ], required: ["access_type"])

    private static func mailServer(_ more: [String: JSONShape]) -> JSONShape {
        let members: [String: JSONShape] = [
            "mail_server": .filled, "port": .integer, "use_ssl": .flag, "authentication": .filled,
            "user_name": .filled, "password": .filled,
        ]
        return .object(members.merging(more) { $1 }, required: Array(members.keys.sorted()) + more.keys)
    }

    static let emailRoutes = [
        Route<FreshdeskService>("GET", "email/settings", scope: "email_settings.view") {
            (request, service) throws(SandboxReply) in
            try requireAdministrator(request, service)
            try service.checkBare(request)
            return .json(200, .object(service.emailSettings))
        },
        Route<FreshdeskService>("PUT", "email/settings", scope: "email_settings.edit") {
            (request, service) throws(SandboxReply) in
            try requireAdministrator(request, service)
            let writing = try service.sent(request) {
                for key in emailSwitches { RecordKey(key, .flag) }
            }
            for key in emailSwitches { service.emailSettings[key] = writing[key] ?? service.emailSettings[key] }
            return .json(200, .object(service.emailSettings))
        },
        Route<FreshdeskService>("GET", "notifications/email/bcc", scope: "email_settings.view") {
            (request, service) throws(SandboxReply) in
            try requireAdministrator(request, service)
            try service.checkBare(request)
            return .json(200, ["emails": service.copiedAddresses])
        },
        Route<FreshdeskService>("PUT", "notifications/email/bcc", scope: "email_settings.edit") {
            (request, service) throws(SandboxReply) in
            try requireAdministrator(request, service)
            let writing = try service.sent(request) { RecordKey("emails", .addresses).required }
            let emails = writing["emails"]?.arrayValue ?? []
            if emails.compactMap(\.stringValue).joined(separator: ",").count > 255 {
                try service.refuse("emails", .said(code: "invalid_value", "It can have at most 255 characters"))
            }
            service.copiedAddresses = .array(emails)
            return .json(200, ["emails": service.copiedAddresses])
        },
    ]

    static let emailSwitches = [
        "personalized_email_replies", "create_requester_using_reply_to", "allow_agent_to_initiate_conversation",
        "original_sender_as_requester_for_forward", "allow_wildcard_ticket_create", "skip_ticket_threading",
        "threading_without_user_check", "threading_without_ticket_id_check", "extended_quoted_text",
        "auto_response_detector_toggle", "email_subject_match", "multiple_to",
        "prioritize_tickets_by_outlook_importance",
    ]

    @Sendable private static func settleMailbox(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard writing.record["mailbox_type"] == "freshdesk_mailbox" else {
            return writing.record["freshdesk_mailbox"] = nil
        }
        let parts = (writing.record["support_email"]?.stringValue ?? "").split(separator: "@")
        let domain = (parts.last ?? "").filter { $0 != "." }
        writing.record["freshdesk_mailbox"] = [
            "forward_email": .string("\(domain)\(parts.first ?? "")@\(service.supportAddress.split(separator: "@")[1])")
        ]
        writing.record["custom_mailbox"] = nil
    }

    @Sendable private static func checkMailbox(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard writing.record["mailbox_type"] == "custom_mailbox", !writing.hasRefused(["custom_mailbox"]) else {
            return
        }
        guard let servers = writing.record["custom_mailbox"]?.objectValue else {
            return writing.refuse("custom_mailbox", .missing)
        }
        let access = servers["access_type"]?.stringValue ?? ""
        for side in ["incoming", "outgoing"] where (access == side || access == "both") && servers[side] == nil {
            writing.refuse("custom_mailbox.\(side)", .missing)
        }
    }

    /// Those of a product last, unless told otherwise.
    @Sendable private static func orderMailboxes(
        _ records: [JSONObject], _ request: SandboxRequest
    ) -> [JSONObject] {
        let key = request.query["order_by"] ?? "product_id"
        func rank(_ record: JSONObject) -> Int64 { record[key]?.int64Value ?? 0 }
        let isDescending = request.query["order_type"] == "desc"
        return records.enumerated().sorted { first, second in
            let (left, right) = (rank(first.element), rank(second.element))
            return left == right ? first.offset < second.offset : isDescending ? left > right : left < right
        }.map(\.element)
    }

    /// Passwords are never answered.
    @Sendable private static func showMailbox(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        guard var servers = shown["custom_mailbox"]?.objectValue else { return }
        for side in ["incoming", "outgoing"] {
            guard var server = servers[side]?.objectValue else { continue }
            server["password"] = nil
            if side == "incoming" { server["failure_code"] = .null }
            servers[side] = .object(server)
        }
        shown["custom_mailbox"] = .object(servers)
    }
}
