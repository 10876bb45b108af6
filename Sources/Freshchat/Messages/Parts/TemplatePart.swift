/// A template that is filled with parts, such as a carousel. Source: Freshchat API v2, message parts.
public struct TemplatePart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a template.
    public init(json: JSONObject) { self.json = json }

    /// Which template it is.
    public var type: TemplateType? { json["type"] }
    /// Its sections.
    public var sections: [Section]? { json["sections"] }

    /// A kind of template.
    public struct TemplateType: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a type, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Cards side by side.
        public static let carousel = Self(rawValue: "carousel")
        /// A card of a carousel.
        public static let carouselCard = Self(rawValue: "carousel_card_default")
        /// Answers to choose from in a menu.
        public static let quickReplyDropdown = Self(rawValue: "quick_reply_dropdown")
    }

    /// A named section of a template.
    public struct Section: Resource, JSONReadable {
        /// The object as it was read.
        public let json: JSONObject

        /// Reads a section.
        public init(json: JSONObject) { self.json = json }

        /// Makes a section of parts.
        public init(name: String, parts: [MessagePart]) {
            json = ["name": .string(name), "parts": MessagePart.array(parts)]
        }

        /// The section's name, which the template gives.
        public var name: String? { json["name"] }
        /// The section's parts.
        public var parts: [MessagePart]? { json["parts"] }
    }
}
