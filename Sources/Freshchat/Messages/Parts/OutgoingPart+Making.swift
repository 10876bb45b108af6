public import Foundation

// One function for each kind that can be sent.

extension OutgoingPart {
    /// A text.
    public static func text(_ content: String) -> OutgoingPart {
        OutgoingPart(.text, ["content": .string(content)])
    }

    /// An image at a public address, or at one from an upload of images.
    public static func image(_ url: URL) -> OutgoingPart {
        OutgoingPart(.image, ["url": .string(url.absoluteString)])
    }

    /// A file that was uploaded.
    /// - Parameters:
    ///   - fileHash: From the answer to the upload.
    ///   - sizeInBytes: The file's size.
    public static func file(
        name: String, fileHash: String, sizeInBytes: Int64, contentType: String, fileExtension: String? = nil
    ) -> OutgoingPart {
        let content = JSONObject(present: [
            "name": .string(name), "fileHash": .string(fileHash),
            "file_size_in_bytes": .number(JSONNumber(sizeInBytes)), "content_type": .string(contentType),
            "file_extension": fileExtension.map(JSONValue.string),
        ])
        return OutgoingPart(.file, content)
    }

    /// A video at a public address.
    public static func video(_ url: URL, contentType: String? = nil) -> OutgoingPart {
        OutgoingPart(.video, media(url, contentType))
    }

    /// A sound at a public address. Not all accounts take it: a video of a sound's content type is taken for one.
    public static func audio(_ url: URL, contentType: String? = nil) -> OutgoingPart {
        OutgoingPart(.audio, media(url, contentType))
    }

    /// A button that opens an address, in a new tab unless told.
    public static func urlButton(_ url: URL, label: String, target: URLButton.Target? = nil) -> OutgoingPart {
        let content = JSONObject(present: [
            "url": .string(url.absoluteString), "label": .string(label),
            "target": (target?.rawValue).map(JSONValue.string),
        ])
        return OutgoingPart(.urlButton, content)
    }

    /// A button that answers with its label, or with another text.
    /// - Parameter payload: What a bot gets.
    public static func quickReplyButton(
        _ label: String, customReplyText: String? = nil, payload: String? = nil, displayOrder: Int? = nil,
        type: QuickReplyButton.ReplyType? = nil
    ) -> OutgoingPart {
        let content = JSONObject(present: [
            "label": .string(label), "custom_reply_text": customReplyText.map(JSONValue.string),
            "payload": payload.map(JSONValue.string),
            "display_order": displayOrder.map { .number(JSONNumber(Int64($0))) },
            "type": (type?.rawValue).map(JSONValue.string),
        ])
        return OutgoingPart(.quickReplyButton, content)
    }

    /// Parts that belong together, such as buttons.
    public static func collection(_ parts: [OutgoingPart]) -> OutgoingPart {
        OutgoingPart(.collection, ["sub_parts": parts.jsonValue])
    }

    /// Answers to choose from, for ``Message/Fields/replyParts``.
    public static func quickReplies(_ labels: String...) -> OutgoingPart {
        collection(labels.map { quickReplyButton($0) })
    }

    /// A template, such as a carousel of cards.
    public static func template(_ type: TemplatePart.TemplateType, sections: [TemplatePart.Section]) -> OutgoingPart {
        let sections = sections.map { JSONValue.object($0.json) }
        return OutgoingPart(.templateContent, ["type": .string(type.rawValue), "sections": .array(sections)])
    }

    /// A button that calls a bot back.
    public static func callback(_ label: String, payload: String) -> OutgoingPart {
        OutgoingPart(.callback, ["label": .string(label), "payload": .string(payload)])
    }

    /// A reference to something else.
    public static func reference(
        _ label: String, referenceID: String? = nil, placeholderReferenceID: String? = nil
    ) -> OutgoingPart {
        let content = JSONObject(present: [
            "label": .string(label), "reference_id": referenceID.map(JSONValue.string),
            "placeholder_reference_id": placeholderReferenceID.map(JSONValue.string),
        ])
        return OutgoingPart(.reference, content)
    }

    /// An e-mail as HTML, in a channel of e-mails.
    public static func email(_ content: String, subject: String? = nil) -> OutgoingPart {
        let content = JSONObject(present: ["content": .string(content), "subject": subject.map(JSONValue.string)])
        return OutgoingPart(.email, content)
    }

    private static func media(_ url: URL, _ contentType: String?) -> JSONObject {
        JSONObject(present: ["url": .string(url.absoluteString), "content_type": contentType.map(JSONValue.string)])
    }
}

extension JSONObject {
    /// Makes an object of the members that have a value.
    fileprivate init(present members: KeyValuePairs<String, JSONValue?>) {
        self.init(members.compactMap { key, value in value.map { (key, $0) } })
    }
}
