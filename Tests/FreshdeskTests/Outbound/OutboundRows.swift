import Freshdesk
import TestSupport
import Testing

// Source: developers.freshdesk.com/api, contact activities and outbound messages.
extension EndpointFolder {
    static let outbound = EndpointFolder(
        "Activities and outbound messages", 3,
        """
        POST contact-activities
        POST channels/outbound-messages
        GET channels/outbound-messages/{id}
        """,
        calls: [
            WireCall(
                "POST contact-activities", "contact-activities",
                """
                {"activity":{"name":"Paid","actor":{"type":"customer"},"source":{"name":"shop"},\
                "object":{"type":"cart","id":"7"}},"contact":{"email":"ana@acme.test","is_actor":false}}
                """, answer: .empty(200)
            ) {
                let activity = ContactActivityDraft(name: "Paid", by: "customer", in: "shop") {
                    $0.object = ["type": "cart", "id": "7"]
                }
                try await $0.contactActivities.publish(activity, of: .email("ana@acme.test"), isActor: false)
            },
            .reading(
                "POST channels/outbound-messages", "channels/outbound-messages",
                """
                {"from":{"channel_identifier":"+4930111"},"to":{"recipient_identifier":"+4930222"},\
                "channel_type":"WHATSAPP","message":{"type":"TEMPLATE","template":{"name":"order","language":\
                {"code":"en"},"components":[{"type":"body"}]}},"external_reference_id":"o-1"}
                """,
                answer: .json(202, #"{"success":true,"message_id":"01K9","description":"accepted"}"#)
            ) {
                let draft = OutboundMessageDraft(
                    from: "+4930111", to: "+4930222", template: "order", language: "en",
                    components: [["type": "body"]]
                ) { $0.externalReferenceID = "o-1" }
                return try await $0.outboundMessages.send(draft).id == "01K9"
            },
            .reading(
                "GET channels/outbound-messages/{id}", "channels/outbound-messages/01K9",
                answer: .json(
                    200,
                    #"{"message_id":"01K9","to":{"recipient_identifier":"+1"},"status":"FAILED","created_on":1638360000000}"#
                )
            ) {
                let message = try await $0.outboundMessages.get("01K9")
                return message.recipient == "+1" && message.status == "FAILED"
                    && message.createdAt == utc(2021, 12, 1, 12)
            },
        ])
}
