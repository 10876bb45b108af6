import Freshsales
import TestSupport

extension ScriptedTransport {
    /// A client that talks to this transport.
    func freshsales() throws -> FreshsalesClient {
        try FreshsalesClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(transport: self))
    }
}
