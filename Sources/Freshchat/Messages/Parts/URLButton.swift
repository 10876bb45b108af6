public import Foundation

/// A button that opens an address. Source: Freshchat API v2, message parts.
public struct URLButton: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a button.
    public init(json: JSONObject) { self.json = json }

    /// The address.
    public var url: URL? { json["url"] }
    /// What the button says.
    public var label: String? { json["label"] }
    /// Where the address opens; in a new tab unless told.
    public var target: Target? { json["target"] }

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
