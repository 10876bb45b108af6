import Foundation
import FreshworksCore

/// What messages are made of: objects with exactly one key, which tells the kind.
enum FreshchatPart {
    static let any = part(of: { kinds })
    /// Quick replies are groups of buttons only.
    static let reply = part(of: { kinds.filter { ["collection", "template_content"].contains($0.key) } })

    private static func part(of kinds: @escaping @Sendable () -> [String: JSONShape]) -> JSONShape {
        JSONShape { value, place in
            guard let part = value.objectValue else { return [Flaw(place, .mismatch("part"))] }
            guard part.count == 1, let (kind, content) = part.first(where: { _ in true }) else {
                return [Flaw(place, .said(code: "", "\(place) must have exactly one key"))]
            }
            guard let shape = kinds()[kind] else {
                return [Flaw(place, .said(code: "", "\(place).\(kind) cannot be sent"))]
            }
            return shape.flaws(content, "\(place).\(kind)")
        }
    }

    private static let kinds: [String: JSONShape] = [
        "text": .object(["content": .filled], required: ["content"]),
        "image": image, "file": file,
        "video": .object(media.merging(["url": address]) { $1 }, required: ["url"]),
        "audio": .object(media.merging(["url": address]) { $1 }, required: ["url"]),
        "url_button": .object(
            ["url": address, "label": .filled, "target": .choice("_self", "_blank")], required: ["url", "label"]),
        "quick_reply_button": .object(
            [
                "label": .filled, "custom_reply_text": .text, "payload": .text, "display_order": .integer,
                "type": .choice("RESEND_OTP"),
            ], required: ["label"]),
        "collection": .object(["sub_parts": .list(of: any, atLeast: 1)], required: ["sub_parts"]),
        "template_content": .object(
            [
                "type": .choice("carousel", "carousel_card_default", "quick_reply_dropdown"),
                "sections": .list(
                    of: .object(["name": .text, "parts": .list(of: any)], required: ["name", "parts"]), atLeast: 1),
            ], required: ["type", "sections"]),
        "callback": .object(["label": .filled, "payload": .text], required: ["label", "payload"]),
        "reference": .object(
            ["label": .filled, "reference_id": .text, "placeholder_reference_id": .text], required: ["label"]),
        "email": .object(["content": .text, "subject": .text], required: ["content"]),
    ]

    private static let media: [String: JSONShape] = ["content_type": .text, "contentType": .text]

    private static let address = JSONShape(else: .format("address")) { isWebAddress($0) }

    /// Freshchat fetches images itself and has one complaint for all that it cannot fetch, a file's hash included.
    private static let image = JSONShape { value, place in
        guard isWebAddress(value["url"]), value["fileHash"] == nil, value["file_hash"] == nil else {
            return [Flaw(place, .said(code: "", "IMAGE_EMPTY_CONTENT"))]
        }
        return JSONShape.object([
            "url": .text, "contentType": .text, "width": .integer, "height": .integer,
            "thumbnail": .object(["url": .text, "contentType": .text, "width": .integer, "height": .integer]),
        ]).flaws(value, place)
    }

    /// A file was uploaded before and is named by its hash, or lies at a public address.
    private static let file = JSONShape { value, place in
        let fields: [String: JSONShape] = [
            "name": .filled, "url": address, "file_size_in_bytes": .integer, "file_extension": .text,
            "fileHash": .filled, "file_hash": .filled, "fileSource": .choice("FRESHCHAT", "FRESHBOTS"),
        ]
        let shape = JSONShape.object(fields.merging(media) { $1 }, required: ["name"])
        let isFound = ["fileHash", "file_hash", "url"].contains { value[$0] != nil }
        return shape.flaws(value, place) + (isFound ? [] : [Flaw("\(place).fileHash", .missing)])
    }

    private static func isWebAddress(_ value: JSONValue?) -> Bool {
        guard let text = value?.stringValue, let url = URL(string: text) else { return false }
        return ["http", "https"].contains(url.scheme) && url.host() != nil
    }
}
