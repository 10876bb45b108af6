import Foundation

/// The client address of one member: https, or http on loopback.
struct EtcdEndpoint: Sendable, Hashable, CustomStringConvertible {
    private let origin: FreshworksAccount.Origin
    private let base: URL

    /// - Parameters:
    ///   - scheme: Of an address that has none.
    ///   - port: Of an address that names none, instead of the scheme's own.
    /// - Throws: ``FreshworksError/Code/invalidArgument``.
    init(_ text: String, scheme: String? = nil, port defaultPort: Int? = nil) throws {
        let address = PastedAddress(text)
        // The rest of a refused address may hold a password, so it is not quoted.
        guard address.userInfo == nil else {
            throw Self.refusal("has a user", "Give the user to the store; its password is no part of an address.")
        }
        let host = address.host.lowercased()
        guard let scheme = address.scheme ?? scheme, ["http", "https"].contains(scheme),
            host.utf8.allSatisfy({ $0 < 0x80 }), Subdomain.isHost(host), ["", "/"].contains(address.path),
            address.suffix.isEmpty
        else { throw Self.refusal("is none", "Write it as https://etcd-1.example:2379.") }
        guard scheme == "https" || address.isLoopback else {
            throw Self.refusal(
                "is not encrypted", "Use https (etcds:// in a store's address); plain http is for loopback alone.")
        }
        var port = defaultPort
        if let digits = address.port {
            port = Int(digits)
            guard let port, 1...65535 ~= port, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Self.refusal("has a port that cannot be", "Write it as https://etcd-1.example:2379.")
            }
        }
        origin = FreshworksAccount.Origin(scheme: scheme, host: host, port: port)
        guard let base = URL(string: origin.description), origin.contains(base) else {
            throw Self.refusal("is none", "Write it as https://etcd-1.example:2379.")
        }
        self.base = base
    }

    var description: String { origin.description }

    /// The address of a function of the gateway.
    func url(_ function: String) -> URL { base.appending(path: "v3/\(function)") }

    private static func refusal(_ reason: String, _ advice: String) -> FreshworksError {
        FreshworksError(.invalidArgument, "the address of an etcd \(reason)", advice: advice)
    }
}
