/// A template that is filled with parts, such as a carousel. Source: Freshchat API v2, message parts.
public struct TemplatePart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a template.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``TemplatePart``.
    public final class Fields: FieldTable {
        /// Which template it is.
        public let type = ReadOnly<TemplateType>("type")
        /// Its sections.
        public let sections = ReadOnly<[Section]>("sections")

        /// The only instance.
        public static let table = Fields()
    }

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
    public struct Section: FieldRecord, JSONReadable {
        /// The object as it was read.
        public let json: JSONObject

        /// Reads a section.
        public init(json: JSONObject) { self.json = json }

        /// Makes a section of parts.
        public init(name: String, parts: [OutgoingPart]) {
            json = ["name": .string(name), "parts": parts.jsonValue]
        }

        /// The fields of ``Section``.
        public final class Fields: FieldTable {
            /// The section's name, which the template gives.
            public let name = ReadOnly<String>("name")
            /// The section's parts.
            public let parts = ReadOnly<[MessagePart]>("parts")

            /// The only instance.
            public static let table = Fields()
        }
    }
}
