import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

#if os(Linux)
    @Suite("Which libcurl will do")
    struct CurlLibraryTests {
        @Test("one that is not there, is something else, or is older than 7.68 will not")
        func unfit() throws {
            #expect(CurlLibrary.load("libnothing-here.so.9") == nil)
            #expect(CurlLibrary.load("libm.so.6") == nil)
            #expect(CurlLibrary.load("libcurl.so.4", as: 0x07_43_00) == nil)
            #expect(CurlTransport(nil) == nil)
            #expect(CurlLibrary.load("libcurl.so.4", as: 0x07_44_00) != nil)
        }

        @Test("without one, URLSession takes the calls")
        func fallback() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            for (name, version) in [("libnothing-here.so.9", nil), ("libcurl.so.4", UInt32(0x07_43_00))] {
                let transport = TransportChoice.automatic.make(over: CurlLibrary.load(name, as: version))
                #expect(transport is URLSessionTransport)
                #expect(try await transport.send(server.request()).status == 200)
            }
        }

        @Test("without one, calls that name certificates are refused, for URLSession would trust others too")
        func certificates() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            for choice in [TransportChoice.automatic, .urlSession] {
                let transport = choice.make(over: nil, certificateAuthorities: URL(filePath: "/nowhere.pem"))
                let error = await failure { try await transport.send(server.request()) }
                #expect(error?.code == .invalidArgument)
                #expect(error?.message.contains("certificates") == true)
            }
            #expect(server.connectionCount == 0)
        }

        @Test("with one, libcurl takes them, unless URLSession is asked for")
        func choice() {
            #expect(TransportChoice.automatic.make(over: .system) is CurlTransport)
            #expect(TransportChoice.urlSession.make(over: .system) is URLSessionTransport)
            #expect(FreshworksRuntime().transport is CurlTransport)
            #expect(FreshworksRuntime(.init(transport: .urlSession)).transport is URLSessionTransport)
        }
    }
#endif
