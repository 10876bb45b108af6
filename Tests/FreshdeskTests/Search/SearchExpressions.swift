import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport

/// Random search expressions, and beside each the same condition as plain Swift.
struct SearchExpressions {
    typealias Pair = (query: SearchQuery<Ticket>, fits: (SearchRow) -> Bool)

    private var random: SeededGenerator
    let agents: [Int64]

    init(seed: UInt64, agents: [Int64]) {
        random = SeededGenerator(seed: seed)
        self.agents = agents
    }

    /// An expression that is short enough.
    mutating func next() -> Pair {
        while true {
            let pair = expression(depth: Int.random(in: 0...3, using: &random))
            if pair.query.text.unicodeScalars.count <= SearchQuery<Ticket>.limit { return pair }
        }
    }

    private mutating func expression(depth: Int) -> Pair {
        guard depth > 0 else { return term() }
        let (left, right) = (expression(depth: depth - 1), expression(depth: Int.random(in: 0..<depth, using: &random)))
        return Bool.random(using: &random)
            ? (left.query && right.query, { left.fits($0) && right.fits($0) })
            : (left.query || right.query, { left.fits($0) || right.fits($0) })
    }

    private mutating func term() -> Pair {
        switch Int.random(in: 0..<14, using: &random) {
        case 0:
            let id = Bool.random(using: &random) ? agents.randomElement(using: &random) : nil
            return (.agentID(id), { $0.agentID == id })
        case 1:
            let id: Int64? = Bool.random(using: &random) ? 70_000_010_001 : nil
            return (.groupID(id), { $0.groupID == id })
        case 2:
            let number = Int.random(in: 1...4, using: &random)
            let priority = TicketPriority(rawValue: number)
            return switch Int.random(in: 0..<3, using: &random) {
            case 0: (.priority(priority), { $0.priority == number })
            case 1: (.priority(atLeast: priority), { $0.priority >= number })
            default: (.priority(atMost: priority), { $0.priority <= number })
            }
        case 3:
            let number = Int.random(in: 2...9, using: &random)
            return (.status(TicketStatus(rawValue: number)), { $0.status == number })
        case 4:
            let tag = [nil, "vip", "login", "urgent", "no such"].randomElement(using: &random) ?? nil
            return (.tag(tag), { row in tag.map { row.tags.contains($0) } ?? row.tags.isEmpty })
        case 5:
            let type = [nil, "Question", "Incident", "Feature Request"].randomElement(using: &random) ?? nil
            return (.type(type.map { TicketType(rawValue: $0) }), { $0.type == type })
        case 6: return days(SearchQuery.dueBy) { $0.due }
        case 7: return days(SearchQuery.firstResponseDueBy) { $0.firstDue }
        case 8: return days(SearchQuery.createdAt) { $0.created }
        case 9: return days(SearchQuery.updatedAt) { $0.updated }
        case 10:
            let region = ["EMEA", "APAC", "Süd (neu) & Co"].randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { return (.customIsEmpty("cf_region"), { $0.region == nil }) }
            return (.custom("cf_region", region), { $0.region == region })
        case 11:
            let number = Int.random(in: -5...500, using: &random)
            return switch Int.random(in: 0..<3, using: &random) {
            case 0: (.custom("cf_seats", number), { $0.seats == number })
            case 1: (.custom("cf_seats", atLeast: number), { $0.seats.map { $0 >= number } ?? false })
            default: (.custom("cf_seats", atMost: number), { $0.seats.map { $0 <= number } ?? false })
            }
        case 12:
            let flag = Bool.random(using: &random)
            return (.custom("cf_locked", flag), { $0.isLocked == flag })
        default: return days({ .custom("cf_renewal_on", $0) }) { $0.renewal }
        }
    }

    private mutating func days(
        _ make: (SearchDays) -> SearchQuery<Ticket>, _ own: @escaping (SearchRow) -> String?
    ) -> Pair {
        func day() -> CalendarDay {
            CalendarDay(utc(2025, 4, 20).addingTimeInterval(.random(in: 0..<50, using: &random) * 86_400), in: .gmt)
        }
        let (a, b) = (day(), day())
        let (first, last) = (min(a, b), max(a, b))
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: (make(.on(a)), { own($0) == a.text })
        case 1: (make(.from(a)), { row in own(row).map { $0 >= a.text } ?? false })
        case 2: (make(.through(a)), { row in own(row).map { $0 <= a.text } ?? false })
        default: (make(.between(first, last)), { row in own(row).map { first.text <= $0 && $0 <= last.text } ?? false })
        }
    }
}
