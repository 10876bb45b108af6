package import Foundation

extension TransportChoice {
    /// Makes the transport.
    package func make(
        maximumConnections: Int, certificateAuthorities: URL?, clock: any RuntimeClock
    ) -> any BuiltInTransport {
        #if os(Linux)
            if self == .automatic,
                let transport = CurlTransport(
                    maximumConnections: maximumConnections, certificateAuthorities: certificateAuthorities, clock: clock
                )
            {
                return transport
            }
        #endif
        return URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
    }
}
