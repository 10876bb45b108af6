/// What proves to a service who is calling, before it is turned into a header.
public struct Credential: Sendable {
    /// Tells one loaded credential from the next, without telling anything about it. Equal only for copies of one value.
    public let revision: Revision
    package let form: Form
    /// The product whose own kind of key this is; `nil` fits all.
    package let productName: String?

    package enum Form: Sendable {
        case apiKey(Secret)
        case password(email: String, password: Secret)
        case accessToken(Secret)
    }

    /// An opaque number of this process.
    public struct Revision: Hashable, Sendable {
        let number: UInt64
    }
}
