package import Foundation

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
            urlSession(maximumConnections, certificateAuthorities, clock)
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
            return urlSession(maximumConnections, certificateAuthorities, clock)
        }
    #endif

    private func urlSession(
        _ maximumConnections: Int, _ certificateAuthorities: URL?, _ clock: any RuntimeClock
    ) -> any BuiltInTransport {
        certificateAuthorities == nil
            ? URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
            : UnusableTransport(FreshworksError.certificatesCannotBeChosen)
    }
}
