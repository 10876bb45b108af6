/// Where a conversation came from. It tells replies from notes.
public struct ConversationSource: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A reply.
    public static let reply = Self(rawValue: 0)
    /// A note.
    public static let note = Self(rawValue: 2)
    /// A tweet.
    public static let tweet = Self(rawValue: 5)
    /// Feedback on a survey.
    public static let surveyFeedback = Self(rawValue: 6)
    /// A Facebook post.
    public static let facebookPost = Self(rawValue: 7)
    /// A forwarded e-mail.
    public static let forwardedEmail = Self(rawValue: 8)
    /// A phone call.
    public static let phone = Self(rawValue: 9)
    /// MobiHelp.
    public static let mobiHelp = Self(rawValue: 10)
    /// A shop.
    public static let ecommerce = Self(rawValue: 11)
}
