extension ConnectionShape {
    /// An authorization profile of Kore.ai whose one key serves everybody: `mode`, `name`, `domain`, `apiKey`, and the templates of
    /// ``ProfileImport``.
    static let kore = ConnectionShape(
        format: .kore,
        recognizes: { json in
            ["preAuthorized", "endUser"].contains(json["mode"]?.stringValue)
                && (json["apiKey"] != nil || json["fields"] != nil)
        },
        read: { object, reading in
            var parts = ImportedParts()
            guard object.json["mode"]?.stringValue != "endUser" else {
                reading.refuse(
                    object.path(of: "mode"),
                    "is of a profile in which each user has a key of their own, so there is none to store here",
                    code: "no_credential")
                parts.isRefused = true
                return parts
            }
            parts.name = reading.optionalText("name", of: object)
            parts.secretPath = object.path(of: "apiKey")
            parts.complete = { parts, product, allowsLoopback, reading in
                let before = reading.problems.count
                let file = ProfileFile(object, product, allowsLoopback, &reading)
                guard before == reading.problems.count, let profile = file.profile else { return nil }
                guard let draft = file.draft else {
                    reading.missing(parts.secretPath)
                    return nil
                }
                parts.profile = draft.profile
                parts.kept = file.kept
                for (key, value) in profile.json.objectValue ?? [:]
                where koreTemplates.contains(key) && object.json[key] != nil {
                    parts.kept[key] = value
                }
                return (draft.account, draft.credential)
            }
            return parts
        })

    /// The members that say where a profile goes and how it is checked. A profile with a domain alone has none of them.
    static let koreTemplates = ["baseURL", "requiresTenant", "fields", "authCheckURL"]
}
