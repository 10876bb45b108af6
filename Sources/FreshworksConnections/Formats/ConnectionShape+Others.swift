extension ConnectionShape {
    /// `GET /connections/{id}` of Nango.
    static let nango = ConnectionShape(
        format: .nango,
        recognizes: { $0["provider"] != nil && ($0["connection_config"] != nil || $0["connection_id"] != nil) },
        read: { object, reading in
            var parts = ImportedParts()
            parts.name = reading.text("connection_id", of: object)
            parts.kept = KeptMembers.of(
                object, besides: ["connection_id", "provider", "connection_config", "credentials"], &reading)
            let provider = reading.text("provider", of: object)
            let config = reading.object("connection_config", of: object)
            // A provider of this name stands for every product of the suite: the host may tell, or the caller.
            if let provider, provider.text != "freshworks" { parts.product = provider }
            if let config {
                let alias =
                    config.json["bundleAlias"] != nil || parts.product?.text == FreshworksProduct.freshsales.name
                let isClassic = alias && config.json["bundleAlias"] == nil && config.json["subdomain"] != nil
                parts.address = reading.text(isClassic || !alias ? "subdomain" : "bundleAlias", of: config)
                if isClassic, let address = parts.address, !address.text.contains(".") {
                    parts.address = ImportedText(text: "\(address.text).freshsales.io", path: address.path)
                }
                let kept = KeptMembers.of(config, besides: ["subdomain", "bundleAlias"], &reading)
                if !kept.isEmpty { parts.kept["connection_config"] = .object(kept) }
            }
            guard let credentials = reading.object("credentials", of: object) else { return parts }
            let key =
                switch credentials.json["type"]?.stringValue {
                case "BASIC": "username"
                case "API_KEY": "apiKey"
                case "OAUTH2": "access_token"
                default: ""
                }
            guard !key.isEmpty else {
                reading.refuse(credentials.path(of: "type"), "must be BASIC, API_KEY or OAUTH2")
                return parts
            }
            parts.secretPath = credentials.path(of: key)
            guard let secret = reading.text(key, of: credentials) else { return parts }
            parts.credential = {
                key == "access_token" ? .oauth(accessToken: secret.text) : .apiKey(secret.text, for: $0)
            }
            if credentials.json["refresh_token"]?.stringValue != nil {
                reading.note(
                    credentials.path(of: "refresh_token"),
                    "was left out: the access token is stored as it is, unrefreshed")
            }
            return parts
        })

    /// An element of the decrypted export of n8n.
    static let n8n = ConnectionShape(
        format: .n8n,
        recognizes: { $0["data"] != nil && $0["type"]?.stringValue?.hasSuffix("Api") == true },
        read: { object, reading in
            var parts = ImportedParts()
            parts.name = reading.text("name", of: object)
            let products = [
                "freshdeskApi": "freshdesk", "freshserviceApi": "freshservice", "freshworksCrmApi": "freshsales",
            ]
            parts.product = reading.text("type", of: object).map {
                ImportedText(text: products[$0.text] ?? "", path: $0.path)
            }
            parts.kept = KeptMembers.of(object, besides: ["name", "data"], &reading)
            if object.json["data"]?.stringValue != nil {
                reading.refuse(object.path(of: "data"), "is encrypted; export the credentials decrypted")
                return parts
            }
            guard let data = reading.object("data", of: object) else { return parts }
            parts.address = reading.text("domain", of: data)
            parts.secretPath = data.path(of: "apiKey")
            if let key = reading.text("apiKey", of: data) { parts.credential = { .apiKey(key.text, for: $0) } }
            return parts
        })

    /// A source of Airbyte: each spells the account its own way.
    static let airbyte = ConnectionShape(
        format: .airbyte,
        recognizes: { json in
            guard json["api_key"] != nil else { return false }
            let isFreshdesk = json["domain"]?.stringValue?.lowercased().hasSuffix(".freshdesk.com") == true
            return json["account_name"] != nil || json["domain_name"] != nil || isFreshdesk
        },
        read: { object, reading in
            var parts = keyed(
                object, &reading,
                places: ["account_name": "freshchat", "domain_name": "freshsales", "domain": "freshdesk"])
            parts.kept = KeptMembers.of(
                object, besides: ["api_key", "account_name", "domain_name", "domain", "name"], &reading)
            return parts
        })

    /// An account of Pipedream. A bare `domain` is not told from that of another product.
    static let pipedream = ConnectionShape(
        format: .pipedream,
        recognizes: { $0["api_key"] != nil && $0["chat_url"] != nil },
        read: { object, reading in
            var parts = keyed(object, &reading, places: ["chat_url": "freshchat", "domain": "freshdesk"])
            parts.kept = KeptMembers.of(object, besides: ["api_key", "chat_url", "domain", "name"], &reading)
            return parts
        })

    private static func keyed(
        _ object: ImportedObject, _ reading: inout ImportReading, places: [String: String]
    ) -> ImportedParts {
        var parts = ImportedParts()
        parts.name = reading.optionalText("name", of: object)
        let place = places.keys.sorted().first { object.json[$0] != nil } ?? "domain"
        parts.address = reading.text(place, of: object)
        parts.product = places[place].map { ImportedText(text: $0, path: object.path(of: place)) }
        parts.secretPath = object.path(of: "api_key")
        if let key = reading.text("api_key", of: object) { parts.credential = { .apiKey(key.text, for: $0) } }
        return parts
    }

    /// Freshdesk's custom authentication of Activepieces, or the basic one of Freshsales, whose user name is the alias.
    static let activepieces = ConnectionShape(
        format: .activepieces,
        recognizes: { $0["base_url"] != nil && $0["access_token"] != nil },
        read: { object, reading in
            var parts = ImportedParts()
            parts.name = reading.optionalText("name", of: object)
            let isBasic = object.json["base_url"] == nil && object.json["username"] != nil
            let (place, secret) = isBasic ? ("username", "password") : ("base_url", "access_token")
            parts.address = reading.text(place, of: object)
            parts.product = ImportedText(text: isBasic ? "freshsales" : "freshdesk", path: object.path(of: place))
            parts.secretPath = object.path(of: secret)
            if let key = reading.text(secret, of: object) { parts.credential = { .apiKey(key.text, for: $0) } }
            parts.kept = KeptMembers.of(object, besides: [place, secret, "name"], &reading)
            return parts
        })
}
