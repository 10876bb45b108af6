/// Finds what may have been meant by a name that there is not: `region` for `cf_region`, `Amer` for `AMER`.
package enum NearMatch {
    /// Names are compared by this many letters at most, so that a long one costs no time.
    private static let length = 64

    /// At most three of the names, the nearest first. Case, spaces and punctuation do not count.
    package static func names(like name: String, among names: [String]) -> [String] {
        let wanted = letters(name)
        guard !wanted.isEmpty else { return [] }
        let near = names.enumerated().compactMap { index, candidate -> (distance: Int, index: Int, name: String)? in
            let other = letters(candidate)
            guard let distance = distance(wanted, other) else { return nil }
            return (distance, index, candidate)
        }
        return near.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(3).map(\.name)
    }

    private static func letters(_ name: String) -> [Character] {
        let name = name.lowercased()
        // What all custom fields begin with tells nothing.
        let word = name.hasPrefix("cf_") ? name.dropFirst(3) : name[...]
        return Array(word.filter { $0.isLetter || $0.isNumber }.prefix(length))
    }

    /// How many letters differ; `nil` when that is too many for a slip.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int? {
        guard !right.isEmpty else { return nil }
        let limit = max(1, (min(left.count, right.count) + 1) / 3)
        let difference = abs(left.count - right.count)
        // Part of a longer name, as `order` is of `cf_order_number`.
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        if short.count >= 3, String(long).contains(String(short)) { return difference }
        guard difference <= limit else { return nil }
        let edits = edits(left, right)
        // Two names that share nothing are not near, however short they are.
        return edits <= limit && edits < min(left.count, right.count) ? edits : nil
    }

    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
