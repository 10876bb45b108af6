/// Lets a few calls to each origin run at once, and the others wait for one of those to end. A pure value.
///
/// libcurl's own queue does not do: before 8.14 it looks at two waiting transfers when one ends, so calls to one host can wait
/// for those to another.
struct OriginQueue<Call> {
    private let limit: Int
    private var running: [String: Int] = [:]
    private var waiting: [String: [Call]] = [:]

    /// - Parameter limit: How many calls to an origin run at once.
    init(limit: Int) { self.limit = limit }

    /// A call comes.
    /// - Returns: Whether it runs. Otherwise it waits.
    mutating func add(_ call: Call, to origin: String) -> Bool {
        guard running[origin, default: 0] < limit else {
            waiting[origin, default: []].append(call)
            return false
        }
        running[origin, default: 0] += 1
        return true
    }

    /// A running call has ended.
    /// - Returns: The one that runs in its place: the one to the same origin that has waited longest.
    mutating func end(at origin: String) -> Call? {
        if var calls = waiting[origin] {
            let next = calls.removeFirst()
            waiting[origin] = calls.isEmpty ? nil : calls
            return next
        }
        running[origin, default: 1] -= 1
        if running[origin] == 0 { running[origin] = nil }
        return nil
    }

    /// Forgets calls that wait.
    mutating func forget(where isGone: (Call) -> Bool) {
        for (origin, calls) in waiting where calls.contains(where: isGone) {
            let left = calls.filter { !isGone($0) }
            waiting[origin] = left.isEmpty ? nil : left
        }
    }
}
