import Foundation
import FreshworksCore

/// A conversation with what was said in it, oldest first.
struct FreshchatConversation: Sendable {
    var json: JSONObject
    var messages: [JSONObject] = []
    /// Changes whenever the conversation reopens.
    private(set) var interactionID: String

    /// What the conversation is called differs from every other resource.
    var id: String { json["conversation_id"]?.stringValue ?? "" }

    var status: JSONValue { json["status"] ?? .null }

    init(
        id: String, serial: Int, channel: JSONValue, user: JSONObject, account: FreshchatAccount, at now: Date
    ) {
        let internalID = 700_000_000_000_000 + serial
        interactionID = Self.interaction(internalID, now)
        json = [
            "conversation_id": .string(id), "conversation_internal_id": .int(internalID),
            "app_id": .string(account.appID), "status": "new", "channel_id": channel,
            "user_id": user["id"] ?? .null, "skill_id": 0, "properties": ["priority": "Low"], "created_by": "user",
            "created_time": .milliseconds(now), "updated_time": .milliseconds(now),
            "org_contact_id": user["org_contact_id"] ?? .null,
            "url": "https://\(account.domain)/a/chat/open/\(internalID)",
        ]
    }

    private static func interaction(_ internalID: Int, _ now: Date) -> String {
        "\(internalID)-\(Int((now.timeIntervalSince1970 * 1000).rounded()))"
    }

    mutating func reopen(eventID: String, at now: Date) {
        json["status"] = "reopened"
        interactionID = Self.interaction(Int(json["conversation_internal_id"]?.int64Value ?? 0), now)
        append(event: .reopened, id: eventID, at: now)
    }

    /// Every third user has one, the newest with more than a page of messages.
    static func seeded(
        _ options: Sandbox.Options, users: [JSONObject], channels: [JSONObject], account: FreshchatAccount
    ) -> RecordStore<String, FreshchatConversation> {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat conversations")
        let owners = users.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        return RecordStore(
            owners.enumerated().map { index, user in
                let start =
                    (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true)
                        .parse(user["created_time"]?.stringValue ?? "")) ?? .distantPast
                var conversation = FreshchatConversation(
                    id: generator.uuid(), serial: index + 1, channel: channels[0]["id"] ?? .null, user: user,
                    account: account, at: start)
                for line in 0..<(index == owners.count - 1 ? 25 : 2) {
                    let input: JSONObject = [
                        "message_parts": [["text": ["content": "Line \(line + 1)"]]], "actor_type": "user",
                        "actor_id": user["id"] ?? .null,
                    ]
                    _ = conversation.append(
                        input, id: generator.uuid(), actor: user, at: start.addingTimeInterval(Double(line)))
                }
                return (conversation.id, conversation)
            })
    }
}
