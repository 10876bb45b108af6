/// The notes of a Freshsales account. Source: Freshworks CRM API, notes: `POST /notes`, `PUT` and
/// `DELETE /notes/{id}`.
public struct NoteEndpoints: CreatedRecords, UpdatedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = Note
    /// Sends the calls.
    public let api: APIClient
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
