public import Foundation

/// Where something else of the service is, as answers say it. Source: Freshchat API v2, pagination.
///
/// Its fields are those of ``Fields``.
public struct Link: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a link.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``Link``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The address. One without a host is below the service's own.
        public let url = ReadOnly<URL>("href")
        /// What is there, such as `extracts`.
        public let relation = ReadOnly<String>("rel")
        /// The method to ask with, such as `GET`.
        public let method = ReadOnly<String>("type", or: "method")

        /// The only instance.
        public static let table = Fields()
    }
}
