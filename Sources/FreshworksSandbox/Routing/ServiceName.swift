/// What the doors lead to: a product's API, or the organization's OAuth server, which is nobody's product.
enum ServiceName: Sendable, Hashable {
    case product(Sandbox.Product)
    case oauth
}
