/// A list that can be exported to a file, and the export gone on with: a ``PagedSequence`` or a ``ChangeSequence``.
public protocol ExportableList<Element>: Sendable {
    /// What is listed.
    associatedtype Element: Resource
    /// A place in the list to go on from.
    associatedtype Place: Codable & Sendable

    /// What tells the list apart from every other list, query and account, without telling what was asked.
    /// - Throws: ``FreshworksError`` when the list cannot be asked for.
    var identity: String { get throws }

    /// Reads the list page by page.
    /// - Parameters:
    ///   - place: Where to go on; `nil` begins.
    ///   - take: Gets the records of a page and the place behind it, which is `nil` when nothing can ever follow.
    /// - Throws: ``FreshworksError``; what `take` throws; `CancellationError` when cancelled.
    nonisolated(nonsending) func read(
        from place: Place?, _ take: ([Element], Place?) async throws -> Void
    ) async throws
}

extension PagedSequence: ExportableList {
    /// What tells the list apart from every other list, query and account, without telling what was asked.
    public var identity: String {
        get throws { try pages.identity }
    }

    /// Reads the list page by page, from its own beginning unless there is a place to go on from.
    public nonisolated(nonsending) func read(
        from place: PageCursor?, _ take: ([Element], PageCursor?) async throws -> Void
    ) async throws {
        for try await page in pages.starting(from: place) { try await take(page.items, page.next) }
    }
}

extension ChangeSequence: ExportableList {
    /// What tells the list apart from every other list, query and account, without telling what was asked.
    public var identity: String {
        get throws { try pages.identity }
    }

    /// Reads the list page by page, from its own beginning unless there is a place to go on from.
    public nonisolated(nonsending) func read(
        from place: ChangeCheckpoint?, _ take: ([Element], ChangeCheckpoint?) async throws -> Void
    ) async throws {
        for try await page in pages.starting(from: place) { try await take(page.items, page.checkpoint) }
    }
}

extension PagedSequence.Pages {
    fileprivate var identity: String {
        get throws { try endpoint().fingerprint(of: api.account) }
    }

    fileprivate func starting(from place: PageCursor?) -> Self {
        var pages = self
        if let place { pages.start = place }
        return pages
    }
}

extension ChangeSequence.Pages {
    fileprivate var identity: String {
        get throws { try anyWindow.fingerprint(of: api.account) }
    }

    fileprivate func starting(from place: ChangeCheckpoint?) -> Self {
        var pages = self
        if let place { pages.start = place }
        return pages
    }
}
