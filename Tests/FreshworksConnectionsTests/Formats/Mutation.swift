import FreshworksCore
import FreshworksSandbox
import TestSupport

/// Damage to what another platform wrote down.
enum Mutation {
    /// One member, somewhere, is removed, replaced by something else, doubled under another name or masked.
    static func of(_ value: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
        switch value {
        case .array(let values):
            guard let first = values.first else { return .null }
            return .array([of(first, &random)] + values.dropFirst())
        case .object(var json):
            guard let key = json.keys.randomElement(using: &random), let member: JSONValue = json[key] else {
                return [:]
            }
            if member.objectValue != nil, Bool.random(using: &random) {
                json[key] = of(member, &random)
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
