/// Whether deals of a stage are open, won or lost.
public struct ForecastType: OpenEnum {
    /// The service's words.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Still to be decided.
    public static let open = Self(rawValue: "Open")
    /// Won.
    public static let closedWon = Self(rawValue: "Closed Won")
    /// Lost.
    public static let closedLost = Self(rawValue: "Closed Lost")
}
