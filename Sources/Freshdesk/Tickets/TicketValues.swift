/// The status of a ticket. Accounts add their own statuses from 8 on; the field definitions of the account name them.
public struct TicketStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Open.
    public static let open = Self(rawValue: 2)
    /// Pending.
    public static let pending = Self(rawValue: 3)
    /// Resolved.
    public static let resolved = Self(rawValue: 4)
    /// Closed.
    public static let closed = Self(rawValue: 5)
    /// Waiting for the customer, in default accounts.
    public static let waitingOnCustomer = Self(rawValue: 6)
    /// Waiting for somebody else, in default accounts.
    public static let waitingOnThirdParty = Self(rawValue: 7)
}

/// How urgent a ticket is.
public struct TicketPriority: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Low.
    public static let low = Self(rawValue: 1)
    /// Medium.
    public static let medium = Self(rawValue: 2)
    /// High.
    public static let high = Self(rawValue: 3)
    /// Urgent.
    public static let urgent = Self(rawValue: 4)
}

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
    /// A task inside a chat; observed, not documented, and not settable.
    public static let internalTask = Self(rawValue: 14)
    /// Chat on a web page; observed, not documented, and not settable.
    public static let webChat = Self(rawValue: 15)
    /// A form on a web page; observed, not documented, and not settable.
    public static let webForm = Self(rawValue: 16)
    /// A message on Instagram; observed, not documented, and not settable.
    public static let instagramMessage = Self(rawValue: 17)
    /// A comment on Instagram; observed, not documented, and not settable.
    public static let instagramComment = Self(rawValue: 18)
    /// A message on Facebook; observed, not documented, and not settable.
    public static let facebookMessage = Self(rawValue: 19)
    /// A comment on Facebook; observed, not documented, and not settable.
    public static let facebookComment = Self(rawValue: 20)
    /// Chat in a mobile app; observed, not documented, and not settable.
    public static let mobileChat = Self(rawValue: 21)
    /// A text message; observed, not documented, and not settable.
    public static let sms = Self(rawValue: 22)
}

/// The kind of matter a ticket is about. Accounts define their own words; these are the default ones.
public struct TicketType: OpenEnum, ExpressibleByStringLiteral {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes one of the account's own words.
    public init(stringLiteral word: String) { self.init(rawValue: word) }

    /// A question.
    public static let question = Self(rawValue: "Question")
    /// An incident.
    public static let incident = Self(rawValue: "Incident")
    /// A problem.
    public static let problem = Self(rawValue: "Problem")
    /// A wish.
    public static let featureRequest = Self(rawValue: "Feature Request")
    /// A refund.
    public static let refund = Self(rawValue: "Refund")
}

/// What a ticket is to the tickets that are linked with it.
public struct TicketAssociation: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It has children.
    public static let parent = Self(rawValue: 1)
    /// It has a parent.
    public static let child = Self(rawValue: 2)
    /// It tracks related tickets.
    public static let tracker = Self(rawValue: 3)
    /// It has a tracker.
    public static let related = Self(rawValue: 4)
}
