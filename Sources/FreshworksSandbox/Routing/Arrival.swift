import Foundation
import FreshworksCore

/// A request at the door, with where it belongs.
struct Arrival: Sendable {
    let method: String
    let host: String
    let path: String
    let query: String
    let headers: HeaderFields
    let destination: Destination

    enum Destination: Sendable {
        case service(ServiceName, SandboxRequest)
        /// A file, beside the API.
        case download
        /// No service of this account, but somebody answers.
        case elsewhere(SandboxReply)
        /// The host's name means nothing.
        case nowhere
    }

    /// - Parameters:
    ///   - target: Path and query, as sent.
    ///   - downloadOrigin: Where files are fetched; the request's own origin unless told.
    ///   - door: Tells where a path belongs.
    init(
        method: String, scheme: String, host: String, target: String, headers: HeaderFields, body: Data,
        downloadOrigin: String? = nil, door: (_ path: String) -> Door
    ) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.method = method
        self.host = host
        self.headers = headers
        path = parts[0]
        query = parts.count > 1 ? parts[1] : ""
        // The products take no notice of doubled slashes and of one at the end; the OAuth server is exact.
        let tidy = "/" + path.split(separator: "/").joined(separator: "/")
        let product = door(tidy)
        let isProduct = if case .service(.product, _) = product { true } else { false }
        switch isProduct ? product : door(path) {
        case .service(let service, let basePath):
            let segments = (isProduct ? tidy : path).dropFirst(basePath.count + 1)
                .split(separator: "/", omittingEmptySubsequences: false)
            destination = .service(
                service,
                SandboxRequest(
                    method: method == "HEAD" ? "GET" : method, path: segments.map { PercentText.decode($0.utf8) },
                    query: QueryText(query), headers: headers, body: body, origin: "\(scheme)://\(host)",
                    downloadOrigin: downloadOrigin ?? "\(scheme)://\(host)", basePath: basePath))
        case .download: destination = .download
        case .elsewhere(let reply): destination = .elsewhere(reply)
        case .nowhere: destination = .nowhere
        }
    }
}

/// What stands behind a host or path.
enum Door: Sendable {
    case service(ServiceName, basePath: String)
    case download
    case elsewhere(SandboxReply)
    case nowhere

    /// Where files to download have their paths.
    static let downloadPath = "/attachments/"

    static func product(_ product: Sandbox.Product) -> Door {
        .service(.product(product), basePath: product.basePath)
    }
}

extension String {
    func isAtOrBelow(_ basePath: String) -> Bool { self == basePath || hasPrefix(basePath + "/") }
}
