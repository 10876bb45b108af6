/// Reads a filled-in form field by field, and remembers what is wrong and what was mended.
struct FormReading {
    private let form: CredentialForm
    private let values: [String: String]
    private var errors: [FreshworksError.FieldError] = []
    private(set) var repairs: [FieldRepair] = []

    init(_ form: CredentialForm, _ values: [String: String]) {
        self.form = form
        // What the form shows as filled in counts when a field does not come back at all.
        let given = form.fields.compactMap { field in field.value.map { (field.key, $0) } }
        self.values = Dictionary(given) { first, _ in first }.merging(values) { _, new in new }
    }

    /// - Throws: ``FreshworksError/Code/invalidArgument`` if anything is wrong.
    func finish() throws {
        guard !errors.isEmpty else { return }
        var error = FreshworksError(
            .invalidArgument, "the form cannot be taken as it is",
            advice: "Correct the \(errors.count == 1 ? "field" : "fields") and send it again.")
        let order = form.fields.map(\.key)
        error.fieldErrors = errors.sorted { left, right in
            (order.firstIndex { $0 == left.field } ?? 0) < (order.firstIndex { $0 == right.field } ?? 0)
        }
        throw error
    }

    mutating func note(_ repair: FreshworksAccount.Repair, _ field: String) {
        let new = FieldRepair(field: field, repair: repair)
        if !repairs.contains(new) { repairs.append(new) }
    }

    mutating func require(_ fields: [FormField]) {
        for field in fields where field.isRequired && isBlank(field.key) {
            errors.append(.missing(field.key, "must be filled in"))
        }
    }

    /// Reads a field that is filled in; `nil` if it is not, or is wrong.
    mutating func read<Value>(_ key: String, _ read: (String) throws -> Value) -> Value? {
        guard !isBlank(key), let text = values[key] else { return nil }
        return attempt(blaming: { _ in key }) { try read(text) }
    }

    mutating func facts() -> (name: String, description: String?, tags: [String]) {
        let name = (values["name"] ?? "").trimmingWhitespace
        let tags = (values["tags"] ?? "").split(separator: ",").map(String.init).tidied
        if !name.isEmpty { include { $0.name(name) } }
        include { $0.tags(tags) }
        return (name, isBlank("description") ? nil : values["description"]?.trimmingWhitespace, tags)
    }

    /// The credential of the form's kind, mended for an account; `nil` if it is missing or wrong.
    mutating func credential(for account: FreshworksAccount) -> Credential? {
        switch form.kind {
        case .password: login(at: account)
        case .accessToken: key("access_token", at: account) { .oauth(accessToken: $0) }
        case .header: header(at: account)
        default: key(form.fields.last?.key ?? "api_key", at: account) { .apiKey($0, for: account.product) }
        }
    }

    // MARK: - Kinds

    private mutating func key(
        _ key: String, at account: FreshworksAccount, _ make: (String) -> Credential
    ) -> Credential? {
        let credential = read(key) { try make($0).checked(for: account) }
        for repair in credential?.repairs ?? [] { note(repair, key) }
        return credential
    }

    private mutating func login(at account: FreshworksAccount) -> Credential? {
        func login(_ email: String, _ password: String) throws -> Credential {
            try Credential.password(email: email, password: Secret(password), for: account.product)
                .checked(for: account)
        }
        // Each beside one that is right, so that both are told.
        let email = read("email") { email in
            try ArgumentCheck.email(email.trimmingWhitespace, "email")
            _ = try login(email, "a password")
            return email
        }
        let password = read("password") { password in
            _ = try login("somebody@example.com", password)
            return password
        }
        guard let email, let password, let credential = try? login(email, password) else { return nil }
        for repair in credential.repairs { note(repair, "email") }
        return credential
    }

    private mutating func header(at account: FreshworksAccount) -> Credential? {
        let prefix = read("prefix") { text in
            let name = text.trimmingWhitespace.lowercased()
            guard let prefix = HeaderPrefix.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
                throw ArgumentCheck.refusal("prefix", "must be one of the choices")
            }
            return prefix
        }
        guard let prefix, !isBlank("header") else { return nil }
        let (field, username, password) = (values["header"] ?? "", values["username"] ?? "", values["password"] ?? "")
        let carrier = prefix == .basic || password.isEmpty ? "username" : "password"
        let blame: (FreshworksError) -> String = { error in
            switch error.code {
            case .credentialHeaderField, .invalidHeaderField: "header"
            case .passwordTooShort, .passwordContainsUserName, .credentialSwapped: "password"
            default: carrier
            }
        }
        let credential = attempt(blaming: blame) {
            try Credential.header(field: field, prefix: prefix, username: username, password: password)
                .checked(for: account)
        }
        for repair in credential?.repairs ?? [] { note(repair, carrier) }
        return credential
    }

    // MARK: - Errors

    private func isBlank(_ key: String) -> Bool { (values[key] ?? "").trimmingWhitespace.isEmpty }

    private mutating func include(_ check: (inout ArgumentCheck) -> Void) {
        var all = ArgumentCheck()
        check(&all)
        _ = attempt(blaming: { _ in "" }) { try all.finish() }
    }

    /// Takes down what is wrong, with the field to blame where the error names none.
    private mutating func attempt<Value>(
        blaming field: (FreshworksError) -> String, _ read: () throws -> Value
    ) -> Value? {
        do {
            return try read()
        } catch let error as FreshworksError where !error.fieldErrors.isEmpty {
            errors += error.fieldErrors
        } catch {
            let error = error as? FreshworksError
            errors.append(
                .init(
                    field: error.map(field), code: error?.code.rawValue,
                    message: error?.sentence ?? "cannot be read"))
        }
        return nil
    }
}
