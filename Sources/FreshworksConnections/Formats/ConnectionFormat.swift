/// A shape in which a platform writes down connections.
public struct ConnectionFormat: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The shape's name in lower snake case.
    public let rawValue: String

    /// Names a shape.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The shape's name in lower snake case.
    public var description: String { rawValue }

    /// What this library exports itself.
    public static let native = Self(rawValue: "native")
    /// The body that creates an instance of Cloud Elements or SAP Open Connectors.
    public static let cloudElements = Self(rawValue: "cloud_elements")
    /// The fields of a credential of Nexla.
    public static let nexla = Self(rawValue: "nexla")
    /// The basic REST connection of integration platforms: host, header, prefix, user name, password.
    public static let basicForm = Self(rawValue: "basic_form")
    /// A connection of Nango, as its API gives it with credentials.
    public static let nango = Self(rawValue: "nango")
    /// The configuration of a source of Airbyte.
    public static let airbyte = Self(rawValue: "airbyte")
    /// A decrypted export of n8n's credentials.
    public static let n8n = Self(rawValue: "n8n")
    /// The authentication of a piece of Activepieces.
    public static let activepieces = Self(rawValue: "activepieces")
    /// An account of Pipedream.
    public static let pipedream = Self(rawValue: "pipedream")

    /// An authorization profile of Kore.ai that one key serves for everybody.
    public static let kore = Self(rawValue: "kore")

    /// The shapes that can be exported.
    public static let exportable: [ConnectionFormat] = [.native, .cloudElements, .nexla, .basicForm, .kore]
    /// The shapes that can be imported.
    public static let importable: [ConnectionFormat] = ConnectionShape.all.map(\.format)
}
