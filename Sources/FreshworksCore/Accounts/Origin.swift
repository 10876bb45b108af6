public import Foundation

extension FreshworksAccount {
    /// Scheme, host and port: what a credential is bound to.
    public struct Origin: Sendable, Hashable, CustomStringConvertible {
        /// `https`, or `http` on loopback.
        public let scheme: String
        /// The host in lower case, an IPv6 address in brackets.
        public let host: String
        /// The port; 443 and 80 unless the address names one.
        public let port: Int

        package init(scheme: String, host: String, port: Int? = nil) {
            self.scheme = scheme
            self.host = host
            self.port = port ?? Self.defaultPort(of: scheme)
        }

        /// The address of the origin without a final slash, the port only where it is not the scheme's own.
        public var description: String {
            let address = "\(scheme)://\(host)"
            return port == Self.defaultPort(of: scheme) ? address : "\(address):\(port)"
        }

        /// Whether an address lies in this origin, letter case aside. One with a user name or password never does.
        ///
        /// The text itself is compared, so nothing depends on how a URL parser reads backslashes, `@` or escapes.
        public func contains(_ url: URL) -> Bool {
            contains(address: url.absoluteString)
        }

        package func contains(address: String) -> Bool {
            var rest = address.utf8[...]
            for part in [scheme, "://", host] {
                guard rest.count >= part.utf8.count, zip(rest, part.utf8).allSatisfy({ Self.lowercase($0) == $1 })
                else {
                    return false
                }
                rest = rest.dropFirst(part.utf8.count)
            }
            var named = Self.defaultPort(of: scheme)
            if rest.first == UInt8(ascii: ":") {
                let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                guard let number = Int(Substring(digits)) else { return false }
                named = number
                rest = rest.dropFirst(digits.count + 1)
            }
            guard named == port, let next = rest.first else { return named == port }
            return [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(next)
        }

        private static func lowercase(_ byte: UInt8) -> UInt8 {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }

        private static func defaultPort(of scheme: String) -> Int { scheme == "https" ? 443 : 80 }
    }
}
