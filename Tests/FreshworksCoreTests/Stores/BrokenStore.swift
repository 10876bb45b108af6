import Foundation
import FreshworksCore
import Synchronization

/// A store in memory with one fault.
final class BrokenStore: VersionedStore {
    enum Fault: CaseIterable, Sendable {
        case absentIsEmpty, dropsEmptyData, cutsLongData, keepsTextOnly
        case handlesCacheWhatTheyRead, handlesAreApart
        case createsTwice, savesWithoutLooking, savesWhereNothingIs, hidesTheCurrentValue, showsTheOfferedValue
        case answersThePastVersion, answersConflictButSaves
        case versionIsTheContent, versionsStartAgain, versionIsEmpty
        case deletesWithoutLooking, refusesToDeleteNothing, deletesNothing, deletesTwice, tombstonesBlockCreation
        case ignoresCase, composesAccents, resolvesPaths, trimsKeys, cutsKeys, decodesKeys
        case listsInUTF16Order, listsComposedOrder, listsTooMuch, listsDeletedKeys, listsPatterns, listsComposedPrefixes
        case listsUpToAHundredBytes
        case pagesBeginAgain, pagesRepeatAKey, pagesHaveNoEnd, pagesAreShort, pagesOfNothingHaveAll
        case pagesSkipTheirPrefix, pagesBeginBehindKeysAlone, pagesCompareTexts, pagesAreInUTF16Order
        case takesAnyKey, refusesWithAnotherError
        case looksBeforeItWaits, losesOnCancellation, writesHalfOnCancellation, throwsAtTimes
    }

    /// What all handles share.
    final class Memory: Sendable {
        fileprivate let state = Mutex(State())
    }

    fileprivate struct State {
        var values: [(key: [UInt8], value: StoredValue)] = []
        var deleted: [[UInt8]] = []
        var changes = 0
        /// How many are about to save the first increment of a count.
        var first = 0

        subscript(key: [UInt8]) -> StoredValue? {
            get { values.first { $0.key == key }?.value }
            set {
                values.removeAll { $0.key == key }
                if let newValue { values.append((key, newValue)) }
            }
        }
    }

    private struct Unknown: Error {}

    private let fault: Fault?
    private let memory: Memory
    private let cache = Mutex<[[UInt8]: StoredValue]>([:])

    init(_ fault: Fault?, _ memory: Memory) {
        self.fault = fault
        self.memory = fault == .handlesAreApart ? Memory() : memory
    }

