/// A text of an app's file with places for what the installing person enters.
///
/// Its parts are secrets, because a client secret is written in such a text.
struct FDKTemplate: Sendable {
    enum Part: Sendable {
        case text(Secret)
        /// A place for a value, and what stands there when it was left empty.
        case value(name: String, fallback: Secret?)
    }

    let parts: [Part]

    /// Finds `<%= oauth_iparams.name %>`, `{{ oauth_iparams.name }}`, and either with a default as in `… || 'acme'`.
    /// Any other expression is refused: nothing is evaluated.
    init(_ text: String) throws(ImportProblem) {
        let opening = /<%=?|\{\{/
        let lookup = /\s*oauth_iparams\.([A-Za-z0-9_]+)\s*(?:\|\|\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*)?/
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstRange(of: opening) {
            if start.lowerBound > rest.startIndex { parts.append(.text(Secret(String(rest[..<start.lowerBound])))) }
            guard let end = rest[start.upperBound...].firstRange(of: rest[start] == "{{" ? "}}" : "%>"),
                let found = rest[start.upperBound..<end.lowerBound].wholeMatch(of: lookup)?.output
            else { throw Self.malformed }
            parts.append(.value(name: String(found.1), fallback: (found.2 ?? found.3).map { Secret(String($0)) }))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { parts.append(.text(Secret(String(rest)))) }
        self.parts = parts
    }

    private static let malformed = ImportProblem.value(
        "may hold <%= oauth_iparams.name %> or {{ oauth_iparams.name }}, with a default or without, and no other expression"
    )

    /// The names of the values that it has places for.
    var names: Set<String> {
        Set(parts.compactMap { if case .value(let name, _) = $0 { name } else { nil } })
    }

    /// The text with all values in their places.
    func filled(with values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text.reveal()
            case .value(let name, let fallback): Self.value(of: name, or: fallback, in: values)
            }
        }.joined()
    }

    /// A value that was left empty counts as absent, as it does in the platform's own templates.
    static func value(of name: String, or fallback: Secret?, in values: [String: String]) -> String {
        values[name].flatMap { $0.isEmpty ? nil : $0 } ?? fallback?.reveal() ?? ""
    }
}
