import Foundation

/// Turns a reply into the bytes of an HTTP/1.1 response, head and body together, so that one send takes both.
enum HTTPReplyWriter {
    /// - Parameter method: The request's; an answer to `HEAD` announces the length of a body that it does not have.
    static func bytes(of reply: SandboxReply, to method: String, closing: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(reply.status) \(reason(reply.status))\r\n"
        for (name, value) in reply.headers { text += "\(name): \(value)\r\n" }
        let hasBody = reply.status >= 200 && reply.status != 204 && reply.status != 304
        if hasBody { text += "Content-Length: \(reply.body.count)\r\n" }
        if closing { text += "Connection: close\r\n" }
        text += "\r\n"
        return Array(text.utf8) + (hasBody && method != "HEAD" ? Array(reply.body) : [])
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 302: "Found"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        // why: this is the phrase of RFC 9110 §15.6.2.
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        // RFC 9112 §4 allows an empty reason, not a missing space.
        default: ""
        }
    }
}
