/// What the browser shows. Nothing in it comes from the browser's request.
struct LoginPage: Sendable {
    let status: Int
    let title: String

    static let done = LoginPage(status: 200, title: "You are logged in")
    static let failed = LoginPage(status: 400, title: "The login failed")
    static let foreign = LoginPage(status: 400, title: "This does not belong to the login that is waiting")
    static let over = LoginPage(status: 410, title: "No login is waiting any more")
    static let elsewhere = LoginPage(status: 404, title: "There is nothing here")
    static let notRead = LoginPage(status: 405, title: "This address can only be opened")

    /// The whole HTTP answer. The address it is shown for holds the code, so nothing keeps or passes on either.
    var bytes: [UInt8] {
        let body = """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>freshworks login</title>
            <h1>\(title)</h1>
            <p>Go back to the terminal; this page can be closed.</p>
            </html>

            """
        let head = [
            "HTTP/1.1 \(status) ", "Content-Type: text/html; charset=utf-8", "Content-Length: \(body.utf8.count)",
            "Cache-Control: no-store", "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", "Connection: close",
        ]
        return Array((head + ["", body]).joined(separator: "\r\n").utf8)
    }
}
