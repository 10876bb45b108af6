#if os(Linux)
    import Foundation
    import FreshworksSandbox
    import TestSupport
    import Testing

    @testable import FreshworksCore

    @Suite("The thread of libcurl", .inTurn)
    struct CurlThreadTests {
        private static func connections(of server: RawServer, become count: Int) async {
            while server.openConnectionCount != count { await Task.yield() }
        }

        @Test("shutdown closes the connections that were kept, and can be said twice", .endsIfItHangs)
        func shutdownCloses() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            let transport = try #require(CurlTransport())
            for _ in 0..<3 { _ = try await transport.send(server.request()) }
            #expect(server.openConnectionCount == 1)
            await transport.shutdown()
            await transport.shutdown()
            await Self.connections(of: server, become: 0)
        }

        @Test("a transport that is let go closes its connections too", .endsIfItHangs)
        func droppedCloses() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            for _ in 0..<10 {
                let transport = try #require(CurlTransport())
                _ = try await transport.send(server.request())
            }
            await Self.connections(of: server, become: 0)
        }

        @Test("a transport that never sent anything is shut down as well")
        func unused() async throws {
            let transport = try #require(CurlTransport())
            await transport.shutdown()
            let server = try RawServer(always: .response(200, [], "ok"))
            #expect(await failure { try await transport.send(server.request()) }?.code == .shutDown)
            #expect(server.connectionCount == 0)
        }

        @Test("a call whose deadline passed while it waited for a connection was not sent")
        func unsent() async throws {
            let clock = ManualClock()
            let transport = try #require(CurlTransport(maximumConnections: 1, clock: clock))
            let server = try RawServer(always: .hold)
            let (long, short) = (
                try server.request(.post, timeout: .seconds(100)), try server.request(.post, timeout: .seconds(50))
            )
            async let first = failure { try await transport.send(long) }
            while server.requests.isEmpty { await Task.yield() }
            async let second = failure { try await transport.send(short) }
            while transport.pendingCount < 2 { await Task.yield() }
            try await clock.waitForSleepers(1)
            clock.advance(by: .seconds(200))
            let errors = await [first, second]
            #expect(errors.map(\.?.code) == [.timedOut, .timedOut])
            #expect(errors.map(\.?.mayHaveBeenExecuted) == [true, false])
            #expect(server.requests.count == 1)
        }

        @Test(
            "without descriptors a call fails at once with a code of its own, and later ones work",
            .endsIfItHangs)
        func noDescriptors() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            let tool = CommandLineTool("ProcessWorker")
            let result = try await tool.run(["descriptors", "\(server.port)"])
            #expect(result.output == "cold out_of_descriptors false\nwarm out_of_descriptors false\nafterwards 200\n")
            #expect(result.status == 0)
        }

        @Test("calls that wait for a connection to one host do not hold up those to another", .endsIfItHangs)
        func queues() async throws {
            let transport = try #require(CurlTransport(maximumConnections: 1))
            let (hanging, good) = (try RawServer(always: .hold), try RawServer(always: .response(200, [], "ok")))
            let held = try hanging.request()
            let tasks = (0..<5).map { _ in Task { try await transport.send(held) } }
            while transport.pendingCount < 5 { await Task.yield() }
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await transport.send(good.request()).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers == Array(repeating: 200, count: 20))
            #expect(good.connectionCount == 1)
            // Before the cancellation: once the first call has gone, the next one may be sent before it is canceled too.
            #expect(hanging.requests.count <= 1)
            for task in tasks { task.cancel() }
            for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
        }

        @Test("storms of calls of which half are canceled leave no call waiting and nothing open", .endsIfItHangs)
        func storms() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"] ?? "2"
            let result = try await CommandLineTool("ProcessWorker").run(["storm", "\(server.port)", rounds])
            #expect(result.output == "true\nwaiting 0 descriptors 0\n", "\(result.diagnostics)")
            #expect(result.status == 0)
        }
    }
#endif
