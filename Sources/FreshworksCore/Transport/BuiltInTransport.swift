package import Foundation

/// Which of the package's transports carries the requests.
public enum TransportChoice: Sendable, Hashable {
    /// libcurl on Linux; URLSession where libcurl cannot be loaded or is older than 7.68, and on other systems.
    case automatic
    /// Foundation's URLSession, for comparison.
    case urlSession
}

/// A transport of this package, which whoever made it shuts down.
package protocol BuiltInTransport: HTTPTransport {
    /// Lets the calls that run end and refuses new ones.
    func shutdown() async

    /// How many calls wait for their answers.
    var pendingCount: Int { get }
}

extension TransportChoice {
    /// Makes the transport.
    package func make(
        maximumConnections: Int, certificateAuthorities: URL?, clock: any RuntimeClock
    ) -> any BuiltInTransport {
        #if os(Linux)
            make(
                over: .system, maximumConnections: maximumConnections, certificateAuthorities: certificateAuthorities,
                clock: clock)
        #else
            URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
        #endif
    }

    #if os(Linux)
        /// Makes the transport over a libcurl, or without one.
        func make(
            over library: CurlLibrary?, maximumConnections: Int = 16, certificateAuthorities: URL? = nil,
            clock: any RuntimeClock = SystemClock()
        ) -> any BuiltInTransport {
            if self == .automatic,
                let transport = CurlTransport(
                    library, maximumConnections: maximumConnections, certificateAuthorities: certificateAuthorities,
                    clock: clock)
            {
                return transport
            }
            return URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
        }
    #endif
}
