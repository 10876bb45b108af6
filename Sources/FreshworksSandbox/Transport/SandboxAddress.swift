import Foundation

extension URL {
    static func https(_ host: String, _ path: String) -> URL { address("https", host, nil, path) }

    static func loopback(_ port: Int, _ path: String) -> URL { address("http", "127.0.0.1", port, path) }

    private static func address(_ scheme: String, _ host: String, _ port: Int?, _ path: String) -> URL {
        var parts = URLComponents()
        (parts.scheme, parts.host, parts.port, parts.path) = (scheme, host, port, path)
        // Hosts hold letters, digits, dots and hyphens only, so there always is an address.
        return parts.url ?? URL(filePath: path)
    }
}
