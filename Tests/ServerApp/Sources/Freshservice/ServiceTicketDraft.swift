public import FreshworksCore

/// A ticket to create. Source: Freshservice API v2, tickets.
public struct ServiceTicketDraft: Encodable, Sendable, Hashable {
    /// The requester's address.
    public var email: String
    /// The subject line.
    public var subject: String
    /// The first message, as HTML.
    public var description: String
    /// 1 (low) to 4 (urgent).
    public var priority: Int
    /// How far it is.
    public var status: ServiceTicketStatus
    /// The requester's department.
    public var departmentID: Patch<Int64>

    /// Makes a draft.
    public init(
        email: String, subject: String, description: String, priority: Int = 1, status: ServiceTicketStatus = .open,
        departmentID: Patch<Int64> = .unchanged
    ) {
        self.email = email
        self.subject = subject
        self.description = description
        self.priority = priority
        self.status = status
        self.departmentID = departmentID
    }

    func check() throws {
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.notBlank(subject, "subject")
        try ArgumentCheck.notBlank(description, "description")
        try ArgumentCheck.number(priority, in: 1...4, "priority")
    }

    private enum CodingKeys: String, CodingKey {
        case email, subject, description, priority, status
        case departmentID = "department_id"
    }
}
