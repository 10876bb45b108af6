import Foundation

/// Reads one list in the order of changes, window by window, while records change: what to ask for next, and which of the rows are
/// news. Pure: it is fed pages.
///
/// A record that changes moves to the end of such a list, and those behind it move up. Whoever asks for page after page then misses
/// one for each of them. So the next window always begins with the time of the last row, and what was read of that second is
/// left out. Only for a second with more records than a page, numbered pages are needed: see ``CrowdedSecond``.
struct ChangeReader {
    /// A page to ask for.
    struct Request: Equatable {
        let since: Int64
        let isDescending: Bool
        let page: Int
        let size: Int
    }

    /// So many seconds after it began, nothing is changed in a second any more. More than one, for the clocks of a service and its
    /// reader are never the same.
    static let settling: Int64 = 5

    let pageSize: Int
    let lastPage: Int
    /// How far it has come.
    private(set) var position: ChangePosition
    /// Whether there was nothing behind the last page.
    private(set) var isAtEnd = false
    private var seen: Set<String>
    private var crowd: CrowdedSecond?

    init(from position: ChangePosition, pageSize: Int, lastPage: Int) {
        self.position = position
        self.pageSize = pageSize
        self.lastPage = lastPage
        seen = Set(position.seen)
    }

    /// The page to ask for.
    /// - Throws: ``FreshworksError/Code/pageCeiling`` when the second has more records than both ends of the list show.
    func request() throws -> Request {
        guard let crowd else { return Request(since: position.second, isDescending: false, page: 1, size: pageSize) }
        guard let window = crowd.window else { throw FreshworksError.crowded(position.second, lastPage) }
        return Request(
            since: position.second, isDescending: crowd.isDescending, page: window.page, size: window.size)
    }

    /// Takes over the page that was asked for.
    /// - Parameters:
    ///   - hasMore: Whether the list goes on behind it.
    ///   - now: The time when it was asked for, in seconds from 1970.
    /// - Returns: Which of the rows are to be delivered.
    /// - Throws: ``FreshworksError/Code/unreadableResponse`` for rows that are not in the order that was asked for.
    mutating func take(_ rows: [ChangedRow], hasMore: Bool, now: Int64) throws -> [Int] {
        let isDescending = crowd?.isDescending ?? false
        let isInOrder = zip(rows, rows.dropFirst()).allSatisfy {
            isDescending ? $0.second >= $1.second : $0.second <= $1.second
        }
        guard isInOrder, rows.allSatisfy({ $0.second >= position.second }) else { throw FreshworksError.unordered }
        return try crowd == nil ? takeFront(rows, hasMore, now) : takeCrowded(rows, hasMore, now)
    }

    private mutating func takeFront(_ rows: [ChangedRow], _ hasMore: Bool, _ now: Int64) -> [Int] {
        let news = rows.indices.filter { isNews(rows[$0]) }
        let isOneSecond = rows.first?.second == rows.last?.second
        if let last = rows.last?.second, last > position.second {
            position = ChangePosition(second: last)
            seen = []
        }
        for index in news { remember(rows[index], now) }
        isAtEnd = !hasMore
        if hasMore && isOneSecond { beginCrowd(now) }
        return news
    }

    private func isNews(_ row: ChangedRow) -> Bool {
        guard row.second == position.second, seen.contains(row.id) else { return true }
        return position.open[row.id].map { $0 != row.digest } ?? false
    }

    private mutating func remember(_ row: ChangedRow, _ now: Int64) {
        guard row.second == position.second else { return }
        if seen.insert(row.id).inserted { position.seen.append(row.id) }
        position.open[row.id] = isOver(at: now) ? nil : row.digest
    }

    private func isOver(at now: Int64) -> Bool { now >= position.second + Self.settling }
}

// A second with more records than a page.
extension ChangeReader {
    private mutating func beginCrowd(_ now: Int64) {
        // What was read before the second was over may have got others between it: then from the start again.
        if !position.open.isEmpty { position.ascending = 0 }
        let known = position.ascending == 0 ? [] : versions(position.seen[...])
        crowd = CrowdedSecond(pageSize: pageSize, lastPage: lastPage, passed: known, beganAt: now)
        if let count = position.ascending, count > 0 {
            let lower = versions(position.seen.prefix(count))
            crowd?.turn(knowing: lower)
        } else {
            turnIfNeeded()
        }
    }

    private func versions(_ ids: ArraySlice<String>) -> Set<String> { Set(ids.map { "\(position.second) \($0)" }) }

    /// Goes on from the other end when this one shows no more.
    private mutating func turnIfNeeded() {
        guard let crowd, !crowd.isDescending, crowd.window == nil else { return }
        if position.ascending == nil { position.ascending = position.seen.count }
        self.crowd?.turn(knowing: crowd.passed)
    }

    private mutating func takeCrowded(_ rows: [ChangedRow], _ hasMore: Bool, _ now: Int64) throws -> [Int] {
        guard var crowd else { return [] }
        // A record that was read before, in this window too, proves that none between the two was missed.
        guard crowd.isAtStart || rows.contains(where: { crowd.passed.contains($0.version) }) else {
            try self.crowd?.stepBack()
            return []
        }
        var news: [Int] = []
        var isMet = false
        for index in rows.indices where rows[index].second == position.second && !isMet {
            isMet = crowd.isKnown(rows[index].version)
            if !isMet && isNews(rows[index]) { news.append(index) }
        }
        for index in news { remember(rows[index], now) }
        crowd.pass(rows.map(\.version), hasMore: hasMore, news: news.count)
        self.crowd = crowd
        let isBehind = !crowd.isDescending && rows.contains { $0.second > position.second }
        if isMet || isBehind || !hasMore {
            endPass(hasMore: hasMore || crowd.isDescending, now)
        } else {
            turnIfNeeded()
        }
        return news
    }

    private mutating func endPass(hasMore: Bool, _ now: Int64) {
        guard let pass = crowd else { return }
        let wasOver = isOver(at: pass.beganAt)
        if !wasOver, pass.news > 0 || now > pass.beganAt {
            // What was changed meanwhile may have got between what was read.
            position.ascending = 0
            crowd = CrowdedSecond(pageSize: pageSize, lastPage: lastPage, passed: [], beganAt: now)
            return
        }
        crowd = nil
        isAtEnd = !hasMore
        // At the end of the list others may still come into a second that is not over.
        guard wasOver || hasMore else { return }
        position = ChangePosition(second: position.second + 1)
        seen = []
    }
}

extension FreshworksError {
    fileprivate static var unordered: FreshworksError {
        FreshworksError(
            .unreadableResponse, "the records are not in the order of their changes that was asked for",
            advice: "Report it to the service's support; a record could be missed.")
    }

    fileprivate static func crowded(_ second: Int64, _ lastPage: Int) -> FreshworksError {
        let time = Timestamp.format(.init(timeIntervalSince1970: Double(second)))
        return FreshworksError(
            .pageCeiling,
            """
            more records were changed at \(time), in one second, than the \(lastPage) pages that the service serves from either \
            end of the list show
            """,
            advice: """
                Nothing of this list tells the others apart. List them in parts, such as those of one company or requester after \
                the other, and go on with this list one second later.
                """)
    }
}
