/// All services behind one address, told apart by their paths.
struct PathDoors: Sendable {
    let oauthPath: Sandbox.OAuthOptions.Path

    func door(_ path: String) -> Door {
        if path.hasPrefix(Door.downloadPath) { return .download }
        if let door = oauthPath.door(path) ?? Door.freshsalesWebApp(path) { return door }
        let product = Sandbox.Product.allCases.first { path.isAtOrBelow($0.basePath) }
        return product.map { .product($0) }
            ?? .elsewhere(.page(404, title: "The sandbox has no service at this path"))
    }
}

extension Sandbox.OAuthOptions.Path {
    /// Where a path leads if it is one of the OAuth server's, in the right spelling or the wrong one.
    func door(_ path: String) -> Door? {
        if path.isAtOrBelow(rawValue) { return .service(.oauth, basePath: rawValue) }
        guard Self.allCases.contains(where: { path.isAtOrBelow($0.rawValue) }) else { return nil }
        return .elsewhere(.page(404, title: "The page you were looking for doesn't exist"))
    }
}
