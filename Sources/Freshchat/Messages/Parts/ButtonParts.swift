public import Foundation

/// A button that opens an address. Source: Freshchat API v2, message parts.
public struct URLButton: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a button.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``URLButton``.
    public final class Fields: FieldTable {
        /// The address.
        public let url = ReadOnly<URL>("url")
        /// What the button says.
        public let label = ReadOnly<String>("label")
        /// Where the address opens; in a new tab unless told.
        public let target = ReadOnly<Target>("target")

        /// The only instance.
        public static let table = Fields()
    }

    /// Where an address opens.
    public struct Target: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a target, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// In place of the chat.
        public static let sameTab = Self(rawValue: "_self")
        /// In a new tab.
        public static let newTab = Self(rawValue: "_blank")
    }
}

/// A button that answers. Source: Freshchat API v2, message parts.
public struct QuickReplyButton: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a button.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``QuickReplyButton``.
    public final class Fields: FieldTable {
        /// What the button says.
        public let label = ReadOnly<String>("label")
        /// What the user answers with it, if not the label.
        public let customReplyText = ReadOnly<String>("custom_reply_text")
        /// What a bot gets.
        public let payload = ReadOnly<String>("payload")
        /// The place among the buttons.
        public let displayOrder = ReadOnly<Int>("display_order")
        /// What else the button does.
        public let type = ReadOnly<ReplyType>("type")

        /// The only instance.
        public static let table = Fields()
    }

    /// What else a button does.
    public struct ReplyType: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a type, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Sends a one-time password again.
        public static let resendOTP = Self(rawValue: "RESEND_OTP")
    }
}

/// A button that calls a bot back. Source: Freshchat API v2, message parts.
public struct CallbackPart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a button.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``CallbackPart``.
    public final class Fields: FieldTable {
        /// What the button says.
        public let label = ReadOnly<String>("label")
        /// What the bot gets.
        public let payload = ReadOnly<String>("payload")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A reference to something else. Source: Freshchat API v2, message parts.
public struct ReferencePart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a reference.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``ReferencePart``.
    public final class Fields: FieldTable {
        /// What the reference says.
        public let label = ReadOnly<String>("label")
        /// The id of what it refers to.
        public let referenceID = ReadOnly<String>("reference_id")
        /// The placeholder that stands for it.
        public let placeholderReferenceID = ReadOnly<String>("placeholder_reference_id")

        /// The only instance.
        public static let table = Fields()
    }
}
