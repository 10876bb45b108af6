import Foundation

/// The pages of the authorization endpoint.
enum ConsentPage {
    /// Asks the user.
    static func asking(
        client: String, organization: String, redirectURI: String, scopes: [String], ticket: String
    )
        -> SandboxReply
    {
        let rows = scopes.map { "<li>\(escape($0))</li>" }.joined()
        return page(
            200, "Allow access to \(escape(organization))?",
            """
            <p>The app \(escape(client)) would like to</p>
            <ul>\(rows)</ul>
            <p>and to take you to \(escape(redirectURI)) then.</p>
            <form method="post" action="authorize">
            <input type="hidden" name="ticket" value="\(escape(ticket))">
            <button name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Deny</button>
            </form>
            """)
    }

    /// Says what is wrong with a request that must not be sent back to where it says it comes from.
    /// - Parameter reason: Never something of the request.
    static func refusing(_ reason: String) -> SandboxReply { page(400, escape(reason), "") }

    private static func page(_ status: Int, _ title: String, _ content: String) -> SandboxReply {
        let html =
            "<!DOCTYPE html>\n<html><head><title>\(title)</title></head>\n<body><h1>\(title)</h1>\n\(content)</body></html>\n"
        return SandboxReply(
            status: status,
            headers: [
                ("Content-Type", "text/html; charset=utf-8"),
                ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                ("X-Frame-Options", "DENY"),
            ], body: Data(html.utf8))
    }

    private static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
