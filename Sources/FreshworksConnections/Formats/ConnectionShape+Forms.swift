extension ConnectionShape {
    /// A basic REST connection: Application, Name, Host, User name, Password, Header, Header prefix.
    static let basicForm = ConnectionShape(
        format: .basicForm,
        recognizes: { json in
            let form = json.labeled
            return form["host"] != nil && form["header"] != nil && form["headerprefix"] != nil
        },
        read: { object, reading in
            let form = object.labeled
            var parts = ImportedParts()
            parts.name = reading.text("name", of: form)
            parts.description = reading.optionalText("description", of: form)?.text
            parts.product = reading.optionalText("application", of: form).map {
                ImportedText(text: $0.text.trimmingWhitespace.lowercased(), path: $0.path)
            }
            parts.address = reading.text("host", of: form)
            parts.kept = KeptMembers.of(
                object.without([
                    "name", "description", "application", "host", "username", "password", "header", "headerprefix",
                ]),
                besides: [], &reading)
            parts.secretPath = form.path(of: "username")
            let field = reading.text("header", of: form)
            guard let wanted = reading.text("headerprefix", of: form), let field else { return parts }
            let name = wanted.text.trimmingWhitespace.lowercased()
            guard let prefix = HeaderPrefix.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
                reading.refuse(wanted.path, "must be Basic, Bearer, Token or None")
                return parts
            }
            let username = reading.optionalText("username", of: form)
            let password = reading.optionalText("password", of: form)
            guard username != nil || password != nil else {
                reading.missing(form.path(of: "username"))
                return parts
            }
            parts.credential = { _ in
                .header(
                    field: field.text, prefix: prefix, username: username?.text ?? "", password: password?.text ?? "")
            }
            return parts
        })

    /// Credential Name, Credential Description, API Token (Freshchat) or API Key, Account Subdomain or Domain.
    static let nexla = ConnectionShape(
        format: .nexla,
        recognizes: { json in
            let form = json.labeled
            return form["credentialname"] != nil && (form["apitoken"] != nil || form["apikey"] != nil)
        },
        read: { object, reading in
            let form = object.labeled
            var parts = ImportedParts()
            parts.name = reading.text("credentialname", of: form)
            parts.description = reading.optionalText("credentialdescription", of: form)?.text
            let place = ["accountsubdomain", "subdomain", "domain"].first { form.json[$0] != nil }
            parts.address = reading.text(place ?? "accountsubdomain", of: form)
            // Only the form for Freshchat asks for a token. The others ask for a key, whatever the product.
            let secret = form.json["apikey"] != nil ? "apikey" : "apitoken"
            if secret == "apitoken" {
                parts.product = ImportedText(text: FreshworksProduct.freshchat.name, path: form.path(of: secret))
            }
            parts.secretPath = form.path(of: secret)
            if let key = reading.text(secret, of: form) { parts.credential = { .apiKey(key.text, for: $0) } }
            parts.kept = KeptMembers.of(
                object.without(["credentialname", "credentialdescription", "apitoken", "apikey", place ?? ""]),
                besides: [], &reading)
            return parts
        })
}

extension JSONObject {
    /// The members by their labels.
    fileprivate var labeled: JSONObject { JSONObject(map { ($0.key.label, $0.value) }) }
}

extension ImportedObject {
    fileprivate var labeled: ImportedObject { ImportedObject(path: path, json: json.labeled) }

    /// The other members by their own keys: a label has lost the words that tell a secret.
    fileprivate func without(_ labels: Set<String>) -> ImportedObject {
        let others = json.filter { !labels.contains($0.key.label) }
        return ImportedObject(path: path, json: JSONObject(others.map { ($0.key, $0.value) }))
    }
}

extension String {
    /// Without case, spaces and marks, as forms are written down in many ways.
    fileprivate var label: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
