/// Limits of single Freshdesk calls per minute, inside the account's total. `nil` is no limit.
///
/// Source: developers.freshdesk.com/api, rate limit.
public struct FreshdeskSubLimits: Sendable, Hashable {
    /// `POST /tickets`.
    public var ticketCreate: Int?
    /// `PUT /tickets/{id}`.
    public var ticketUpdate: Int?
    /// `GET /tickets`.
    public var ticketList: Int?
    /// `GET /contacts`.
    public var contactList: Int?

    /// Makes limits.
    public init(ticketCreate: Int? = nil, ticketUpdate: Int? = nil, ticketList: Int? = nil, contactList: Int? = nil) {
        self.ticketCreate = ticketCreate
        self.ticketUpdate = ticketUpdate
        self.ticketList = ticketList
        self.contactList = contactList
    }

    /// Nothing but the account's total.
    public static let none = FreshdeskSubLimits()

    /// The Growth plan's, whose total is 200.
    public static let growth = FreshdeskSubLimits(ticketCreate: 80, ticketUpdate: 80, ticketList: 20, contactList: 20)

    /// The Pro plan's, whose total is 400.
    public static let pro = FreshdeskSubLimits(ticketCreate: 160, ticketUpdate: 160, ticketList: 100, contactList: 100)

    /// The Enterprise plan's, whose total is 700.
    public static let enterprise = FreshdeskSubLimits(
        ticketCreate: 280, ticketUpdate: 280, ticketList: 200, contactList: 200)
}
