import Foundation
import FreshworksCore
import FreshworksSandbox

/// How much the process grows while it uploads 20 MB of files, after an upload of one byte has warmed it up.
func runUploadBenchmark() async {
    let folder = FileManager.default.temporaryDirectory.appending(path: "upload-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
        print("Upload: a multipart form over loopback, files from disk")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "half")
        try writeZeros(10 << 20, to: file)
        let server = try DrainingServer()
        defer { server.stop() }
        let client = try APIClient(
            account: FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:\(server.port)/api/v2"),
            credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(transport: defaultTransport()))
        func send(_ form: MultipartForm) async throws {
            _ = try await client.send(
                Endpoint<BenchmarkTicket>(
                    "tickets.create", .post, "tickets", body: .multipart(form, limit: 20 << 20)))
        }
        var one = MultipartForm()
        try one.addFile("attachments[]", Data([1]), filename: "one")
        // Often enough that every thread of the pool has its buffers.
        for _ in 0..<20 { try await send(one) }
        let before = residentMemoryPeak()
        var many = MultipartForm()
        for _ in 0..<2 { try many.addFile("attachments[]", at: file) }
        try await send(many)
        let growth = Double(residentMemoryPeak() - before) / 1e6
        print("  growth of the peak over 1 byte      \(String(format: "%.1f", growth)) MB for 20 MiB in two files")
    } catch {
        fail(error)
    }
}

/// Piece by piece, so that making the file does not raise the peak.
private func writeZeros(_ count: Int, to file: URL) throws {
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.truncate(atOffset: UInt64(count))
}

/// Reads a request of any length without keeping it, and answers with a ticket.
private struct DrainingServer {
    private let listener: LoopbackListener

    init() throws {
        let body = #"{"id":1}"#
        let fields = "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n"
        let answer = Array(("HTTP/1.1 201 Created\r\n" + fields + "\r\n" + body).utf8)
        listener = try LoopbackListener { connection in
            var head: [UInt8] = []
            var left: Int?
            while let bytes = try? connection.read(timeout: .seconds(60)), !bytes.isEmpty {
                if let known = left {
                    left = known - bytes.count
                } else {
                    head += bytes
                    left = Self.missing(head)
                }
                if let left, left <= 0 {
                    _ = try? connection.write(answer)
                    return
                }
            }
        }
    }

    var port: UInt16 { listener.port }

    func stop() { listener.stop() }

    /// How many bytes of the body have not come yet; `nil` before the end of the head.
    private static func missing(_ received: [UInt8]) -> Int? {
        let data = Data(received)
        guard let gap = data.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: data[..<gap.lowerBound], as: UTF8.self).lowercased()
        let length = head.components(separatedBy: "content-length: ").dropFirst().first.flatMap {
            Int($0.prefix { $0.isNumber })
        }
        return (length ?? 0) - data.distance(from: gap.upperBound, to: data.endIndex)
    }
}
