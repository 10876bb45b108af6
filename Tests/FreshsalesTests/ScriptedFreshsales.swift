import Freshsales
import TestSupport

extension ScriptedTransport {
    /// A client that talks to this transport, and repeats calls without waiting.
    func freshsales() throws -> FreshsalesClient {
        try FreshsalesClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(
                FreshworksRuntime.Configuration(random: { 0 }), transport: self, clock: StillClock()))
    }
}
