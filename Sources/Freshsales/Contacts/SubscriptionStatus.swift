/// Whether a contact gets marketing mail. The service has further numbers that it does not document.
public struct SubscriptionStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a status, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Gets it.
    public static let subscribed = Self(rawValue: 1)
    /// Does not get it.
    public static let notSubscribed = Self(rawValue: 2)
}
