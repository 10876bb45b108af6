import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("A store with a fault", .serialized)
struct BrokenStoreTests {
    @Test("is refused, and the law is named", arguments: BrokenStore.Fault.allCases)
    func refused(fault: BrokenStore.Fault) async throws {
        let memory = BrokenStore.Memory()
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                try await checkConformance(of: { BrokenStore(fault, memory) })
            })
        #expect(error.code.rawValue == "store_law_broken")
        #expect(error.message.hasPrefix("the store breaks the law \"\(law(for: fault))\": "), "\(error)")
    }

    @Test("is the only one that is refused")
    func accepted() async throws {
        let memory = BrokenStore.Memory()
        try await checkConformance(of: { BrokenStore(nil, memory) })
        #expect(try await BrokenStore(nil, memory).keys(prefix: "") == [])
    }

    private func law(for fault: BrokenStore.Fault) -> String {
        switch fault {
        case .absentIsEmpty: "a key without a value loads as nil"
        case .dropsEmptyData, .cutsLongData, .keepsTextOnly, .versionIsEmpty, .answersThePastVersion:
            "what was saved is what loads"
        case .handlesCacheWhatTheyRead, .handlesAreApart, .hidesTheCurrentValue, .showsTheOfferedValue,
            .savesWithoutLooking:
            "two handles see each other's changes"
        case .createsTwice, .answersConflictButSaves: "a key is created once"
        case .savesWhereNothingIs: "a save replaces the expected version and no other"
        case .versionIsTheContent, .versionsStartAgain, .tombstonesBlockCreation: "a version never comes back"
        case .deletesWithoutLooking, .refusesToDeleteNothing, .deletesTwice:
            "a deletion removes the expected version and no other"
        case .deletesNothing: "two handles see each other's changes"
        case .ignoresCase, .composesAccents, .resolvesPaths, .trimsKeys, .cutsKeys, .decodesKeys:
            "keys that differ in a byte are different keys"
        case .listsInUTF16Order, .listsComposedOrder, .listsTooMuch, .listsDeletedKeys, .listsPatterns,
            .listsComposedPrefixes, .listsUpToAHundredBytes:
            "keys are listed exactly, in the order of their bytes"
        case .pagesBeginAgain, .pagesRepeatAKey, .pagesHaveNoEnd, .pagesAreShort, .pagesOfNothingHaveAll,
            .pagesSkipTheirPrefix, .pagesBeginBehindKeysAlone, .pagesCompareTexts, .pagesAreInUTF16Order:
            "a page has the first keys behind another one, in the order of their bytes"
        case .takesAnyKey, .refusesWithAnotherError:
            "keys that are empty, too long or have control characters are refused"
        case .looksBeforeItWaits, .throwsAtTimes: "of concurrent changes none is lost"
        case .losesOnCancellation, .writesHalfOnCancellation:
            "a canceled change takes place wholly or not at all"
        }
    }
}
