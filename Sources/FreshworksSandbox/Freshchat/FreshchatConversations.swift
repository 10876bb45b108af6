import Foundation
import FreshworksCore

/// Conversations. Their id is called something else than every other record's.
extension FreshchatService {
    static let conversations = FreshchatRecords(
        "conversations", noun: "conversation", idKey: "conversation_id", calls: [.create, .view, .update],
        scope: "conversation",
        customFields: [CustomField("cf_topic", .text), CustomField("cf_order_count", .number)],
        rules: FreshchatRecords.Rules(
            begin: beginConversation, settle: settleConversation, kept: keepConversation, show: showConversation)
    ) {
        RecordKey("conversation_internal_id", .integer).readOnly
        RecordKey("app_id", .text).readOnly
        RecordKey("status", .choice("new", "assigned", "resolved", "reopened"), "new").inUpdates(
            .choice("new", "assigned", "resolved", "reopened", "waiting on customer", "waiting on internal team"))
        RecordKey("channel_id", .text).required.pointing(to: "channels", "channel")
        RecordKey("messages", .list(of: FreshchatService.messageShape, atLeast: 1)).required.creationOnly.onlyInRequests
        RecordKey("users", .list(of: .object(["id": .text], required: ["id"]), atLeast: 1, atMost: 1))
            .required.creationOnly.onlyInRequests
        RecordKey("user_id", .text).readOnly
        RecordKey("skill_id", .integer, 0).readOnly
        RecordKey.custom("properties")
        for key in assignmentKeys { RecordKey(key, .text, nil) }
        RecordKey("created_by", .text, "user").readOnly
        RecordKey("updated_time", .text).readOnly
        RecordKey("org_contact_id", .text).readOnly
        RecordKey("url", .text).readOnly
        RecordKey("agents", .any, nil).readOnly
        // Changes whenever the conversation reopens.
        RecordKey("interaction_id", .text).readOnly.onlyIfAsked
    }

    private static let assignmentKeys = [
        "assigned_agent_id", "assigned_org_agent_id", "assigned_group_id", "assigned_org_group_id",
    ]

    /// An object; the list of names and values that other records take is refused.
    @Sendable static func properties(_ fields: [CustomField]) -> JSONShape {
        var shapes = Dictionary(fields.map { ($0.name, shape(of: $0.kind)) }) { $1 }
        shapes["priority"] = .choice(of: priorities)
        let others = JSONShape(else: .mismatch("String")) { value in
            value.stringValue != nil || value.numberValue != nil || value.boolValue != nil
        }
        return JSONShape { [shapes] value, place in
            guard let properties = value.objectValue else {
                return [Flaw(place, .said(code: "", "Conversation payload not valid"))]
            }
            return properties.flatMap { key, value -> [Flaw] in
                guard let shape = shapes[key] ?? (key.hasPrefix("cf_") ? others : nil) else {
                    return [Flaw("\(place).\(key)", .mismatch("property"))]
                }
                return shape.flaws(value, "\(place).\(key)")
            }
        }
    }

    private static func shape(of kind: Sandbox.CustomFieldKind) -> JSONShape {
        switch kind {
        case .text, .date: .text
        case .number, .decimal: .number
        case .checkbox: .flag
        case .dropdown(let choices): .choice(of: choices)
        }
    }

    @Sendable private static func beginConversation(_ conversation: inout JSONObject, _ service: FreshchatService) {
        let number = 700_000_000_000_000 + service.made
        conversation["conversation_internal_id"] = .int(number)
        conversation["app_id"] = .string(service.account.appID)
        conversation["properties"] = ["priority": "Low"]
        conversation["url"] = .string("https://\(service.account.domain)/a/chat/open/\(number)")
        conversation["interaction_id"] = interaction(of: conversation, at: conversation["created_time"])
    }

    private static func interaction(of conversation: JSONObject, at time: JSONValue?) -> JSONValue {
        let seconds = time?.stringValue.flatMap(FreshchatTime.date)?.timeIntervalSince1970 ?? 0
        return .string("\(conversation["conversation_internal_id"] ?? .null)-\(Int((seconds * 1000).rounded()))")
    }

    private static func settleConversation(
        _ writing: inout Writing, _ service: FreshchatService
    ) throws(SandboxReply) {
        if writing.isNew {
            guard let user = service[users, writing["users"]?.arrayValue?.first?["id"]] else {
                throw FreshchatReplies.invalid("users is not valid")
            }
            writing.record["user_id"] = user["id"]
            writing.record["org_contact_id"] = user["org_contact_id"] ?? .null
            writing.record["created_by"] = writing["messages"]?.arrayValue?.first?["actor_type"] ?? "user"
        }
        try service.assign(&writing)
        try service.setStatus(&writing)
        for message in writing["messages"]?.arrayValue ?? [] {
            _ = try service.actor(of: message.objectValue ?? [:], in: writing.record)
        }
    }

