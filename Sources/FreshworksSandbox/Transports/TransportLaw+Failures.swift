import Foundation
import FreshworksCore

extension TransportLaw {
    static let failures = [
        TransportLaw(name: "where nothing listens, nothing was sent") { trial in
            // No program of a test takes port 1.
            let request = TransportRequest(.post, try url("http://127.0.0.1:1/"))
            try await trial.failure(
                of: request, "a call to a port where nothing listens", .connectionRefused, isExecuted: false)
        },
        TransportLaw(name: "a name that does not exist is told, and nothing was sent") { trial in
            // A label has 63 characters at the most, so no resolver is asked.
            let request = TransportRequest(.post, try url("https://\(String(repeating: "a", count: 64)).example/"))
            try await trial.failure(
                of: request, "a call to a name that does not exist", .nameNotResolved, isExecuted: false)
        },
        TransportLaw(name: "what is to be encrypted never goes in the clear") { trial in
            let url = try trial.server.address(scheme: "https") { _ in [.answer()] }
            var request = TransportRequest(.post, url)
            try request.headers.set("Authorization", to: "Bearer FAKE-token-0123456789")
            try await trial.failure(
                of: request, "an encrypted call to a server that does not encrypt", .encryptionFailed,
                .connectionFailed)
            try trial.expectArrivals(0, at: url, "a request to be encrypted")
        },
    ]

    private static func url(_ text: String) throws -> URL {
        guard let url = URL(string: text) else { throw FreshworksError(.invalidArgument, "\(text) is no address") }
        return url
    }
}
