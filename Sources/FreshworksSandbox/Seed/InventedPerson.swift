/// Somebody who does not exist, the same for the same index. Addresses are under the reserved domain of RFC 2606.
struct InventedPerson: Sendable {
    let firstName: String
    let lastName: String
    let email: String

    var name: String { "\(firstName) \(lastName)" }

    init(_ index: Int, at domain: String) {
        let first = ["Ana", "Sam", "Ines", "Noor", "Kofi", "Mei", "Lars", "Rosa", "Tariq", "Yuki", "Ivo"]
        let last = ["Reis", "Cole", "Moreau", "Haddad", "Mensah", "Lin", "Berg", "Silva", "Aziz", "Mori"]
        firstName = first[index % first.count]
        lastName = last[index % last.count]
        // Names repeat after 110 people, addresses never.
        let suffix = index < first.count * last.count ? "" : "\(index)"
        email = "\(firstName).\(lastName)\(suffix)@\(domain)".lowercased()
    }
}
