public import Foundation

/// One HTTP request, as a transport gets it: signed, complete, ready for the wire.
public struct TransportRequest: Sendable {
    /// The verb.
    public var method: Method
    /// Scheme, host, path and query. Secrets never stand in it.
    public var url: URL
    /// The header fields; printed without their secrets.
    public var headers: HeaderFields
    /// What is sent after the head.
    public var body: Body
    /// Where the answer's body goes.
    public var destination: Destination
    /// How long the whole exchange may take, from the call of `send` to the last byte of the answer.
    public var timeout: Duration
    /// Hears how far the bodies are; a transport may take no notice. It must return at once.
    public var progress: (@Sendable (TransferProgress) -> Void)?

    /// Makes a request.
    /// - Parameter timeout: For the whole exchange.
    public init(
        _ method: Method = .get, _ url: URL, headers: HeaderFields = HeaderFields(), body: Body = .none,
        destination: Destination = .memory(), timeout: Duration = .seconds(60)
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.destination = destination
        self.timeout = timeout
    }

    /// What is sent after the head.
    public enum Body: Sendable {
        /// Nothing.
        case none
        /// Bytes held in memory.
        case bytes(Data)
        /// The content of a file, with its length announced. libcurl streams it from disk.
        case file(URL)
    }

    /// Where the answer's body goes.
    public enum Destination: Sendable {
        /// Memory, up to a number of bytes; a longer body is an error.
        case memory(limit: Int = Self.defaultLimit)
        /// A file, for downloads. It is created with mode 0600, or replaced, when the whole body of a 2xx has arrived and
        /// stays as it was otherwise; the body of any other status goes to memory.
        case file(URL)

        /// How many bytes go to memory unless told otherwise: 32 MiB.
        public static let defaultLimit = 32 * 1024 * 1024
    }

    /// An HTTP verb.
    public struct Method: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The verb, in capital letters; others are refused when the request is sent.
        public let rawValue: String

        /// Makes a verb from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The verb.
        public var description: String { rawValue }

        /// Reads.
        public static let get = Self(rawValue: "GET")
        /// Creates or acts; the one verb that is not safe to repeat.
        public static let post = Self(rawValue: "POST")
        /// Replaces or changes.
        public static let put = Self(rawValue: "PUT")
        /// Changes in part.
        public static let patch = Self(rawValue: "PATCH")
        /// Deletes.
        public static let delete = Self(rawValue: "DELETE")
    }
}
