import Foundation
import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, outbound messages.
extension EndpointFolder {
    static let outbound = EndpointFolder(
        "Outbound messages", 2,
        """
        POST outbound-messages/whatsapp
        GET outbound-messages
        """,
        calls: [
            .reading(
                "POST outbound-messages/whatsapp", "outbound-messages/whatsapp",
                """
                {"from":{"phone_number":"+15550100"},"to":[{"phone_number":"+15550101"},{"phone_number":"+15550102"}],\
                "provider":"whatsapp","data":{"message_template":{"storage":"conversation",\
                "template_name":"order_shipped","namespace":"ns_1",\
                "language":{"policy":"deterministic","code":"en_US"},"rich_template_data":\
                {"header":{"type":"image","media_url":"https://img.example.org/a.png"},\
                "body":{"params":[{"data":"Mira"},{"data":"7"}]},"button":{"subType":"url","params":[{"data":"7"}]}}}}}
                """,
                answer: .json(
                    202, #"{"request_id":"r1","request_process_time":"12","link":{"href":"/x","rel":"y","type":"GET"}}"#
                )
            ) {
                let url = try #require(URL(string: "https://img.example.org/a.png"))
                let template = WhatsAppTemplate(
                    "order_shipped", namespace: "ns_1", language: "en_US", header: .image(url), body: ["Mira", "7"],
                    button: ["7"])
                let receipt = try await $0.outboundMessages.send(
                    OutboundDraft(from: "+15550100", to: ["+15550101", "+15550102"], template: template))
                receipt.requestID == "r1"
                receipt.processTime == "12"
                receipt.link?.url?.relativeString == "/x"
                receipt.link?.relation == "y"
                receipt.link?.method == "GET"
            },
            .reading(
                "GET outbound-messages", "outbound-messages?request_id=r1",
                answer: .json(
                    200,
                    """
                    {"outbound_messages":[{"message_id":"m1","request_id":"r1","from":{"phone_number":"+15550100"},\
                    "to":{"phone_number":"+15550101"},"provider":"whatsapp","data":{"message_template":\
                    {"storage":"none","template_name":"t","namespace":"n",\
                    "language":{"policy":"deterministic","code":"en"},"rich_template_data":{"header":\
                    {"type":"document","media_url":"https://img.example.org/a.pdf","filename":"a.pdf",\
                    "params":[{"data":"1"}]},"body":{"params":[{"data":"Mira"}]},\
                    "button":{"subType":"url","params":[{"data":"7"}]}}}},\
                    "status":"FAILED","created_on":1709629653,"failure_code":"OBM001",\
                    "failure_reason":"no such number"}]}
                    """)
            ) {
                let messages = try await $0.outboundMessages.messages(ofRequest: "r1")
                let message = messages.first
                messages.count == 1
                message?.messageID == "m1"
                message?.requestID == "r1"
                message?.from == "+15550100"
                message?.recipient == "+15550101"
                message?.provider == "whatsapp"
                message?.template?.storage == WhatsAppTemplate.Storage.none
                message?.template?.name == "t"
                message?.template?.namespace == "n"
                message?.template?.language == "en"
                message?.template?.languagePolicy == "deterministic"
                message?.template?.header?.type == .document
                message?.template?.header?.mediaURL?.absoluteString == "https://img.example.org/a.pdf"
                message?.template?.header?.filename == "a.pdf"
                message?.template?.header?.values == ["1"]
                message?.template?.body == ["Mira"]
                message?.template?.buttons?.map(\.subtype) == ["url"]
                message?.template?.buttons?.map(\.values) == [["7"]]
                message?.status == .failed
                message?.createdAt == time(1_709_629_653)
                message?.failureCode == "OBM001"
                message?.failureReason == "no such number"
            },
        ])
}
