import Foundation

/// Something that goes wrong with one request; hand it to ``Sandbox/inject(_:on:times:)``.
///
/// In process it becomes the error that a real transport would throw; over HTTP it happens on the wire.
public struct Fault: Sendable {
    let effect: Effect
    private(set) var delay = Duration.zero

    enum Effect: Sendable {
        case none
        /// The service is not asked and counts nothing.
        case reply(SandboxReply)
        case truncatedBody
        case reset
        case notHTTP
        case shiftedRows(Int)
        case foreignLinks(String)
        case authorizationError(AuthorizationError)
    }

    /// What an authorization server may say of itself in place of a consent page (RFC 6749 §4.1.2.1).
    public enum AuthorizationError: String, Sendable, Hashable, CaseIterable {
        /// The client may not ask this way.
        case unauthorizedClient = "unauthorized_client"
        /// The server failed.
        case serverError = "server_error"
        /// The server is overloaded or in maintenance.
        case temporarilyUnavailable = "temporarily_unavailable"
    }

    /// The same fault, after a wait. In process the wait goes by the sandbox's clock, over HTTP by the machine's.
    public func delayed(by delay: Duration) -> Fault {
        var fault = self
        fault.delay += delay
        return fault
    }
}

extension Fault {
    /// Another answer in place of the service's, which does not carry out the call.
    public static func status(
        _ status: Int, headers: KeyValuePairs<String, String> = [:], body: String = ""
    ) -> Fault {
        let headers = headers.map { (name: $0.key, value: $0.value) }
        return Fault(effect: .reply(SandboxReply(status: status, headers: headers, body: Data(body.utf8))))
    }

    /// The right answer, late. A client's own deadline may pass first, although the call was carried out.
    public static func delay(_ delay: Duration) -> Fault { Fault(effect: .none).delayed(by: delay) }

    /// The connection breaks before the answer, although the call was carried out.
    public static var reset: Fault { Fault(effect: .reset) }

    /// The connection ends in the middle of the answer's body, although the call was carried out.
    public static var truncatedBody: Fault { Fault(effect: .truncatedBody) }

    /// Bytes that are no HTTP, although the call was carried out.
    public static var notHTTP: Fault { Fault(effect: .notHTTP) }

    /// A web page where JSON should be.
    public static func html(status: Int = 200) -> Fault {
        Fault(effect: .reply(.page(status, title: "Scheduled maintenance")))
    }

    /// 200 with a body that says it is JSON and is not.
    public static var garbage: Fault {
        .status(200, headers: ["Content-Type": "application/json"], body: "{\"id\":1,\u{7}}]")
    }

    /// A success without a body, as a careless proxy makes of it.
    public static func emptySuccess(status: Int = 200) -> Fault { .status(status) }

    /// Pages after the first begin `count` rows too early and so repeat the end of the page before, as happens when that many
    /// records are created between two calls. A negative number leaves rows out, as when records are deleted.
    public static func shiftedRows(_ count: Int) -> Fault { Fault(effect: .shiftedRows(count)) }

    /// The OAuth server sends the browser back with an error in place of a consent page. Other requests take no notice.
    public static func authorizationError(_ error: AuthorizationError) -> Fault {
        Fault(effect: .authorizationError(error))
    }

    /// Links to the next page lead to another origin, such as `https://attacker.example`. Freshsales has no such links.
    public static func foreignLinks(to origin: String) -> Fault { Fault(effect: .foreignLinks(origin)) }
}

/// A fault that waits for requests.
struct ScriptedFault: Sendable {
    let fault: Fault
    let matcher: RequestMatcher
    var left: Int
}
