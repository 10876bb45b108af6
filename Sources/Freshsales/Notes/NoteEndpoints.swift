/// The notes of a Freshsales account. Source: Freshworks CRM API, notes.
public struct NoteEndpoints: Sendable {
    let api: APIClient

    /// Writes a note. `POST /notes`
    @discardableResult
    public func create(_ draft: NoteDraft, options: CallOptions = CallOptions()) async throws -> Note {
        try await api.send(
            Endpoint("notes.create", .post, "notes", body: .json(draft, at: "note"), root: "note"), options)
    }

    /// Changes a note. `PUT /notes/{id}`
    @discardableResult
    public func update(_ id: Int64, _ update: NoteUpdate, options: CallOptions = CallOptions()) async throws -> Note {
        try await api.send(
            Endpoint("notes.update", .put, "notes/\(id)", body: .json(update, at: "note"), root: "note"), options)
    }

    /// Deletes a note. `DELETE /notes/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("notes.delete", .delete, "notes/\(id)"), options)
    }
}

extension FreshsalesClient {
    /// The notes of the account.
    public var notes: NoteEndpoints { NoteEndpoints(api: api) }
}

extension RecordEndpoints where Record == Contact {
    /// The notes about a contact. `GET /contacts/{id}/notes`
    ///
    /// The service documents no pages of this list; where an answer names a next one, it is read.
    public func notes(of id: Int64, options: CallOptions = CallOptions()) -> PagedSequence<Note> {
        api.list(ListEndpoint(name("notes"), "contacts/\(id)/notes", root: "notes", paging: .named), from: nil, options)
    }
}

extension RecordEndpoints where Record == Deal {
    /// The notes about a deal. `GET /deals/{id}/notes`
    ///
    /// The service documents no pages of this list; where an answer names a next one, it is read.
    public func notes(of id: Int64, options: CallOptions = CallOptions()) -> PagedSequence<Note> {
        api.list(ListEndpoint(name("notes"), "deals/\(id)/notes", root: "notes", paging: .named), from: nil, options)
    }
}

extension Include where Record == Note {
    /// The user who wrote the note.
    public static var creator: Self { Self(rawValue: "creater") }
}

extension Contact {
    /// The notes about the contact; with `.notes`.
    public var notes: [Note]? { related(all: "note_ids", in: "notes") }
}
