import Foundation
import Freshdesk
import TestSupport

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
            .silent(
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
                let message = try await $0.outboundMessages.send(draft)
                message.id == "01K9"
                message.json["success"] == true
                message.json["description"] == "accepted"
            },
            .reading(
                "GET channels/outbound-messages/{id}", "channels/outbound-messages/01K9", answer: sent.answer()
            ) { sent.facts(try await $0.outboundMessages.get("01K9")) },
        ])
}

private let sent = Sample<OutboundMessage>(
    """
    {"message_id":"01K9","from":{"channel_identifier":"+49"},"to":{"recipient_identifier":"+1"},\
    "channel_type":"WHATSAPP","message":{"type":"TEMPLATE"},"external_reference_id":"o-1","note_policy":{"a":1},\
    "ticket_properties":{"status":2},"status":"FAILED","error_code":"E1","error_message":"Not opted in",\
    "created_on":1638360000000}
    """
) {
    $0.id == "01K9"
    $0.sender == "+49"
    $0.recipient == "+1"
    $0.channelType == "WHATSAPP"
    $0.message == ["type": "TEMPLATE"]
    $0.externalReferenceID == "o-1"
    $0.notePolicy == ["a": 1]
    $0.ticketProperties == ["status": 2]
    $0.status == "FAILED"
    $0.errorCode == "E1"
    $0.errorMessage == "Not opted in"
    $0.createdAt == utc(2021, 12, 1, 12)
}
