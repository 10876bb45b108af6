import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

/// A client of an invented organization whose server answers by script.
struct OAuthFixture {
    static let clientSecret = "FAKEclient/secret+9"
    static let accessToken = "FAKEaccess.token_1-~+/=="
    static let refreshToken = "FAKErefresh token 1"
    static let issued =
        #"{"access_token":"FAKEaccess.token_1-~+/==","refresh_token":"FAKErefresh token 1","#
        + #""token_type":"bearer","expires_in":1800,"scope":"freshdesk.tickets.view","id_token":"x"}"#

    let clock = ManualClock()
    let observer = CallRecorder()
    let transport: ScriptedTransport
    let client: OAuthClient

    init(
        _ transport: ScriptedTransport = ScriptedTransport(.json(200, issued)),
        _ change: (inout OAuthConfiguration) -> Void = { _ in }
    ) throws {
        self.transport = transport
        var configuration = try Self.configuration()
        change(&configuration)
        client = try OAuthClient(
            configuration,
            runtime: FreshworksRuntime(
                .init(random: { 0 }), transport: transport, clock: clock, observer: observer))
    }

    static func configuration() throws -> OAuthConfiguration {
        try .freshworks(
            organization: "acme", clientID: "fw_ext_1", clientSecret: clientSecret,
            scopes: ["freshdesk.tickets.view", "freshdesk.tickets.edit"], redirectURI: url("https://app.example/cb?t=7")
        )
    }

    static func url(_ text: String) throws -> URL { try #require(URL(string: text)) }

    /// Tokens as the client had them before.
    var tokens: OAuthTokens {
        OAuthTokens(
            accessToken: Secret("FAKEold"), refreshToken: Secret(Self.refreshToken), scopes: ["a.b", "c.d"],
            obtainedAt: clock.wallNow, expiresAt: clock.wallNow)
    }

    /// The callback of a consent, as the browser asks for it behind a proxy.
    static func callback(_ pending: PendingAuthorization, _ rest: String = "code=SplxlOBeZQQYbYS6WxSbIA") throws -> URL
    {
        try url("http://10.0.0.7:8080/internal?t=7&state=\(state(of: pending))&\(rest)")
    }

    static func state(of pending: PendingAuthorization) throws -> String {
        let items = try #require(URLComponents(url: pending.url, resolvingAgainstBaseURL: false)?.queryItems)
        return try #require(items.first { $0.name == "state" }?.value)
    }

    /// The error of a refresh that is answered like this.
    static func failure(_ answer: TransportResponse) async throws -> FreshworksError {
        let fixture = try OAuthFixture(ScriptedTransport(answer))
        return try #require(
            await #expect(throws: FreshworksError.self) { _ = try await fixture.client.refresh(fixture.tokens) })
    }
}

/// Keeps what observers hear.
final class CallRecorder: RequestObserver {
    struct Heard {
        let call: ObservedCall
        let outcome: ObservedOutcome
    }

    private let heard = Mutex<[Heard]>([])

    var calls: [Heard] { heard.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        var fields = HeaderFields()
        try? fields.set("traceparent", to: "00-trace-01")
        return fields
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        heard.withLock { $0.append(Heard(call: call, outcome: outcome)) }
    }
}

extension ScriptedTransport {
    /// The bodies that were sent, as text.
    var forms: [String] {
        requests.map { if case .bytes(let data) = $0.body { String(decoding: data, as: UTF8.self) } else { "" } }
    }
}
