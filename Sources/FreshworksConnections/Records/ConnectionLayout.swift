import Foundation

// How connections lie in a store, and why no instant is a bad one to die in.
//
//     NAMESPACE/record/ID            all of a connection in one value: facts, credential, digest of its token
//     NAMESPACE/name/DIGEST          the id of the connection that has the name
//     NAMESPACE/profile/DIGEST       the id of the connection that serves a profile, or one user of it
//     NAMESPACE/tag/DIGEST/ID        the id of a connection that has the tag
//     NAMESPACE/import/DIGEST        that an import of these names has begun and not ended
//
// 1. The record is the truth, and it is one value. A credential lies nowhere else, so replacing it, changing the host and
//    deleting are one write each: before it everything is old, after it everything is new. No secret can be orphaned.
// 2. The others are entries of an index. An entry counts only while the record that it names exists and calls for it: who
//    follows an entry reads the record and looks. So an entry too many does no harm, and one too few would.
// 3. Hence the order. Entries that a change calls for are written before the record, those that it leaves behind are removed
//    after it. Whatever died in between has left entries that do not count.
// 4. Names are unique because an entry under a name is replaced only once the record it names can never come to call
//    for it: the record is gone (ids are drawn once), or it was fenced. To fence is to change the record's version, by
//    writing it again as it is: whoever was about to store what calls for the entry now loses the compare-and-swap, begins
//    anew, and finds the name taken. And who claims an entry that is theirs already writes it again, so that whoever was
//    about to take it away loses in the same manner.
// 5. A new connection begins with a draft: a record without any credential, which can be fenced by deleting it. One
//    that was left behind is nothing to anybody: a name it claimed is free for whoever asks.
// 6. An import adds one connection after the other, so whoever dies in it leaves some of them, each whole. The mark that it
//    has begun lets the same import go on where it stopped, instead of finding its own names taken. Whoever goes on writes the
//    mark again: should the other still be alive, it finds another version there at its end, and has lost.

/// The keys of one registry's values.
struct ConnectionLayout: Sendable {
    private let namespace: String

    /// - Throws: ``FreshworksError/Code/invalidStoreKey`` for a namespace that leaves no room for the rest.
    init(namespace: String) throws {
        self.namespace = namespace
        _ = try StoreKey(tagPrefix("") + ConnectionID.make(milliseconds: 0))
    }

    var recordPrefix: String { "\(namespace)/record/" }

    func record(_ id: String) -> String { recordPrefix + id }

    func name(_ name: String) -> String { "\(namespace)/name/\(digest(name.comparable))" }

    func profile(_ key: ProfileKey) -> String {
        // The same text has one key, however its letters are put together. The length tells where one text ends.
        let profile = key.profile.precomposedStringWithCanonicalMapping
        let user = key.user.map { " \($0.precomposedStringWithCanonicalMapping)" } ?? ""
        return "\(namespace)/profile/\(digest("\(profile.utf8.count) \(profile)\(user)"))"
    }

    func tagPrefix(_ tag: String) -> String {
        "\(namespace)/tag/\(digest(tag.precomposedStringWithCanonicalMapping))/"
    }

    func tag(_ tag: String, of id: String) -> String { tagPrefix(tag) + id }

    /// The mark that an import is under way.
    func importing(_ drafts: [ConnectionDraft]) -> String {
        let parts = drafts.flatMap { [$0.name.comparable, $0.account.baseURL] }
        return "\(namespace)/import/\(digest(parts.map { "\($0.utf8.count) \($0)" }.joined()))"
    }

    /// The entries that a record calls for.
    func entries(of record: ConnectionRecord) -> Set<String> {
        let connection = record.connection
        var entries = Set(connection.tags.map { tag($0, of: connection.id) })
        entries.insert(name(connection.name))
        if let key = connection.profile { entries.insert(profile(key)) }
        return entries
    }

    /// The error for an entry that another connection has.
    func taken(_ entry: String) -> FreshworksError {
        entry.hasPrefix("\(namespace)/profile/")
            ? FreshworksError(
                .connectionProfileTaken, "another connection serves this profile and user already",
                advice: "Replace that one's credential, or delete it first.")
            : FreshworksError(
                .connectionNameTaken, "another connection has this name already",
                advice: "Choose another name; letter case makes no difference.")
    }

    /// Any text as part of a key: of one length, whatever it holds.
    private func digest(_ text: String) -> String { SHA256.hash(text.utf8).hexDigits }
}

extension String {
    /// What names are compared by.
    fileprivate var comparable: String { precomposedStringWithCanonicalMapping.lowercased() }
}
