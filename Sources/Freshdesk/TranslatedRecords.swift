/// Records that there are in several languages. A language is named by its code, such as `de` or `pt-BR`: one of those that the
/// account supports besides its own, as ``HelpdeskSettings`` names them.
public protocol TranslatedRecords: RecordPlace {}

extension TranslatedRecords {
    /// A record in another language. `GET` the path, its id and the language.
    /// - Throws: ``FreshworksError/Code/notFound`` for a record that was not translated.
    public func get(
        _ id: Int64, language: String, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(name("get_translation"), .get, "\(path)/\(id)/\(language)", query: try .language(language)),
            options)
    }

    /// Says a record in another language. `POST` the path, its id and the language.
    @discardableResult
    public func translate(
        _ id: Int64, language: String, _ draft: Draft<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("translate"), .post, "\(path)/\(id)/\(language)", query: try .language(language),
                body: .json(draft)), options)
    }

    /// Changes what a record says in another language. `PUT` the path, its id and the language.
    @discardableResult
    public func update(
        _ id: Int64, language: String, _ update: Update<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("update_translation"), .put, "\(path)/\(id)/\(language)", query: try .language(language),
                body: .json(update)), options)
    }
}

extension TranslatedRecords where Self: PagedRecords {
    /// The records that there are in another language. `GET` the path and the language.
    /// - Parameters:
    ///   - language: The language's code.
    ///   - pageSize: The number of records per page, from 1; as many as the service allows unless told.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        language: String, pageSize: Int = Self.largestPage, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Record> {
        list("list", "\(path)/\(language)", try .language(language), pageSize: pageSize, from: cursor, options)
    }
}

extension TranslatedRecords where Self: ContainedRecords {
    /// The records inside another one that there are in another language. `GET` the path inside it and the language.
    /// - Parameters:
    ///   - container: The record that holds them.
    ///   - language: The language's code.
    ///   - pageSize: The number of records per page, from 1; as many as the service allows unless told.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        in container: Int64, language: String, pageSize: Int = Self.largestPage, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Record> {
        list(
            "list", "\(path(in: container))/\(language)", try .language(language), pageSize: pageSize, from: cursor,
            options)
    }
}

extension QueryItems {
    /// Nothing, behind a path that ends in a language: another word, such as `folders`, would call something else.
    static func language(_ code: String) throws -> QueryItems {
        guard code.wholeMatch(of: /[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4})?/) != nil else {
            throw ArgumentCheck.refusal("language", "must be a language's code, such as de or pt-BR")
        }
        return [:]
    }
}
