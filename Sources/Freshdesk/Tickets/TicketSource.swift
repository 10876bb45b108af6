/// The channel that a ticket came by. Accounts add their own from 100 on.
public struct TicketSource: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// E-mail.
    public static let email = Self(rawValue: 1)
    /// The portal; what created tickets get unless told.
    public static let portal = Self(rawValue: 2)
    /// Phone.
    public static let phone = Self(rawValue: 3)
    /// The forum; not settable.
    public static let forum = Self(rawValue: 4)
    /// Twitter; not settable.
    public static let twitter = Self(rawValue: 5)
    /// Facebook; not settable.
    public static let facebook = Self(rawValue: 6)
    /// Chat.
    public static let chat = Self(rawValue: 7)
    /// MobiHelp; not settable.
    public static let mobiHelp = Self(rawValue: 8)
    /// The feedback widget.
    public static let feedbackWidget = Self(rawValue: 9)
    /// An e-mail that an agent sent first.
    public static let outboundEmail = Self(rawValue: 10)
    /// A shop; not settable.
    public static let ecommerce = Self(rawValue: 11)
    /// A bot; not settable.
    public static let bot = Self(rawValue: 12)
    /// WhatsApp; not settable.
    public static let whatsApp = Self(rawValue: 13)
}
