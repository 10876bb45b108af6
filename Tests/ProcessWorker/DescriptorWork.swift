#if os(Linux)
    import Foundation
    import FreshworksCore

    /// Sends requests while this process may open nothing more. The argument is the port of a server.
    enum DescriptorWork {
        static func run(_ arguments: [String]) async throws {
            guard let port = arguments.first, let url = URL(string: "http://127.0.0.1:\(port)/"),
                let transport = CurlTransport(maximumConnections: 1)
            else { exit(64) }
            let request = TransportRequest(.post, url)
            // The thread cannot start.
            try await withoutDescriptors { await say("cold", transport, request) }
            // It runs, but a connection can have no socket.
            _ = try? await transport.send(TransportRequest(.get, unusedAddress()))
            try await withoutDescriptors { await say("warm", transport, request) }
            print("afterwards", try await transport.send(request).status)
        }

        private static func say(_ when: String, _ transport: CurlTransport, _ request: TransportRequest) async {
            do {
                print(when, try await transport.send(request).status)
            } catch let error as FreshworksError {
                print(when, error.code, error.mayHaveBeenExecuted)
            } catch {
                print(when, error)
            }
        }

        /// An address where nothing listens: asking there starts the thread and keeps no connection.
        private static func unusedAddress() throws -> URL {
            guard let url = URL(string: "http://127.0.0.1:1/") else { throw CocoaError(.fileNoSuchFile) }
            return url
        }

        private static func withoutDescriptors(_ work: () async -> Void) async throws {
            var taken: [Int32] = []
            var limit = rlimit(rlim_cur: 64, rlim_max: 1024)
            getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
            limit.rlim_cur = 64
            setrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
            while case let descriptor = open("/dev/null", O_RDONLY), descriptor >= 0 { taken.append(descriptor) }
            await work()
            for descriptor in taken { close(descriptor) }
        }
    }
#endif
