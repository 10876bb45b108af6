extension ConnectionShape {
    /// `POST /instances` of Cloud Elements and SAP Open Connectors. The API key stands in `configuration.username`.
    static let cloudElements = ConnectionShape(
        format: .cloudElements,
        recognizes: { $0["configuration"]?.objectValue != nil && $0["name"] != nil || $0["element"]?["key"] != nil },
        read: { object, reading in
            var parts = ImportedParts()
            parts.name = reading.text("name", of: object)
            parts.tags = reading.texts("tags", of: object)
            parts.isEnabled = !reading.flag("disabled", of: object, otherwise: false)
            parts.kept = KeptMembers.of(
                object, besides: ["name", "tags", "disabled", "configuration", "element"], &reading)
            if object.json["element"] != nil, let element = reading.object("element", of: object) {
                parts.product = reading.text("key", of: element).map {
                    ImportedText(text: CloudElement.product(of: $0.text) ?? $0.text, path: $0.path)
                }
                let kept = KeptMembers.of(element, besides: ["key"], &reading)
                if !kept.isEmpty { parts.kept["element"] = .object(kept) }
            }
            guard let configuration = reading.object("configuration", of: object) else { return parts }
            parts.address = reading.text("subdomain", of: configuration)
            parts.secretPath = configuration.path(of: "username")
            if let key = reading.text("username", of: configuration) {
                parts.credential = { .apiKey(key.text, for: $0) }
            }
            let kept = KeptMembers.of(configuration, besides: ["subdomain", "username"], &reading)
            if !kept.isEmpty { parts.kept["configuration"] = .object(kept) }
            return parts
        })

    /// What ``ConnectionRegistry/export(_:as:secrets:)`` writes.
    static let native = ConnectionShape(
        format: .native,
        recognizes: { $0["schema"] != nil && $0["base_url"] != nil && $0["kind"] != nil },
        read: { object, reading in
            var parts = ImportedParts()
            if object.json["schema"] != 1 {
                reading.refuse(object.path(of: "schema"), "must be 1; update this program")
            }
            parts.name = reading.text("name", of: object)
            parts.description = reading.optionalText("description", of: object)?.text
            parts.tags = reading.texts("tags", of: object)
            parts.product = reading.text("product", of: object)
            parts.address = reading.text("base_url", of: object)
            parts.isBaseURL = true
            parts.isEnabled = reading.flag("enabled", of: object, otherwise: true)
            if object.json["check"]?.isNull == false { parts.check = reading.object("check", of: object)?.json }
            if object.json["options"]?.isNull == false, let options = reading.object("options", of: object) {
                parts.options = KeptMembers.of(options, besides: [], &reading)
            }
            if object.json["profile"]?.isNull == false, let profile = reading.object("profile", of: object) {
                parts.profile = reading.text("name", of: profile).map {
                    ProfileKey(profile: $0.text, user: reading.optionalText("user", of: profile)?.text)
                }
            }
            if let origin = object.json["provenance"]?.objectValue, let source = origin["source"]?.stringValue {
                let repairs = origin["repairs"]?.arrayValue?.compactMap(\.stringValue) ?? []
                parts.source = Connection.Provenance(source: source, repairs: repairs)
            }
            let kind = reading.text("kind", of: object)
            parts.secretPath = object.path(of: "secret")
            guard let secret = reading.object("secret", of: object), let kind else { return parts }
            guard Credential(Connection.Kind(rawValue: kind.text), secret.json, for: .freshdesk) != nil else {
                reading.refuse(secret.path, "is none of the connection's kind")
                return parts
            }
            parts.credential = { product in
                Credential(Connection.Kind(rawValue: kind.text), secret.json, for: product)
                    ?? .apiKey("", for: product)
            }
            return parts
        })
}

/// The elements of Cloud Elements whose accounts this library can call.
enum CloudElement {
    private static let products = ["freshdeskv2": FreshworksProduct.freshdesk.name]

    static func product(of key: String) -> String? { products[key.trimmingWhitespace.lowercased()] }

    static func key(of product: FreshworksProduct) -> String? {
        products.first { $0.value == product.name }?.key
    }
}
