import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A damaged import")
struct ImportMutationTests {
    @Test("is read or refused with paths, and tells no secret", arguments: ImportTests.published.indices)
    func mutations(index: Int) throws {
        let shape = ImportTests.published[index]
        let whole = try JSONValue(parsing: Data(shape.text.utf8))
        check(whole, secret: shape.secret, base: shape.base, seed: UInt64(index) + 1) { damaged, round in
            try ConnectionImport(damaged, format: round.isMultiple(of: 2) ? shape.format : nil)
        }
    }

    @Test("of a shape that does not say what it is, too", arguments: ToldImportTests.shapes.indices)
    func told(index: Int) throws {
        let (format, product, text, base, secret) = ToldImportTests.shapes[index]
        let whole = try JSONValue(parsing: Data(text.utf8))
        check(whole, secret: secret, base: base, seed: UInt64(index) + 201) { damaged, _ in
            try ConnectionImport(damaged, format: format, product: product)
        }
    }

    @Test("of this library's own is read or refused with paths, and tells no secret")
    func native() async throws {
        let secret = "FAKEkey0123456789abcd"
        var draft = try draft("A", key: secret, tags: ["eu"])
        draft.options = ["team": ["floor": 3]]
        draft.profile = ProfileKey(profile: "Desk", user: "ines")
        let registry = try World().registry
        let id = try await registry.add(draft, verifies: false).connection.id
        let whole = try await registry.export([id], secrets: .inPlainText)
        check(whole, secret: secret, base: "https://acme.freshdesk.com/api/v2", seed: 99) { damaged, round in
            try ConnectionImport(damaged, format: round.isMultiple(of: 2) ? .native : nil)
        }
    }

    /// Damages a file in 200 ways.
    private func check(
        _ whole: JSONValue, secret: String, base: String, seed: UInt64,
        _ read: (_ damaged: JSONValue, _ round: Int) throws -> ConnectionImport
    ) {
        var random = SeededGenerator(seed: seed)
        var refused = 0
        for round in 0..<200 {
            let damaged = Mutation.of(whole, &random)
            do {
                let found = try read(damaged, round)
                #expect(!"\(found.drafts.map(\.options)) \(found.notes)".contains(secret), "\(damaged)")
                #expect(found.drafts.allSatisfy { $0.account.baseURL == base })
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty)
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                #expect(!"\(error)\(error.localizedDescription)".contains(secret), "\(damaged)")
            } catch {
                Issue.record(error)
            }
        }
        #expect(refused > 20 && refused < 200)
    }
}
