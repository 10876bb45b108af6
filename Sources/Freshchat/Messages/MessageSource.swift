/// Where a message came from: one of these, or the name of a channel.
public struct MessageSource: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a source, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A website, or the web console.
    public static let web = Self(rawValue: "web")
    /// A mobile app.
    public static let mobile = Self(rawValue: "mobile")
    /// The API.
    public static let api = Self(rawValue: "api")
    /// The service itself.
    public static let system = Self(rawValue: "system")
    /// Facebook Messenger.
    public static let facebookMessenger = Self(rawValue: "fb_messenger")
    /// Facebook.
    public static let facebook = Self(rawValue: "fb_native")
    /// Freshdesk.
    public static let freshdesk = Self(rawValue: "freshdesk")
    /// Zendesk.
    public static let zendesk = Self(rawValue: "zendesk")
    /// Smooch.
    public static let smooch = Self(rawValue: "smooch")
    /// The service does not know.
    public static let invalid = Self(rawValue: "invalid")
}
