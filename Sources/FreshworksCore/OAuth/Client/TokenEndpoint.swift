import Foundation
import Synchronization

/// Where a client's tokens come from.
///
/// Copies of a client share one, so that they share what was learned of the address's spelling.
final class TokenEndpoint: Sendable {
    private let configuration: OAuthConfiguration
    private let runtime: FreshworksRuntime
    private let usesAlternative = Mutex(false)

    init(_ configuration: OAuthConfiguration, runtime: FreshworksRuntime) {
        self.configuration = configuration
        self.runtime = runtime
    }

    /// Asks for tokens.
    /// - Parameter deadline: On the monotonic clock.
    func answer(to request: TokenRequest, by deadline: Duration) async throws -> TokenAnswer {
        let (first, second) = addresses
        let call = OAuthServerCall(
            runtime: runtime, operation: request.operation,
            request: TransportRequest(
                .post, first, headers: request.headers, body: .bytes(request.body),
                destination: .memory(limit: OAuthServerCall.answerLimit)),
            alternativeURL: second, hidden: request.hidden, deadline: deadline)
        return try await call.run { answer in
            if answer.response.status != 404 {
                usesAlternative.withLock { $0 = answer.url == configuration.alternativeTokenURL }
            }
            guard answer.response.isSuccess else {
                throw answer.response.oauthFailure(at: runtime.clock.wallNow, unauthorized: .invalidClient)
            }
            return try TokenAnswer(answer.response, sentAt: answer.sentAt)
        }
    }

    /// The spelling that worked last, and the other one.
    private var addresses: (URL, URL?) {
        guard let alternative = configuration.alternativeTokenURL else { return (configuration.tokenURL, nil) }
        return usesAlternative.withLock { $0 }
            ? (alternative, configuration.tokenURL) : (configuration.tokenURL, alternative)
    }
}
