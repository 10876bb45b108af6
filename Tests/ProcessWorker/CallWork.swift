import Foundation
import FreshworksCore

/// Makes one call, with a credential, in this process's environment. Arguments: `libcurl` or `urlsession`, verb, address, and, for
/// a write, the number of bytes to send and the seconds to wait, or `unsigned` for a call without a credential.
///
/// Says how it ended, and on a second line the seconds of processor time from its start to its end.
enum CallWork {
    static func run(_ arguments: [String]) async {
        guard arguments.count >= 3, let url = URL(string: arguments[2]) else { exit(64) }
        let choice = arguments[0] == "urlsession" ? TransportChoice.urlSession : .automatic
        let transport = choice.make(maximumConnections: 1, certificateAuthorities: nil, clock: SystemClock())
        var request = TransportRequest(TransportRequest.Method(rawValue: arguments[1]), url)
        if arguments.count == 5, let size = Int(arguments[3]), let seconds = Int(arguments[4]) {
            request.body = .bytes(Data(repeating: 0x61, count: size))
            request.timeout = .seconds(seconds)
        }
        let start = processorTime
        do {
            if arguments.last != "unsigned" {
                try request.headers.set("Authorization", to: "Bearer FAKE-token-0123456789")
            }
            print("status \(try await transport.send(request).status)")
        } catch let error as FreshworksError {
            print("\(error.code) \(error.mayHaveBeenExecuted ? "sent" : "unsent") \(error.message)")
        } catch {
            print("\(error)")
        }
        print(processorTime - start)
    }

    /// What all threads of this process have used so far, in seconds.
    private static var processorTime: Double { Double(clock()) / 1_000_000 }
}
