import FreshworksConnections
import FreshworksCore

/// The page of connections, drawn from the library's forms. Plain HTML: it works without scripts.
enum SettingsPage {
    /// Something to say at the top of a page.
    struct Notice {
        var text: String
        var isGood = false
    }

    /// All connections, what can be done with each, and what can be added.
    static func list(
        _ connections: [Connection], products: [FreshworksProduct], tenants: [Tenant], _ notice: Notice?
    ) -> HTML {
        page(
            "Connections", notice,
            """
            <table><tbody>\(connections.map(row))</tbody></table>
            <h2>Add a connection</h2>
            <ul>\(products.flatMap { CredentialForm.all(for: $0) }.map { form in
                "<li><a href=\"/settings/new/\(form.product.name)/\(form.kind.rawValue)\">\(form.title)</a></li>"
            })</ul>
            <h2>Connect by consent</h2>
            <ul>\(tenants.flatMap { tenant in tenant.accesses.map { consent(tenant.name, $0.account.product) } })</ul>
            """)
    }

    /// A form with what was typed into it, but for secrets, and what was wrong with it.
    static func form(
        _ form: CredentialForm, values: [String: String] = [:], errors: [FreshworksError.FieldError] = [],
        _ notice: Notice?
    ) -> HTML {
        page(
            form.title, notice,
            """
            <form method="post">
            \(form.fields.map { field in input(field, values[field.key], errors.filter { $0.field == field.key }) })
            <button>Verify and save</button> <a href="/settings">Back</a>
            </form>
            """)
    }

    /// What takes a new secret for a connection. It asks for the secrets alone.
    static func rotation(
        of connection: Connection, _ form: CredentialForm, errors: [FreshworksError.FieldError] = [], _ notice: Notice?
    ) -> HTML {
        page(
            "A new credential for \(connection.name)", notice,
            """
            <form method="post">
            \(form.secretFields.map { field in input(field, nil, errors.filter { $0.field == field.key }) })
            <button>Verify and replace</button> <a href="/settings">Back</a>
            </form>
            <p>Does generating a new one end the old one? Then press this first, and calls wait instead of failing:
            \(button("announce", "Let calls wait", connection))</p>
            """)
    }

    private static func consent(_ tenant: String, _ product: FreshworksProduct) -> HTML {
        "<li><a href=\"/settings/consent/\(tenant)/\(product.name)\">\(tenant) \(product.title)</a></li>"
    }

    private static func row(_ connection: Connection) -> HTML {
        let renewal: HTML =
            connection.kind == .session
            ? "<a href=\"/settings/\(connection.id)/consent\">Ask for consent again</a>"
            : "<a href=\"/settings/\(connection.id)/rotate\">Replace the credential</a>"
        return """
            <tr id="\(connection.id)"><th>\(connection.name)</th><td>\(connection.product.title)</td>\
            <td>\(connection.account.baseURL)</td><td>\(connection.verdict?.rawValue ?? "not verified")</td><td>
            \(button("verify", "Check", connection)) \(renewal)
            \(button("remove", "Remove", connection))</td></tr>
            """
    }

    private static func button(_ action: String, _ label: String, _ connection: Connection) -> HTML {
        "<form method=\"post\" action=\"/settings/\(connection.id)/\(action)\"><button>\(label)</button></form>"
    }

    private static func input(
        _ field: FormField, _ value: String?, _ errors: [FreshworksError.FieldError]
    ) -> HTML {
        """
        <p><label for="\(field.key)">\(field.label)</label>
        \(control(field, value))
        \([field.help, field.warning].compactMap { $0 }.map { "<small>\($0)</small>" })
        \(errors.map { "<strong>\($0.message ?? "cannot be taken")</strong>" })</p>
        """
    }

    private static func control(_ field: FormField, _ value: String?) -> HTML {
        let value = value ?? field.value
        if !field.choices.isEmpty {
            let options = field.choices.map { choice -> HTML in
                let mark: HTML = choice.value == value ? " selected" : ""
                return "<option value=\"\(choice.value)\"\(mark)>\(choice.label)</option>"
            }
            return "<select id=\"\(field.key)\" name=\"\(field.key)\">\(options)</select>"
        }
        let required: HTML = field.isRequired ? " required" : ""
        // A secret goes to the server and never comes back.
        let kind: HTML = field.isSecret ? "type=\"password\" autocomplete=\"off\"" : "value=\"\(value ?? "")\""
        return """
            <input id="\(field.key)" name="\(field.key)" placeholder="\(field.placeholder ?? "")" \(kind)\(required)>
            """
    }

    private static func page(_ title: String, _ notice: Notice?, _ content: HTML) -> HTML {
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>\(title)</title>
        <style>body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:48rem}label,small,strong{display:block}\
        td form{display:inline}.bad,strong{color:#a00}.good{color:#060}</style>
        <h1>\(title)</h1>
        \(notice.map { ["<p role=\"status\" class=\"\($0.isGood ? "good" : "bad")\">\($0.text)</p>"] } ?? [])
        \(content)</html>
        """
    }
}

extension SettingsPage.Notice {
    /// What a user can do about an error; not where and how it came about.
    init(_ error: FreshworksError) {
        self.init(text: error.advice ?? "This did not work: \(error.message).")
    }
}
