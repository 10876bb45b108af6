import Foundation
import FreshworksCore

/// Messages to phone numbers. Their records appear a second after they were sent.
struct FreshchatOutbound: Sendable {
    private var messages: [(message: JSONObject, from: Date)] = []

    static let delay = 1.0

    mutating func add(_ message: JSONObject, now: Date) {
        messages.append((message, now.addingTimeInterval(Self.delay)))
    }

    func messages(of request: String, now: Date) -> [JSONObject] {
        messages.filter { $0.message["request_id"]?.stringValue == request && $0.from <= now }.map(\.message)
    }
}

extension FreshchatService {
    static let outboundRoutes = [
        Route<FreshchatService>("POST", "outbound-messages/whatsapp", scope: "outbound_messages.create", sendOutbound),
        Route<FreshchatService>("GET", "outbound-messages", scope: "outbound_messages.view", listOutbound),
    ]

    private static let phone = JSONShape.object(
        [
            "phone_number": JSONShape(else: .mismatch("phone number")) {
                $0.stringValue?.wholeMatch(of: /\+[0-9]+/) != nil
            }
        ], required: ["phone_number"])

    private static let template = JSONShape.object(
        [
            "storage": .choice("none", "conversation"), "template_name": .filled, "namespace": .filled,
            "language": .object(["policy": .choice("deterministic"), "code": .filled], required: ["policy", "code"]),
            "rich_template_data": .object(["header": .object, "body": .object, "button": .any]),
            "template_data": .list(of: .object(["data": .text], required: ["data"])),
        ], required: ["storage", "template_name", "language"])

    private static let outbound = JSONShape.object(
        [
            "from": phone, "to": .list(of: phone, atLeast: 1, atMost: 10), "provider": .choice("whatsapp"),
            "data": .object(["message_template": template], required: ["message_template"]),
        ], required: ["from", "to", "data"])

    /// These calls have a form of errors of their own.
    private static func refusal(_ message: String) -> SandboxReply {
        .json(
            400, ["success": false, "error_code": 400, "error_message": .string(message)], type: "application/json")
    }

    private static func sendOutbound(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        guard let body = request.jsonObject else { throw refusal("the body is not a JSON object") }
        if let flaw = outbound.flaws(.object(body), "").first { throw refusal("\(flaw.place) is not valid") }
        let id = service.newID()
        for recipient in body["to"]?.arrayValue ?? [] {
            let message: JSONObject = [
                "message_id": .string(service.newID()), "request_id": .string(id), "from": body["from"] ?? .null,
                "to": recipient, "provider": "whatsapp", "data": body["data"] ?? .null, "status": "Accepted",
                "created_on": .int(Int(request.now.timeIntervalSince1970)),
            ]
            service.outbound.add(message, now: request.now)
        }
        return .json(
            202,
            [
                "request_id": .string(id), "request_process_time": "12 ms",
                "link": [
                    "href": .string("\(request.basePath)/outbound-messages?request_id=\(id)"),
                    "rel": "outbound-messages",
                    "type": "GET",
                ],
            ], type: "application/json")
    }

    private static func listOutbound(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        guard let id = request.query["request_id"], !id.isEmpty else { throw refusal("request_id is required") }
        let found = service.outbound.messages(of: id, now: request.now)
        return FreshchatReplies.ok(["outbound_messages": .array(found.map(JSONValue.object))])
    }
}
