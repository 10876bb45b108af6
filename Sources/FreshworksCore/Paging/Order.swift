/// In which order a list comes, such as `.ascending(.createdAt)`.
///
/// Records keep their pages only under an attribute that does not change while the list is read.
public struct Order<Attribute: OpenEnum>: Sendable, Hashable where Attribute.RawValue == String {
    /// What the records are sorted by; `nil` leaves it to the service.
    public let attribute: Attribute?
    /// The end to begin with; `nil` leaves it to the service.
    public let direction: Direction?

    /// The end to begin with, as all the services spell it.
    public enum Direction: String, Sendable, Hashable {
        /// Smallest, oldest or first in the alphabet first.
        case ascending = "asc"
        /// Greatest, newest or last in the alphabet first.
        case descending = "desc"
    }

    /// Smallest, oldest or first in the alphabet first; by the service's own attribute unless given.
    public static func ascending(_ attribute: Attribute? = nil) -> Order {
        Order(attribute: attribute, direction: .ascending)
    }

    /// Greatest, newest or last in the alphabet first; by the service's own attribute unless given.
    public static func descending(_ attribute: Attribute? = nil) -> Order {
        Order(attribute: attribute, direction: .descending)
    }

    /// By an attribute, from the end that the service begins with by itself.
    public static func by(_ attribute: Attribute) -> Order { Order(attribute: attribute, direction: nil) }
}

extension QueryItems {
    /// Adds an order by the two names that the service has for it; the call refuses a blank attribute. Nothing happens for
    /// `nil`.
    public mutating func append<Attribute>(
        _ order: Order<Attribute>?, attribute attributeName: String, direction directionName: String
    ) {
        append(attributeName, order?.attribute?.rawValue, .notBlank)
        append(directionName, order?.direction?.rawValue)
    }
}
