import Foundation
import FreshworksCore
import TestSupport
import Testing

@testable import FreshworksSandbox

@Suite("Damaged and hostile files of the app SDK", .serialized, .inTurn)
struct FDKMutationTests {
    private static let secrets = [
        "q8Nb4cXw7ZtR2mKd", "QVBJX0tFWV9vZl9hY21l", "s3cr3tQw7Lk2Vn9Xb5T", "at-1-Zk3TqPz8LmWv", "rt-1-Yc7HsNd5BxQa",
        "at-2-Gw9KfXj4RbUe", "p4ssForDrive0815",
    ]
    /// Halves too, so that a leak of a secret with one flipped byte is seen.
    private static let traces = secrets.flatMap {
        [$0, String($0.prefix($0.count / 2)), String($0.suffix($0.count / 2))]
    }

    private static let hostileValues = [
        #"a","x":"b"#, "", "\0", "\r\nX-Evil: 1", "acme.example@evil.example", "evil.example/#", "..", "127.0.0.1",
        "<%= oauth_iparams.client_secret %>", "{{", String(repeating: "a", count: 100_000), "acmé",
    ]

    private static let values = [
        "domain": "acme.example", "client_id": "cid", "client_secret": "p4ssForDrive0815", "region": "us",
        "team": "red",
    ]

    @Test(
        "200 mutations of each format: success or an error with paths, and never a secret", arguments: Format.allCases)
    func mutations(format: Format) throws {
        var mutation = Mutation(generator: SeededGenerator(seed: 20_261_121, purpose: format.rawValue))
        var (accepted, refused) = (0, 0)
        for round in 0..<200 {
            let data = try mutation.apply(to: format.sample)
            var values = Self.values
            if mutation.generator.below(3) == 0 {
                values[mutation.generator.pick(Array(values.keys.sorted()))] = mutation.generator.pick(
                    Self.hostileValues)
            }
            do {
                let made = try format.use(data, values)
                accepted += 1
                #expect(made.allSatisfy { !Exposure(of: $0).shows(Self.traces) }, "round \(round)")
            } catch let error as FreshworksError {
                refused += 1
                let isJSON = (try? JSONValue(parsing: data, depthLimit: 64)) != nil
                #expect(error.code == .invalidImport, "round \(round)")
                #expect(error.fieldErrors.isEmpty != isJSON, "round \(round): \(error)")
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true }, "round \(round)")
                #expect(!Exposure(of: error).shows(Self.traces), "round \(round)")
            }
        }
        // Both ways out must have been tried.
        #expect(accepted > 10)
        #expect(refused > 50)
    }

    enum Format: String, CaseIterable, Sendable {
        case version2
        case version3
        case localStore

        var sample: String {
            switch self {
            case .version2: FDKSamples.version2
            case .version3: FDKSamples.version3
            case .localStore: FDKSamples.localStore
            }
        }

        /// Everything that an import makes of the data.
        func use(_ data: Data, _ values: [String: String]) throws -> [Any] {
            guard self != .localStore else {
                return [try FDKLocalStore(json: data, at: Date(timeIntervalSince1970: 0))]
            }
            let file = try FDKOAuthConfig(json: data)
            var made: [Any] = [file]
            for integration in file.integrations {
                let iparams = values.filter { name, _ in integration.parameters.contains { $0.name == name } }
                made.append(
                    try file.configuration(integration.name, iparams: iparams, redirectURI: FDKSamples.callback()))
            }
            return made
        }
    }

}

/// One damage to a JSON text, drawn at random.
private struct Mutation {
    var generator: SeededGenerator

    mutating func apply(to text: String) throws -> Data {
        var bytes = Array(text.utf8)
        switch generator.below(8) {
        case 0:
            for _ in 0...generator.below(3) { bytes[generator.below(bytes.count)] = UInt8(generator.below(256)) }
            return Data(bytes)
        case 1:
            bytes[generator.below(bytes.count)] ^= 1 << UInt8(generator.below(8))
            return Data(bytes)
        case 2:
            return Data(bytes.prefix(generator.below(bytes.count)))
        case 3:
            return Data(duplicatingKey(in: text).utf8)
        case 4:
            return Data(text.utf8)
        case 5:
            return try changed(text) { _ in nil }
        case 6:
            let junk = generator.pick(Self.junk)
            return try changed(text) { _ in junk }
        default:
            let count = generator.pick([1, 40, 70, 3000])
            return try changed(text) { value in (0..<count).reduce(value) { inner, _ in .array([inner]) } }
        }
    }

    static let junk: [JSONValue] = [
        .null, true, 0, -1.5e300, "", [], [:], ["access_token": 1], "<%", "{{ oauth_iparams }}",
        "<%= process.exit(1) %>",
        "<%= oauth_iparams.nobody %>", "https://127.0.0.1/", "http://evil.example/", "https://a@evil.example/", "\u{0}",
        "a\r\nX-Evil: 1", .string(String(repeating: "<%= oauth_iparams.domain %>", count: 200)),
        .string(String(repeating: "é", count: 100_000)),
    ]

    /// Replaces or removes one member, wherever it stands.
    private mutating func changed(_ text: String, _ change: (JSONValue) -> JSONValue?) throws -> Data {
        let value = try JSONValue(parsing: Data(text.utf8))
        let path = generator.pick(Self.paths(in: value).filter { !$0.isEmpty })
        return Self.replacing(path[...], in: value, change)?.serialized() ?? Data()
    }

    private static func paths(in value: JSONValue) -> [[String]] {
        guard let object = value.objectValue else { return [[]] }
        return [[]] + object.flatMap { key, value in paths(in: value).map { [key] + $0 } }
    }

    private static func replacing(
        _ path: ArraySlice<String>, in value: JSONValue, _ change: (JSONValue) -> JSONValue?
    ) -> JSONValue? {
        guard let key = path.first, var object = value.objectValue, let inner: JSONValue = object[key] else {
            return change(value)
        }
        object[key] = replacing(path.dropFirst(), in: inner, change)
        return .object(object)
    }

    /// Says a member a second time, before or after what the file says.
    private mutating func duplicatingKey(in text: String) -> String {
        let keys = text.matches(of: /"(\w+)":/).map { String($0.output.1) }
        let member = "\"\(generator.pick(keys))\": \(generator.pick(Self.junk))"
        var text = text
        if generator.below(2) == 0 {
            let openings = text.indices.filter { text[$0] == "{" && text[text.index(after: $0)] == " " }
            text.insert(contentsOf: " \(member),", at: text.index(after: generator.pick(openings)))
        } else {
            let endings = text.indices.filter { text[$0] == "}" && text[text.index(before: $0)] == " " }
            text.insert(contentsOf: ", \(member) ", at: generator.pick(endings))
        }
        return text
    }
}
