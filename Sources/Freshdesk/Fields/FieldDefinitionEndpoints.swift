extension TicketEndpoints {
    /// The fields that tickets of the account have, to check drafts and updates by. `GET /ticket_fields`
    public func fieldDefinitions(options: CallOptions = CallOptions()) async throws -> FieldDefinitions<Ticket.Fields> {
        // They come whole.
        FieldDefinitions(
            try await api.send(Endpoint("ticket_fields.definitions", .get, "ticket_fields"), options))
    }
}

extension ContactEndpoints {
    /// The fields that contacts of the account have, to check drafts and updates by. `GET /contact_fields`, for administrators.
    public func fieldDefinitions(
        options: CallOptions = CallOptions()
    ) async throws -> FieldDefinitions<Contact.Fields> {
        try await api.advising(ifForbidden: "The key must be an administrator's.")
            .fieldDefinitions("contact_fields", options)
    }
}

extension CompanyEndpoints {
    /// The fields that companies of the account have, to check drafts and updates by. `GET /company_fields`, for
    /// administrators.
    public func fieldDefinitions(
        options: CallOptions = CallOptions()
    ) async throws -> FieldDefinitions<Company.Fields> {
        try await api.advising(ifForbidden: "The key must be an administrator's.")
            .fieldDefinitions("company_fields", options)
    }
}

extension APIClient {
    /// Those of contacts and companies are lists like any other: an account may have more than a page of them.
    fileprivate func fieldDefinitions<Table: FieldTable>(
        _ path: String, _ options: CallOptions
    ) async throws -> FieldDefinitions<Table> {
        let pages = ListEndpoint<FieldDefinition>(
            "\(path).definitions", "\(path)", query: .page(of: 100), paging: .linkHeader)
        return FieldDefinitions(try await list(pages, options).all())
    }
}

extension FieldDefinitions where Table == Ticket.Fields {
    /// The statuses that tickets can have, with what agents and customers read.
    public var statuses: [FieldChoices.Choice] { choices(of: "default_status") }

    /// What agents read of a status.
    public func label(of status: TicketStatus?) -> String? { label(of: status, "default_status") }

    /// What agents read of a source.
    public func label(of source: TicketSource?) -> String? { label(of: source, "default_source") }

    /// What agents read of a priority.
    public func label(of priority: TicketPriority?) -> String? { label(of: priority, "default_priority") }

    /// The status that agents know by a label, whatever the case of its letters.
    public func status(labeled label: String) -> TicketStatus? {
        statuses.first { $0.label.lowercased() == label.lowercased() }.flatMap { TicketStatus(json: $0.value) }
    }

    private func choices(of type: String) -> [FieldChoices.Choice] {
        all.first { $0.type == type }?.choices?.all ?? []
    }

    private func label(of value: (some OpenEnum)?, _ type: String) -> String? {
        value.flatMap { value in choices(of: type).first { $0.value == value.jsonValue }?.label }
    }
}
