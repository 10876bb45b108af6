/// Somebody's account at a social network.
public struct SocialProfile: JSONReadable, JSONWritable, Sendable, Hashable {
    /// The network.
    public var type: Network
    /// The name or id there.
    public var id: String

    /// A social network.
    public struct Network: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a network, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Facebook.
        public static let facebook = Self(rawValue: "facebook")
        /// Twitter, now X.
        public static let twitter = Self(rawValue: "twitter")
        /// Skype.
        public static let skype = Self(rawValue: "skype")
        /// LinkedIn.
        public static let linkedIn = Self(rawValue: "linkedin")
    }

    /// Makes a profile.
    public init(type: Network, id: String) {
        self.type = type
        self.id = id
    }

    /// Reads an object; `nil` when type or id is missing.
    public init?(json: JSONValue) {
        guard let type: Network = json["type"], let id: String = json["id"] else { return nil }
        self.init(type: type, id: id)
    }

    /// An object.
    public var jsonValue: JSONValue { ["type": type.jsonValue, "id": id.jsonValue] }
}
