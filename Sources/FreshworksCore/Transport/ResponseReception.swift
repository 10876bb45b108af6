import Foundation

/// Collects one answer's body, in memory or in a file, and never more than is allowed.
struct ResponseReception: Sendable {
    private let target: URL?
    private let limit: Int
    private var file: PrivateFile?
    private(set) var memory = BodyPieces()

    /// What is kept of the body of an answer that is no success. None says more, and a redirect's is of no use at all.
    static let refusalLimit = 1024 * 1024

    /// - Throws: ``FreshworksError/Code/fileUnavailable`` when the destination's folder takes no file.
    init(_ destination: TransportRequest.Destination) throws {
        switch destination {
        case .memory(let limit):
            self.limit = limit
            target = nil
        case .file(let url):
            limit = TransportRequest.Destination.defaultLimit
            target = url
            // Beside the target, so that the move is a rename within one file system.
            file = try PrivateFile(in: url.deletingLastPathComponent(), prefix: ".freshworks-")
        }
    }

    /// Takes the next bytes of the body of an answer with this status.
    /// - Parameter length: Of the whole body, where it was announced.
    mutating func append(_ data: Data, status: Int, of length: @autoclosure () -> Int? = nil) throws {
        if let file, Self.isSuccess(status) { return try file.write(data) }
        let limit = Self.isSuccess(status) ? limit : min(limit, Self.refusalLimit)
        guard data.count <= limit - memory.count else {
            throw FreshworksError(
                .responseTooLarge, "the answer is longer than the \(limit) bytes that the call allows",
                advice: "Ask for less in one call, raise the limit, or send the answer to a file.")
        }
        memory.append(data, of: length().map { min($0, limit) })
    }

    /// Ends the reception of a complete answer and puts the file in its place.
    mutating func finish(status: Int, headers: HeaderFields) throws -> TransportResponse {
        if let target, Self.isSuccess(status) {
            try file?.move(to: target)
            file = nil
        }
        discard()
        return TransportResponse(status: status, headers: headers, body: memory.takeJoined())
    }

    /// Whether there is a file to remove.
    var hasFile: Bool { file != nil }

    /// Removes what there is of a file.
    mutating func discard() {
        file?.remove()
        file = nil
    }

    private static func isSuccess(_ status: Int) -> Bool { (200..<300).contains(status) }
}
