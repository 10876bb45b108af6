/// A service's own key with its history: revision 1 is the first, each rotation makes the next and kills the one before.
struct IssuedCredential: Sendable {
    private var values: [String] = []
    private var generator: SeededGenerator
    private let invent: @Sendable (inout SeededGenerator) -> String

    init(seed: UInt64, purpose: String, invent: @escaping @Sendable (inout SeededGenerator) -> String) {
        generator = SeededGenerator(seed: seed, purpose: purpose)
        self.invent = invent
        rotate()
    }

    var current: String { values.last ?? "" }

    mutating func rotate() { values.append(invent(&generator)) }

    func judge(_ presented: String) -> CredentialUse {
        // Bytes, not canonical equivalence, as the services compare.
        guard let index = values.lastIndex(where: { $0.utf8.elementsEqual(presented.utf8) }) else { return .unknown }
        return index == values.count - 1 ? .current(revision: index + 1) : .revoked(revision: index + 1)
    }
}
