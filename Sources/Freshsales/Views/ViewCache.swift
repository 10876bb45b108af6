import Synchronization

/// The saved views of each account and kind of record, as they were last read, so that a list need not ask for them again.
///
/// They are kept for some minutes; a list that fails because its view is gone takes them out at once, and a view that is
/// looked for and not among them is asked for anew.
final class ViewCache: RuntimeResident {
    /// Long enough for a program that lists again and again, and short enough for an administrator who renames a view.
    static let lifetime = Duration.seconds(600)

    private let known = Mutex<[Place: Entry]>([:])

    /// Whose views they are. All users of an account see the views that came with the product.
    struct Place: Hashable {
        let account: String
        let records: String
    }

    private struct Entry {
        let views: [SavedView]
        let end: Duration
    }

    subscript(place: Place, now now: Duration) -> [SavedView]? {
        known.withLock { known in
            guard let entry = known[place], now < entry.end else { return nil }
            return entry.views
        }
    }

    func keep(_ views: [SavedView], at place: Place, now: Duration) {
        known.withLock { known in
            if known.count >= 64 { known = known.filter { now < $0.value.end } }
            known[place] = Entry(views: views, end: now + Self.lifetime)
        }
    }

    func forget(_ place: Place) { known.withLock { _ = $0.removeValue(forKey: place) } }
}
