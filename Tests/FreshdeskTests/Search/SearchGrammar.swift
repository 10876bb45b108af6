import Foundation
import TestSupport

/// The grammar of search expressions as the service documents it, read anew: nothing here is taken from the client or the
/// sandbox. AND and OR side by side without parentheses are refused, because nobody says which binds more tightly.
/// Source: developers.freshdesk.com/api, filter tickets.
struct SearchGrammar {
    indirect enum Tree {
        case term(field: String, comparison: String, value: String)
        case all([Tree])
        case any([Tree])
    }

    struct Refusal: Error {
        let reason: String
    }

    /// What can be searched for of tickets, and how its values look.
    static let ticketFields: [String: Kind] = [
        "agent_id": .number, "group_id": .number, "priority": .number, "status": .number, "tag": .text, "type": .text,
        "due_by": .day, "fr_due_by": .day, "created_at": .day, "updated_at": .day, "cf_region": .text,
        "cf_seats": .number, "cf_locked": .flag, "cf_renewal_on": .day,
    ]

    enum Kind { case number, text, day, flag }

    private var tokens: [String]
    private var position = 0

    static func parse(_ text: String) throws -> Tree {
        guard text.unicodeScalars.count <= 512 else { throw Refusal(reason: "\(text.count) characters") }
        var grammar = SearchGrammar(tokens: try tokens(of: text))
        let tree = try grammar.expression()
        guard grammar.position == grammar.tokens.count else { throw Refusal(reason: "something behind the end") }
        return tree
    }

    private static func tokens(of text: String) throws -> [String] {
        let form = /\(|\)| AND | OR |[A-Za-z_][A-Za-z_0-9]*:[<>]?(?:'[^'"\\]+'|null|true|false|-?[0-9]+)/
        var rest = text[...]
        var tokens: [String] = []
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: form) else { throw Refusal(reason: "at \(rest.prefix(20))") }
            tokens.append(String(match.output))
            rest = rest[match.range.upperBound...]
        }
        return tokens
    }

    private mutating func expression() throws -> Tree {
        var parts = [try operand()]
        var word: String?
        while position < tokens.count, [" AND ", " OR "].contains(tokens[position]) {
            guard word == nil || word == tokens[position] else { throw Refusal(reason: "AND beside OR") }
            word = tokens[position]
            position += 1
            parts.append(try operand())
        }
        return parts.count == 1 ? parts[0] : word == " AND " ? .all(parts) : .any(parts)
    }

    private mutating func operand() throws -> Tree {
        guard position < tokens.count else { throw Refusal(reason: "a sudden end") }
        let token = tokens[position]
        position += 1
        guard token == "(" else { return try term(token) }
        let inner = try expression()
        guard position < tokens.count, tokens[position] == ")" else { throw Refusal(reason: "an open parenthesis") }
        position += 1
        return inner
    }

    private func term(_ token: String) throws -> Tree {
        guard let colon = token.firstIndex(of: ":") else { throw Refusal(reason: "no term: \(token)") }
        let field = String(token[..<colon])
        var value = token[token.index(after: colon)...]
        var comparison = ":"
        if let sign = value.first, sign == ">" || sign == "<" {
            comparison.append(sign)
            value = value.dropFirst()
        }
        guard let kind = Self.ticketFields[field] else { throw Refusal(reason: "no field \(field)") }
        let isCompared = comparison != ":"
        let isRight =
            switch kind {
            case _ where value == "null": !isCompared
            case .number: value.wholeMatch(of: /-?[0-9]+/) != nil
            case .day: value.wholeMatch(of: /'[0-9]{4}-[0-9]{2}-[0-9]{2}'/) != nil
            case .text: value.hasPrefix("'") && !isCompared
            case .flag: (value == "true" || value == "false") && !isCompared
            }
        guard isRight else { throw Refusal(reason: token) }
        return .term(field: field, comparison: comparison, value: value.filter { $0 != "'" })
    }
}

extension SearchGrammar.Tree {
    /// Whether a row is what is searched for.
    func finds(_ row: SearchRow) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.finds(row) }
        case .any(let parts): parts.contains { $0.finds(row) }
        case .term(let field, let comparison, let value): row.fits(field, comparison, value)
        }
    }
}

/// What searches look at in a ticket.
struct SearchRow {
    var id: Int64
    var agentID: Int64?
    var groupID: Int64?
    var priority: Int
    var status: Int
    var tags: [String]
    var type: String?
    var due: String
    var firstDue: String
    var created: String
    var updated: String
    var region: String?
    var seats: Int?
    var isLocked: Bool?
    var renewal: String?

    fileprivate func fits(_ field: String, _ comparison: String, _ value: String) -> Bool {
        switch field {
        case "agent_id": compare(agentID, comparison, value)
        case "group_id": compare(groupID, comparison, value)
        case "priority": compare(Int64(priority), comparison, value)
        case "status": compare(Int64(status), comparison, value)
        case "cf_seats": compare(seats.map { Int64($0) }, comparison, value)
        case "tag": value == "null" ? tags.isEmpty : tags.contains(value)
        case "type": value == "null" ? type == nil : type == value
        case "cf_region": value == "null" ? region == nil : region == value
        case "cf_locked": value == "null" ? isLocked == nil : isLocked.map { "\($0)" } == value
        case "due_by": compareDays(due, comparison, value)
        case "fr_due_by": compareDays(firstDue, comparison, value)
        case "created_at": compareDays(created, comparison, value)
        case "updated_at": compareDays(updated, comparison, value)
        default: compareDays(renewal, comparison, value)
        }
    }

    private func compare(_ own: Int64?, _ comparison: String, _ value: String) -> Bool {
        guard let own, let wanted = Int64(value) else { return own == nil && value == "null" }
        return comparison == ":>" ? own >= wanted : comparison == ":<" ? own <= wanted : own == wanted
    }

    private func compareDays(_ own: String?, _ comparison: String, _ value: String) -> Bool {
        guard let own, value != "null" else { return own == nil && value == "null" }
        return comparison == ":>" ? own >= value : comparison == ":<" ? own <= value : own == value
    }
}
