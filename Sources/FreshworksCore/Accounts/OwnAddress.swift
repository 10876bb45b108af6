package import Foundation

extension FreshworksAccount {
    /// The address in this account's origin that a link of the service means; `nil` for a link to anywhere else.
    ///
    /// Behind a proxy the service names its own host, which the account does not call: then path and query count, below
    /// the account's own base URL.
    package func ownAddress(of link: URL) -> URL? {
        if origin.contains(link) { return link }
        let classifier = HostClassifier(product)
        let address = PastedAddress(link.absoluteString)
        let host = address.host.lowercased()
        guard (try? classifier.place(of: origin.host, path: "")) == nil, address.scheme == "https",
            address.userInfo == nil, address.port == nil || address.port == "443",
            let place = try? classifier.place(of: host, path: address.path),
            address.path.hasPrefix(place.basePath + "/")
        else { return nil }
        let query = address.suffix.prefix { $0 != "#" }
        let own = URL(string: baseURL + address.path.dropFirst(place.basePath.count) + query)
        return own.flatMap { origin.contains($0) ? $0 : nil }
    }
}