    /// A blank id takes the agent or group away.
    private func assign(_ writing: inout Writing) throws(SandboxReply) {
        for key in Self.assignmentKeys {
            guard let id = writing[key] else { continue }
            let isKnown =
                switch key {
                case "assigned_agent_id": self[Self.agents, id] != nil
                case "assigned_group_id": self[Self.groups, id] != nil
                default: true
                }
            if id.isBlank {
                writing.record[key] = nil
            } else if !isKnown {
                throw FreshchatReplies.invalid("\(key) is not valid")
            }
        }
    }

    private func setStatus(_ writing: inout Writing) throws(SandboxReply) {
        let (old, agent) = (writing.base["status"], writing.record["assigned_agent_id"])
        let hasAgent = agent != nil || writing.record["assigned_org_agent_id"] != nil
        let isNewlyAssigned = agent != nil && agent != writing.base["assigned_agent_id"]
        switch (old, writing["status"]) {
        case ("resolved", "new"?), ("resolved", "reopened"?):
            try requireLatest(writing.record)
            reopen(&writing.record, at: writing.request.now)
        case (_, let status?):
            guard status != "assigned" || hasAgent else {
                throw FreshchatReplies.invalid("assigned_agent_id is required")
            }
        case ("resolved", nil): break
        case (_, nil) where writing.isNew ? hasAgent : isNewlyAssigned: writing.record["status"] = "assigned"
        case ("assigned", nil) where !hasAgent: writing.record["status"] = "new"
        default: break
        }
    }

    func reopen(_ conversation: inout JSONObject, at now: Date) {
        conversation["status"] = "reopened"
        conversation["interaction_id"] = Self.interaction(of: conversation, at: .milliseconds(now))
    }

    /// Only the newest conversation of a user can be reopened.
    func requireLatest(_ conversation: JSONObject) throws(SandboxReply) {
        let newest = all(Self.conversations).last { $0["user_id"] == conversation["user_id"] }
        guard newest?["conversation_id"] == conversation["conversation_id"] else {
            throw FreshchatReplies.invalid("not the latest conversation")
        }
    }

    /// Says in the conversation what was said with it, or what has happened to it.
    @Sendable private static func keepConversation(_ writing: inout Writing, _ service: inout FreshchatService) {
        let (record, base, now) = (writing.record, writing.base, writing.request.now)
        for message in writing["messages"]?.arrayValue?.compactMap(\.objectValue) ?? [] {
            service.append(message, to: record, at: now)
        }
        guard !writing.isNew else { return }
        let agent = record["assigned_agent_id"]
        if agent != nil && agent != base["assigned_agent_id"] {
            service.append(event: .assigned, to: record, before: base, at: now)
        }
        if base["status"] == "resolved" && record["status"] == "reopened" {
            service.append(event: .reopened, to: record, before: base, at: now)
        }
        if base["status"] != "resolved" && record["status"] == "resolved" {
            service.append(event: .resolved, to: record, before: base, at: now)
        }
    }

    /// Only the answer to a creation names the members and repeats the messages.
    @Sendable private static func showConversation(
        _ shown: inout JSONObject, _ conversation: JSONObject, _ view: RecordView, _ service: FreshchatService,
        _ request: SandboxRequest
    ) {
        guard view == .created else { return }
        shown["users"] = [["id": conversation["user_id"] ?? .null]]
        shown["messages"] = .array(service.messages(of: conversation).map(JSONValue.object))
    }

    /// Every third user has one, the newest with more than a page of messages.
    mutating func seedConversations(_ options: Sandbox.Options) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat conversations")
        let owners = all(Self.users).enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        for (index, user) in owners.enumerated() {
            let start = user["created_time"]?.stringValue.flatMap(FreshchatTime.date) ?? .distantPast
            var conversation = blank(Self.conversations, id: .string(generator.uuid()), at: start)
            let number = 700_000_000_000_001 + index
            conversation["conversation_internal_id"] = .int(number)
            conversation["url"] = .string("https://\(account.domain)/a/chat/open/\(number)")
            conversation["interaction_id"] = Self.interaction(of: conversation, at: conversation["created_time"])
            conversation["channel_id"] = all(Self.channels).first?["id"]
            conversation["user_id"] = user["id"]
            conversation["org_contact_id"] = user["org_contact_id"]
            keep(conversation, Self.conversations)
            for line in 0..<(index == owners.count - 1 ? 25 : 2) {
                let input: JSONObject = [
                    "message_parts": [["text": ["content": .string("Line \(line + 1)")]]], "actor_type": "user",
                    "actor_id": user["id"] ?? .null,
                ]
                append(
                    input, to: conversation, id: .string(generator.uuid()), at: start.addingTimeInterval(Double(line)))
            }
        }
    }
}
