import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

#if os(Linux)
    @Suite(
        "Writes whose connection of HTTP/2 is cut", .inTurn, .serialized, .endsIfItHangs,
        .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
    struct HTTP2WriteTests {
        @Test("arrive once, and may have been executed", arguments: ToldLibcurl.allCases, WriteKind.methods)
        func once(library: ToldLibcurl, method: TransportRequest.Method) async throws {
            let place = try await CutConnections(library)
            let folder = try TemporaryFolder()
            for round in 0..<Rounds.count {
                for kind in WriteKind.allCases {
                    let path = "/\(kind)/\(round)"
                    let before = try await place.warmUp(path)
                    let body = try kind.body(in: folder)
                    let (errors, lines) = try await place.cut(round, [place.request(method, path, body)])
                    #expect(errors.map(\.code) == [.connectionFailed])
                    #expect(errors.allSatisfy { $0.mayHaveBeenExecuted })
                    #expect(lines.allSatisfy { $0.method == method.rawValue && $0.size > kind.size })
                    // The older one sends a write over a connection of its own.
                    let isShared = library == .current
                    #expect(lines.map(\.protocol) == [isShared ? "HTTP/2.0" : "HTTP/1.1"])
                    #expect((lines.first?.connection == before.connection) == isShared)
                }
            }
            try await place.end()
            #expect(place.writes.count == Rounds.count * WriteKind.allCases.count)
            #expect(place.repeated.isEmpty)
        }

        @Test("arrive once each where two share the connection", arguments: WriteKind.methods)
        func multiplexed(method: TransportRequest.Method) async throws {
            let place = try await CutConnections(.current)
            let folder = try TemporaryFolder()
            for round in 0..<Rounds.count {
                for kind in WriteKind.allCases {
                    let path = "/\(kind)/\(round)"
                    let before = try await place.warmUp(path)
                    let body = try kind.body(in: folder)
                    let (errors, lines) = try await place.cut(
                        round, [place.request(method, path + "/a", body), place.request(.post, path + "/b", body)])
                    #expect(errors.map(\.code) == [.connectionFailed, .connectionFailed])
                    #expect(errors.allSatisfy { $0.mayHaveBeenExecuted })
                    #expect(lines.allSatisfy { $0.connection == before.connection && $0.size > kind.size })
                }
            }
            try await place.end()
            #expect(place.writes.count == 2 * Rounds.count * WriteKind.allCases.count)
            #expect(place.repeated.isEmpty)
        }
    }

    /// A libcurl as it is, or told to be an older one.
    enum ToldLibcurl: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case current, from2021

        var testDescription: String { self == .current ? "libcurl as it is" : "libcurl told to be 7.76" }

        func transport(certificateAuthorities: URL? = nil) throws -> CurlTransport {
            let library = CurlLibrary.load("libcurl.so.4", as: self == .from2021 ? 0x07_4C_00 : nil)
            return try #require(CurlTransport(library, certificateAuthorities: certificateAuthorities))
        }
    }

    /// How often a connection is broken for each kind of write: 20 times unless `FRESHWORKS_ROUNDS` says otherwise.
    enum Rounds {
        static let count = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap { Int($0) } ?? 20
    }

    /// What a write sends.
    enum WriteKind: String, CaseIterable, Sendable {
        case nothing, fiveBytes, large, file

        static let methods: [TransportRequest.Method] = [.post, .put, .patch, .delete]

        var size: Int {
            switch self {
            case .nothing: 0
            case .fiveBytes: 5
            case .large, .file: 300_000
            }
        }

        func body(in folder: TemporaryFolder) throws -> TransportRequest.Body {
            switch self {
            case .nothing: .none
            case .fiveBytes, .large: .bytes(Data(repeating: 0x61, count: size))
            case .file: .file(try folder.file("body", Data(repeating: 0x62, count: size)))
            }
        }
    }
#endif
