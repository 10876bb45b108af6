/// A button that answers. Source: Freshchat API v2, message parts.
public struct QuickReplyButton: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a button.
    public init(json: JSONObject) { self.json = json }

    /// What the button says.
    public var label: String? { json["label"] }
    /// What the user answers with it, if not the label.
    public var customReplyText: String? { json["custom_reply_text"] }
    /// What a bot gets.
    public var payload: String? { json["payload"] }
    /// The place among the buttons.
    public var displayOrder: Int? { json["display_order"] }
    /// What else the button does.
    public var type: ReplyType? { json["type"] }

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
