/// What a command line wants to call.
enum Target: Sendable {
    /// The account of a product that the environment describes.
    case product(ProductClient)
    /// A connection that is kept, by id or by name.
    case connection(String)
}
