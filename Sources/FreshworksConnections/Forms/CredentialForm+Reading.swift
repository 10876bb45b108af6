extension CredentialForm {
    /// The connection that a filled-in form describes, what people paste mended and told in ``ConnectionDraft/repairs``.
    ///
    /// Nothing is sent. Values of other keys are left alone.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with everything that is wrong, by field. No value is quoted.
    public func connection(from values: [String: String]) throws -> ConnectionDraft {
        var reading = FormReading(self, values)
        reading.require(fields)
        let account = reading.read("subdomain") { try FreshworksAccount(product, subdomain: $0) }
        // Keys are checked beside a wrong subdomain too, so that all is told at once.
        let credential = (account ?? stand).flatMap { reading.credential(for: $0) }
        let facts = reading.facts()
        try reading.finish()
        guard let account, let credential else {
            throw FreshworksError(.invalidArgument, "the form lacks an account or a credential")
        }
        for repair in account.repairs { reading.note(repair, "subdomain") }
        var draft = ConnectionDraft(
            name: facts.name, account: account, credential: credential, description: facts.description,
            tags: facts.tags,
            provenance: Connection.Provenance(source: "form", repairs: reading.repairs.map(\.repair.name).tidied))
        draft.repairs = reading.repairs
        return draft
    }

    /// The new credential of a connection: what ``secretFields`` were filled in with, what people paste mended.
    ///
    /// Nothing is sent, and values of other keys are left alone.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with everything that is wrong, by field. No value is quoted.
    public func credential(from values: [String: String], for account: FreshworksAccount) throws -> Credential {
        var reading = FormReading(self, values)
        reading.require(secretFields)
        let credential = reading.credential(for: account)
        try reading.finish()
        guard let credential else { throw FreshworksError(.invalidArgument, "the form lacks a credential") }
        return credential
    }

    /// Any account of the product.
    private var stand: FreshworksAccount? { try? FreshworksAccount(product, subdomain: "example") }
}
