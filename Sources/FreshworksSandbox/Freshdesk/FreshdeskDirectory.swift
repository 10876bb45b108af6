/// The account's records that requests may point to and that have no calls of their own here.
enum FreshdeskDirectory {
    static let groups: Set<Int64> = [70_000_010_001, 70_000_010_002]
    static let administratorRole: Int64 = 70_000_379_706
    static let agentRole: Int64 = 70_000_379_708
    static let roles: Set<Int64> = [administratorRole, agentRole]
    static let skills: Set<Int64> = [70_000_020_001, 70_000_020_002]
    static let products: Set<Int64> = [70_000_600_001]
    static let mailboxes: Set<Int64> = [70_000_700_001]

    static let companies = [
        Company(id: 70_000_555_001, name: "Globex", domain: "globex.example"),
        Company(id: 70_000_555_002, name: "Initech", domain: "initech.example"),
    ]

    struct Company: Sendable {
        let id: Int64
        let name: String
        let domain: String
    }

    static func company(_ id: Int64?) -> Company? { companies.first { $0.id == id } }

    /// The company that an address belongs to by its domain.
    static func company(ofEmail email: String?) -> Company? {
        guard let domain = email?.lowercased().split(separator: "@").last else { return nil }
        return companies.first { $0.domain == domain }
    }
}
