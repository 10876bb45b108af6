import Foundation
import Hummingbird
import Logging
import NIOCore

/// A server of good and bad answers, in the tests' own process.
enum OddServer {
    static let bigAnswer = 3_000_000

    /// Runs a test against the server.
    static func with(_ test: @escaping @Sendable (_ baseURL: String) async throws -> Void) async throws {
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "odd-server")
        // It ends in the middle of its answers, and says so.
        logger.logLevel = .critical
        let app = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { running.yield($0.localAddress?.port ?? 0) }, logger: logger)
        try await withThrowingTaskGroup { group in
            group.addTask { try await app.run() }
            for await port in ports {
                try await test("http://127.0.0.1:\(port)")
                break
            }
            // A connection that is accepted in the very moment the server ends makes swift-nio trap ("Deinited
            // NIOAsyncWriter without calling finish()"): those that canceled calls have begun are let in first.
            try await Task.sleep(for: .milliseconds(500))
            group.cancelAll()
        }
    }

    private static var router: Router<Context> {
        let router = Router(context: Context.self)
        router.post("echo") { request, _ in
            let body = try await request.body.collect(upTo: 10_000_000)
            return Response(status: .ok, body: ResponseBody(byteBuffer: body))
        }
        router.get("redirect") { _, _ in Response.redirect(to: "/big", type: .found) }
        router.get("big") { _, _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x2E, count: bigAnswer)))
        }
        router.get("slow") { _, _ in
            try await Task.sleep(for: .seconds(60))
            return Response(status: .ok)
        }
        router.get("hangup") { _, context in
            try await context.channel.close()
            return Response(status: .ok)
        }
        router.get("truncated") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody(contentLength: 100) { writer in
                    try await writer.write(ByteBuffer(string: "the beginning"))
                    throw CancellationError()
                })
        }
        return router
    }

    private struct Context: RequestContext {
        var coreContext: CoreRequestContextStorage
        let channel: any Channel

        init(source: ApplicationRequestContextSource) {
            coreContext = CoreRequestContextStorage(source: source)
            channel = source.channel
        }
    }
}
