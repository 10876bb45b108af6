/// What the reader remembers of the objects it has read: a tree of keys, in which each object is a path from the root.
///
/// The next object probably has the same keys as one before, so the reader compares bytes instead of making strings, and
/// objects that do have the same keys in the same order share their table, wherever they stand.
struct ObjectShapes {
    /// What the reader expects after and below a key: guesses from the last time.
    struct Guess {
        /// Where the text has all that stood between the value before (or the bracket) and the value: comma, key, colon, space.
        var spelling = 0
        var spellingLength = 0
        /// The key that came after this one.
        var next = 0
        /// The first key of the object below this one.
        var start = 0
        /// How many keys the object below this one had, and how many elements the array.
        var keyCount = 0
        var elementCount = 0
        /// Where the text has the string below this key; its quotes count. No length if it is not worth comparing.
        var string = 0
        var stringLength = 0
        /// How many strings in a row were others than the ones before them.
        var misses = 0
    }

    /// A key that follows the keys of its parents.
    private struct Key {
        let text: String
        /// Where the text has the key with its quotes.
        let quoted: Range<Int>
        let parent: Int
        /// How many keys lead here, this one included.
        let depth: Int
        /// One of the keys that came after this one, and how many there are.
        var firstChild = 0
        var childCount = 0
        /// Another key that came after the parent.
        var sibling = 0
        /// The table of the objects that ended here.
        var table: KeyTable?
    }

    /// The root, which is no key; and what is unknown.
    static let root = 0

    private static let childLimit = 64
    private static let depthLimit = 512
    private static let countLimit = 8192

    var guesses = [Guess()]
    /// The latest strings below the keys.
    var strings = [""]
    private var keys = [Key(text: "", quoted: 0..<0, parent: 0, depth: 0)]

    init() {
        // As many as one record has, at once.
        guesses.reserveCapacity(64)
        strings.reserveCapacity(64)
        keys.reserveCapacity(64)
    }

    /// The key after a node that the text has at the scanner's place, if it has come there before.
    func known(after node: Int, at place: Int, _ text: Span<UInt8>) -> (node: Int, length: Int)? {
        var candidate = guesses[node].next
        if candidate != Self.root, let length = length(of: candidate, at: place, text) { return (candidate, length) }
        candidate = keys[node].firstChild
        while candidate != Self.root {
            if let length = length(of: candidate, at: place, text) { return (candidate, length) }
            candidate = keys[candidate].sibling
        }
        return nil
    }

    /// The length of a key in quotes if it stands at this place.
    private func length(of node: Int, at place: Int, _ text: Span<UInt8>) -> Int? {
        let quoted = keys[node].quoted
        return text.hasSame(quoted.count, at: place, as: quoted.lowerBound) ? quoted.count : nil
    }

    /// Adds a key that has not come after a node before; `nil` if there is no room left.
    mutating func add(_ key: String, _ quoted: Range<Int>, after node: Int) -> Int? {
        guard keys[node].childCount < Self.childLimit, keys[node].depth < Self.depthLimit,
            keys.count < Self.countLimit
        else { return nil }
        let new = keys.count
        keys.append(
            Key(
                text: key, quoted: quoted, parent: node, depth: keys[node].depth + 1, sibling: keys[node].firstChild))
        keys[node].firstChild = new
        keys[node].childCount += 1
        guesses.append(Guess())
        strings.append("")
        return new
    }

    /// Expects a key to come again after a node, spelled as the text has it there.
    mutating func expect(_ key: Int, after node: Int, spelled spelling: Range<Int>) {
        guesses[node].next = key
        guesses[key].spelling = spelling.lowerBound
        guesses[key].spellingLength = spelling.count
    }

    /// The table of the keys on the path to a node.
    @inline(__always)
    mutating func table(of node: Int) -> KeyTable { keys[node].table ?? makeTable(of: node, list(of: node)) }

    /// Remembers a table for the objects that end at a node.
    @inline(never)
    mutating func makeTable(of node: Int, _ list: KeyList) -> KeyTable {
        let table = keys[node].table ?? KeyTable(list)
        keys[node].table = table
        return table
    }

    /// The keys on the path to a node.
    func list(of node: Int) -> KeyList {
        var path: [String] = []
        var node = node
        while node != Self.root {
            path.append(keys[node].text)
            node = keys[node].parent
        }
        var list = KeyList()
        for key in path.reversed() { list.append(key) }
        return list
    }
}
