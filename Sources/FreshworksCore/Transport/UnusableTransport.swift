/// Takes no call, because none could be carried as it was asked for.
final class UnusableTransport: BuiltInTransport {
    private let reason: FreshworksError

    init(_ reason: FreshworksError) { self.reason = reason }

    func send(_ request: TransportRequest) async throws -> TransportResponse { throw reason }
    func send(_ request: TransportRequest, endedBy ending: CallEnding?) async throws -> TransportResponse {
        throw reason
    }
    func shutdown() async {}
    var pendingCount: Int { 0 }
}

extension FreshworksError {
    /// Whoever names certificates wants no others trusted.
    static var certificatesCannotBeChosen: FreshworksError {
        FreshworksError(
            .invalidArgument, "URLSession, which carries the calls here, cannot be told whose certificates to trust",
            advice: "Leave certificateAuthorities out, or use libcurl 7.68 or newer on Linux.")
    }
}
