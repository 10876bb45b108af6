/// The knowledge base of a Freshdesk account: categories, which hold folders, which hold articles. Source: Freshdesk API v2, solutions.
///
/// ```swift
/// let folder = try await freshdesk.solutions.folders.create(in: category.id, SolutionFolderDraft(name: "Returns"))
/// let article = try await freshdesk.solutions.articles.create(
///     in: folder.id, SolutionArticleDraft(title: "Sending it back", description: "<p>…</p>", status: .published))
/// try await freshdesk.solutions.articles.translate(
///     article.id, language: "de", SolutionArticleDraft(title: "Rückgabe", description: "<p>…</p>"))
/// ```
public struct SolutionEndpoints: Sendable {
    let api: APIClient

    /// The categories.
    public var categories: SolutionCategoryEndpoints { SolutionCategoryEndpoints(api: api) }
    /// The folders.
    public var folders: SolutionFolderEndpoints { SolutionFolderEndpoints(api: api) }
    /// The articles.
    public var articles: SolutionArticleEndpoints { SolutionArticleEndpoints(api: api) }

    /// Articles with a word. `GET /search/solutions?term=`
    /// - Parameters:
    ///   - term: The word.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func search(
        _ term: String, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<SolutionArticle> {
        api.list(
            ListEndpoint("solutions.search", "search/solutions", query: .term("term", term), paging: .linkHeader),
            from: cursor, options)
    }
}

/// The folders of the knowledge base, in all its languages. A folder is deleted with its translations. Source: Freshdesk API v2,
/// solution folders: `GET` and `POST /solutions/categories/{id}/folders`, `GET`, `PUT` and `DELETE /solutions/folders/{id}`, `GET`,
/// `POST` and `PUT /solutions/folders/{id}/{language}`, `GET /solutions/categories/{id}/folders/{language}`.
public struct SolutionFolderEndpoints: ContainedRecords, FetchedRecords, UpdatedRecords, DeletedRecords,
    TranslatedRecords
{
    /// What is there.
    public typealias Record = SolutionFolder
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "solutions/folders" }
    /// Where those of a category are.
    public func path(in category: Int64) -> PathTemplate { "solutions/categories/\(category)/folders" }

    /// The folders of a folder, where the account has that. `GET /solutions/folders/{id}/subfolders`, or with a language
    /// `GET /solutions/folders/{id}/subfolders/{language}`
    /// - Parameters:
    ///   - id: The folder that holds them.
    ///   - language: Those that there are in another language, by its code; `nil` lists all in the account's own.
    ///   - pageSize: 1 to 100 folders per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func subfolders(
        of id: Int64, language: String? = nil, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<SolutionFolder> {
        let path: PathTemplate = "solutions/folders/\(id)/subfolders"
        return list(
            "subfolders", language.map { "\(path)/\($0)" } ?? path, try language.map { try .language($0) } ?? [:],
            pageSize: pageSize, from: cursor, options)
    }
}

/// The articles of the knowledge base, in all its languages. An article is deleted with its translations. Source: Freshdesk API v2,
/// solution articles: `GET` and `POST /solutions/folders/{id}/articles`, `GET`, `PUT` and `DELETE /solutions/articles/{id}`, `GET`,
/// `POST` and `PUT /solutions/articles/{id}/{language}`, `GET /solutions/folders/{id}/articles/{language}`.
public struct SolutionArticleEndpoints: ContainedRecords, FetchedRecords, UpdatedRecords, DeletedRecords,
    TranslatedRecords
{
    /// What is there.
    public typealias Record = SolutionArticle
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "solutions/articles" }
    /// Where those of a folder are.
    public func path(in folder: Int64) -> PathTemplate { "solutions/folders/\(folder)/articles" }
}

extension FreshdeskClient {
    /// The knowledge base.
    public var solutions: SolutionEndpoints { SolutionEndpoints(api: api) }
}