    func load(_ key: String) async throws -> StoredValue? {
        let key = try bytes(of: key)
        if fault == .handlesCacheWhatTheyRead, let cached = cache.withLock({ $0[key] }) { return cached }
        let value = memory.state.withLock { $0[key] }
        if let value { cache.withLock { $0[key] = value } }
        if value == nil, fault == .absentIsEmpty { return StoredValue(data: Data(), version: .absent) }
        return value
    }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let key = try bytes(of: key)
        let before = memory.state.withLock { $0[key] }
        await wait(before: key, data)
        let outcome = memory.state.withLock { state -> StoreOutcome in
            let current = fault == .looksBeforeItWaits ? before : state[key]
            let blocked = fault == .tombstonesBlockCreation && state.deleted.contains(key)
            if blocked || !accepts(version, current) {
                switch fault {
                case .hidesTheCurrentValue: return .conflict(nil)
                case .showsTheOfferedValue: return .conflict(StoredValue(data: data, version: version))
                case .answersConflictButSaves: state[key] = new(data, state)
                default: break
                }
                return .conflict(current)
            }
            state.changes += 1
            let value = new(data, state)
            state[key] = value
            return .done(fault == .answersThePastVersion && current != nil ? version : value?.version ?? .absent)
        }
        if fault == .throwsAtTimes, data.count == 1, data != Data("0".utf8) { throw Unknown() }
        if case .done(let version) = outcome {
            cache.withLock { $0[key] = StoredValue(data: data, version: version) }
            if Task.isCancelled, fault == .losesOnCancellation { memory.state.withLock { $0[key] = nil } }
            if Task.isCancelled, fault == .writesHalfOnCancellation {
                memory.state.withLock { $0[key] = StoredValue(data: data.prefix(data.count / 2), version: version) }
                throw CancellationError()
            }
        }
        return outcome
    }

    /// Lets the moment pass at which a fault does not show: on an idle machine nothing comes between two steps of a task.
    private func wait(before key: [UInt8], _ data: Data) async {
        let name = String(decoding: key, as: UTF8.self)
        switch fault {
        case .looksBeforeItWaits where name.hasSuffix("/count") && data == Data("1".utf8):
            memory.state.withLock { $0.first += 1 }
            while memory.state.withLock({ $0.first }) < 2 { await Task.yield() }
        case .losesOnCancellation where name.hasSuffix("/cancel") && data.count > 5,
            .writesHalfOnCancellation where name.hasSuffix("/cancel") && data.count > 5:
            while !Task.isCancelled { await Task.yield() }
        default: break
        }
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let key = try bytes(of: key)
        cache.withLock { $0[key] = nil }
        return memory.state.withLock { state in
            let current = state[key]
            if current == nil, fault == .refusesToDeleteNothing { return .conflict(nil) }
            if current == nil, fault == .deletesTwice { return .done(.absent) }
            guard version == current?.version ?? .absent || fault == .deletesWithoutLooking else {
                return .conflict(current)
            }
            if fault != .deletesNothing { state[key] = nil }
            if current != nil { state.deleted.append(key) }
            return .done(.absent)
        }
    }

    func keys(prefix: String) async throws -> [String] {
        let (present, deleted) = memory.state.withLock { ($0.values.map(\.key), $0.deleted) }
        var keys = present
        if fault == .listsDeletedKeys { keys += deleted }
        if fault == .listsUpToAHundredBytes { keys.removeAll { $0.count > 100 } }
        keys.sort { $0.lexicographicallyPrecedes($1) }
        var texts = keys.map { String(decoding: $0, as: UTF8.self) }
        switch fault {
        case .listsTooMuch: texts.removeAll { !$0.utf8.starts(with: prefix.utf8.dropLast()) }
        case .listsComposedPrefixes: texts.removeAll { !$0.hasPrefix(prefix) }
        case .listsPatterns where prefix.hasSuffix("*"): break
        default: texts.removeAll { !$0.utf8.starts(with: prefix.utf8) }
        }
        switch fault {
        case .listsInUTF16Order: texts.sort { $0.utf16.lexicographicallyPrecedes($1.utf16) }
        case .listsComposedOrder: texts.sort()
        default: break
        }
        return texts
    }

    func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        var texts = try await keys(prefix: fault == .pagesSkipTheirPrefix && key != nil ? "" : prefix)
        switch fault {
        case .pagesBeginAgain: break
        case .pagesCompareTexts: texts.removeAll { $0 <= key ?? "" }
        case .pagesBeginBehindKeysAlone where key.map { !texts.contains($0) } == true: texts = []
        case .pagesRepeatAKey: texts.removeAll { $0.utf8.lexicographicallyPrecedes((key ?? "").utf8) }
        default: texts.removeAll { !(key ?? "").utf8.lexicographicallyPrecedes($0.utf8) }
        }
        let size =
            switch fault {
            case .pagesHaveNoEnd: max(limit, 0) == 0 ? 0 : Int.max
            case .pagesAreShort where limit > 1 && limit < 1000: limit - 1
            case .pagesOfNothingHaveAll where limit == 0: Int.max
            default: max(limit, 0)
            }
        texts = Array(texts.prefix(size))
        // As if it cut the keys before it put them in order.
        if fault == .pagesAreInUTF16Order { texts.sort { $0.utf16.lexicographicallyPrecedes($1.utf16) } }
        return texts
    }

    private func accepts(_ version: StoreVersion, _ current: StoredValue?) -> Bool {
        switch fault {
        case .savesWithoutLooking: true
        case .createsTwice where version == .absent: true
        case .savesWhereNothingIs where current == nil: true
        default: version == current?.version ?? .absent
        }
    }

    private func new(_ data: Data, _ state: State) -> StoredValue? {
        var data = data
        switch fault {
        case .dropsEmptyData where data.isEmpty: return nil
        case .cutsLongData: data = data.prefix(4096)
        case .keepsTextOnly: data = Data(String(decoding: data, as: UTF8.self).utf8)
        default: break
        }
        let version =
            switch fault {
            case .versionIsTheContent: "of \(data.base64EncodedString())"
            case .versionsStartAgain: String(state.values.count * 1000 + state.changes % 4)
            case .versionIsEmpty: ""
            default: String(state.changes)
            }
        return StoredValue(data: data, version: StoreVersion(rawValue: version))
    }

    private func bytes(of key: String) throws -> [UInt8] {
        switch fault {
        case .takesAnyKey: break
        case .refusesWithAnotherError:
            do { _ = try StoreKey(key) } catch { throw Unknown() }
        default: _ = try StoreKey(key)
        }
        let text =
            switch fault {
            case .ignoresCase: key.lowercased()
            case .composesAccents: key.precomposedStringWithCanonicalMapping
            case .resolvesPaths: (key as NSString).standardizingPath
            case .trimsKeys: key.trimmingCharacters(in: .whitespaces)
            case .cutsKeys: String(decoding: key.utf8.prefix(199), as: UTF8.self)
            case .decodesKeys: key.removingPercentEncoding ?? key
            default: key
            }
        return Array(text.utf8)
    }
}
