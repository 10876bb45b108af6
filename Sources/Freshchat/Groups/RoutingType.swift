/// How conversations find their agents.
public struct RoutingType: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Omniroute, across the products.
    public static let omniroute = Self(rawValue: "OCR")
    /// IntelliAssign, by the load of each agent.
    public static let intelliAssign = Self(rawValue: "INTELLIASSIGN")
    /// By hand.
    public static let disabled = Self(rawValue: "DISABLED")
}
