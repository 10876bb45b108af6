import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The documented operations of Freshchat")
struct OperationTableTests {
    @Test("the table has the 34 operations of the reference, each once")
    func count() {
        #expect(OperationTable.documented.count == 34)
        #expect(Set(OperationTable.documented).count == 34)
    }

    @Test("each is called by the client, or is on the list of what is missing, which only becomes shorter")
    func complete() {
        let called = OperationTable.calls.map(\.row)
        #expect(called.count == Set(called).count)
        #expect(Set(called).union(OperationTable.notYetBuilt) == Set(OperationTable.documented))
        #expect(Set(called).isDisjoint(with: OperationTable.notYetBuilt))
        #expect(OperationTable.notYetBuilt.count <= OperationTable.mostNotYetBuilt)
    }

    @Test("each goes to its own method and path", arguments: OperationTable.calls.indices)
    func wire(index: Int) async throws {
        let call = OperationTable.calls[index]
        let wire = ScriptedTransport(.json(200, call.answer))
        try await call.run(freshchat(wire))
        #expect(wire.lines == [call.wire])
        let pattern = call.row.replacing("{id}", with: "x").replacing(" /", with: " /v2/")
        #expect(call.wire.prefix { $0 != "?" } == pattern)
    }

    @Test("each has a route of the sandbox", arguments: OperationTable.calls.indices)
    func sandbox(index: Int) async throws {
        let call = OperationTable.calls[index]
        let parts = call.wire.split(separator: " ").map(String.init)
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let url = try #require(URL(string: "https://acme.freshchat.com" + parts[1]))
        var request = TransportRequest(TransportRequest.Method(rawValue: parts[0]), url)
        try request.headers.set("Authorization", to: "Bearer \(sandbox.freshchat.apiToken)")
        let response = try await sandbox.transport.send(request)
        #expect(response.status != 405)
        #expect(!String(decoding: response.body, as: UTF8.self).contains("resource not found"))
    }
}
