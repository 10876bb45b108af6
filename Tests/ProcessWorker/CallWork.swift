import Foundation
import FreshworksCore

/// Makes one call, with a credential, in this process's environment: `libcurl` or `urlsession`, verb, address.
enum CallWork {
    static func run(_ arguments: [String]) async {
        guard arguments.count == 3, let url = URL(string: arguments[2]) else { exit(64) }
        let choice = arguments[0] == "urlsession" ? TransportChoice.urlSession : .automatic
        let transport = choice.make(maximumConnections: 1, certificateAuthorities: nil, clock: SystemClock())
        do {
            var headers = HeaderFields()
            try headers.set("Authorization", to: "Bearer FAKE-token-0123456789")
            let answer = try await transport.send(
                TransportRequest(TransportRequest.Method(rawValue: arguments[1]), url, headers: headers))
            print("status \(answer.status)")
        } catch let error as FreshworksError {
            print("\(error.code) \(error.mayHaveBeenExecuted ? "sent" : "unsent") \(error.message)")
        } catch {
            print("\(error)")
        }
    }
}
