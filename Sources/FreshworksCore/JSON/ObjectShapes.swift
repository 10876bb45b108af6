/// What the reader remembers of the objects it has read: which keys the objects at each place of the document had.
///
/// A place is a path of keys; all rows of an array share one. The next object at a place probably has the same keys, so
/// the reader compares bytes instead of making strings, and rows that do have the same keys share their table.
struct ObjectShapes {
    /// The keys of an object, and the places of the objects below them (0: none yet).
    struct Shape {
        let table: KeyTable
        var places: [Int]
    }

    /// How many shapes are remembered per place: rows may leave out a key here and there.
    private static let limit = 8

    private var shapes: [[Shape]] = [[]]

    static let root = 0

    subscript(place: Int) -> [Shape] { shapes[place] }

    mutating func makePlace() -> Int {
        shapes.append([])
        return shapes.count - 1
    }

    /// The place below a key of a shape.
    mutating func place(below position: Int, of shape: Int, at place: Int) -> Int {
        if shapes[place][shape].places[position] == 0 {
            let new = makePlace()
            shapes[place][shape].places[position] = new
        }
        return shapes[place][shape].places[position]
    }

    /// A shape that has the first `count` keys of `list`, and then `key`, or no further key if that is `nil`.
    func shape(at place: Int, after count: Int, of list: KeyList, next key: String?) -> Int? {
        shapes[place].firstIndex { shape in
            let candidate = shape.table.list
            guard candidate.hasPrefix(list, count: count) else { return false }
            guard let key else { return candidate.count == count }
            return candidate.count > count && candidate.matches(key, at: count)
        }
    }

    /// Remembers a shape as the first guess for the next object at this place.
    mutating func remember(_ shape: Shape, at place: Int) {
        if shapes[place].count == Self.limit { shapes[place].removeLast() }
        shapes[place].insert(shape, at: 0)
    }
}
