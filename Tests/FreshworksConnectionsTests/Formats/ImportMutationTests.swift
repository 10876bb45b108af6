import Foundation
import FreshworksConnections
import TestSupport
import Testing

@Suite("A damaged import")
struct ImportMutationTests {
    @Test("is read or refused with paths, and tells no secret", arguments: ImportTests.published.indices)
    func mutations(index: Int) throws {
        let shape = ImportTests.published[index]
        let whole = try JSONValue(parsing: Data(shape.text.utf8))
        var random = SeededRandom(seed: UInt64(index) + 1)
        var refused = 0
        for round in 0..<200 {
            let damaged = Mutation.of(whole, &random)
            do {
                let found = try ConnectionImport(damaged, format: round.isMultiple(of: 2) ? shape.format : nil)
                #expect(!"\(found.drafts.map(\.options)) \(found.notes)".contains(shape.secret), "\(damaged)")
                #expect(found.drafts.allSatisfy { $0.account.baseURL == shape.base })
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty)
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                #expect(!"\(error)\(error.localizedDescription)".contains(shape.secret), "\(damaged)")
            }
        }
        #expect(refused > 20 && refused < 200)
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
        var random = SeededRandom(seed: 99)
        var refused = 0
        let base = "https://acme.freshdesk.com/api/v2"
        for round in 0..<200 {
            let damaged = Mutation.of(whole, &random)
            do {
                let found = try ConnectionImport(damaged, format: round.isMultiple(of: 2) ? .native : nil)
                #expect(!"\(found.drafts.map(\.options)) \(found.notes)".contains(secret), "\(damaged)")
                #expect(found.drafts.allSatisfy { $0.account.baseURL == base })
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty)
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                #expect(!"\(error)\(error.localizedDescription)".contains(secret), "\(damaged)")
            }
        }
        #expect(refused > 20 && refused < 200)
    }
}
