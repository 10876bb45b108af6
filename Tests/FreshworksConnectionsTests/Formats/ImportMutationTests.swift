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
            let damaged = Self.mutated(whole, &random)
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

    /// One member, somewhere, is removed, replaced by something else, doubled under another name or masked.
    private static func mutated(_ value: JSONValue, _ random: inout SeededRandom) -> JSONValue {
        switch value {
        case .array(let values):
            guard let first = values.first else { return .null }
            return .array([mutated(first, &random)] + values.dropFirst())
        case .object(var json):
            guard let key = json.keys.randomElement(using: &random), let member: JSONValue = json[key] else {
                return [:]
            }
            if member.objectValue != nil, Bool.random(using: &random) {
                json[key] = mutated(member, &random)
                return .object(json)
            }
            switch Int.random(in: 0..<6, using: &random) {
            case 0: json[key] = nil
            case 1: json[key] = [.null, 7, true, [], [:], ""].randomElement(using: &random)
            case 2: json[key] = "**********"
            case 3: json["extra"] = member
            case 4:
                json[key] = nil
                json[key + "x"] = member
            default: json["note"] = .string("see \(member)")
            }
            return .object(json)
        default: return .null
        }
    }
}
