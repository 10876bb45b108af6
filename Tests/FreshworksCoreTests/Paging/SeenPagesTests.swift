import Testing

@testable import FreshworksCore

@Suite("What a list remembers of its pages")
struct SeenPagesTests {
    /// How many pages are read before one is recognized, when they come again after so many.
    private func pagesUntilRecognized(_ cycle: Int, after beginning: Int = 0, limit: Int) -> Int? {
        var seen = SeenPages(limit: limit)
        for page in 0..<50 * limit {
            let digest = page < beginning ? -page - 1 : (page - beginning) % cycle
            if seen.contains(digest) { return page }
            seen.insert(digest)
        }
        return nil
    }

    @Test("does not grow with the list")
    func bounded() {
        var seen = SeenPages(limit: 16)
        for page in 0..<10_000 {
            #expect(!seen.contains(page))
            seen.insert(page)
            #expect(seen.size <= 17)
            #expect(seen.last == page)
            #expect((max(0, page - 15)...page).allSatisfy(seen.contains))
        }
    }

    @Test(
        "recognizes the first page that comes again, wherever the circle begins", arguments: [1, 2, 15, 16], [0, 3, 40])
    func small(cycle: Int, beginning: Int) {
        #expect(pagesUntilRecognized(cycle, after: beginning, limit: 16) == beginning + cycle)
    }

    @Test("recognizes a circle of more pages than it remembers, later", arguments: [17, 30, 100, 200], [0, 3, 40])
    func great(cycle: Int, beginning: Int) throws {
        let pages = try #require(pagesUntilRecognized(cycle, after: beginning, limit: 16))
        #expect(pages <= 4 * (cycle + beginning))
    }

    @Test("takes a page that is inserted twice as one")
    func twice() {
        var seen = SeenPages(limit: 4)
        for page in [1, 1, 1, 1, 1, 2, 3, 4] { seen.insert(page) }
        #expect([1, 2, 3, 4].allSatisfy(seen.contains))
    }
}
