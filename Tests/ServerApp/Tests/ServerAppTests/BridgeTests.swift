import Configuration
import Foundation
import Freshdesk
import InMemoryTracing
import Logging
import Metrics
import MetricsTestKit
import Synchronization
import Testing
import Tracing

@testable import ServerApp

@Suite("The bridges to logs, metrics, traces and configuration")
struct BridgeTests {
    private let transport = ScriptedTransport()

    private func client(_ observer: any RequestObserver) throws -> FreshdeskClient {
        try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEdeskKey0123456789"),
            runtime: FreshworksRuntime(.init(paces: false, random: { 0 }), transport: transport, observer: observer))
    }

    @Test("metrics count attempts and time calls, by operation and result, without a customer's data")
    func metrics() async throws {
        let metrics = TestMetrics()
        transport.answer(503, "{}")
        transport.answer(200, #"{"id":4711}"#)
        transport.answer(404, "{}")
        let freshdesk = try client(CallMetrics(factory: metrics))
        _ = try await freshdesk.agents.get(4711)
        await #expect(throws: FreshworksError.self) { try await freshdesk.agents.get(4712) }

        let good = [("product", "freshdesk"), ("operation", "agents.get"), ("result", "ok")]
        let bad = [("product", "freshdesk"), ("operation", "agents.get"), ("result", "not_found")]
        #expect(try metrics.expectCounter("freshworks_attempts", good).totalValue == 2)
        #expect(try metrics.expectCounter("freshworks_attempts", bad).totalValue == 1)
        #expect(try metrics.expectTimer("freshworks_calls", good).values.count == 1)
        #expect(metrics.counters.count == 2)
        #expect(!metrics.counters.contains { $0.dimensions.contains { $0.1.contains("471") } })
    }

    @Test("a span stands below the one of the request being answered, is handed on, and ends with the call")
    func traces() async throws {
        let tracer = InMemoryTracer()
        transport.answer(503, "{}")
        transport.answer(200, #"{"id":4711}"#)
        transport.answer(403, "{}")
        let freshdesk = try client(CallTraces(tracer))
        try await tracer.withSpan("GET /agents") { _ in _ = try await freshdesk.agents.get(4711) }
        await #expect(throws: FreshworksError.self) { try await freshdesk.agents.get(4712) }

        let spans = tracer.finishedSpans
        #expect(spans.map(\.operationName) == ["freshdesk.agents.get", "GET /agents", "freshdesk.agents.get"])
        let (call, request, failed) = try (
            #require(spans.first), #require(spans.dropFirst().first), #require(spans.last)
        )
        #expect(call.parentSpanID == request.spanID)
        #expect(call.kind == .client)
        #expect(call.events.map(\.name) == ["repeated after service_failed"])
        #expect(call.attributes.get("url.template") == .string("agents/{id}"))
        #expect(call.attributes.get("http.response.status_code") == .int64(200))
        #expect(failed.status?.code == .error)
        #expect(failed.parentSpanID == nil)
        #expect(tracer.activeSpans.isEmpty)
        #expect(transport.headers.map { $0["in-memory-span-id"] } == [call.spanID, call.spanID, failed.spanID])
    }

    @Test("the log has a line for each call, with its status and attempts")
    func log() async throws {
        let lines = LogLines()
        let logger = Logger(label: "test") { _ in lines }
        transport.answer(200, #"{"id":4711}"#)
        _ = try await client(CallLog(logger: logger)).agents.get(4711)
        #expect(lines.all.count == 1)
        #expect(lines.all.first?["operation"] == "freshdesk.agents.get")
        #expect(lines.all.first?["status"] == "200")
        #expect(lines.all.first?["attempts"] == "1")
    }

    @Test(
        "account and key come from the app's configuration, and a key that was changed there from the next rejection on"
    )
    func configuration() async throws {
        let values = MutableInMemoryProvider(initialValues: [
            "freshdesk.subdomain": "acme", "freshdesk.api.key": "FAKEoldKey0123456789",
        ])
        let runtime = FreshworksRuntime(.init(paces: false), transport: transport)
        let freshdesk = try FreshdeskClient(ConfigReader(provider: values), runtime: runtime)
        transport.answer(200, #"{"id":1}"#)
        _ = try await freshdesk.agents.get(1)
        values.setValue("FAKEnewKey0123456789", forKey: "freshdesk.api.key")
        transport.answer(401, "{}")
        transport.answer(200, #"{"id":1}"#)
        _ = try await freshdesk.agents.get(1)

        let seen = transport.seen
        #expect(seen.first?.line == "GET https://acme.freshdesk.com/api/v2/agents/1")
        let (old, new) = (basic("FAKEoldKey0123456789"), basic("FAKEnewKey0123456789"))
        #expect(seen.map(\.authorization) == [old, old, new])
    }

    @Test("a configuration without the account names the key that is missing")
    func missing() throws {
        let reader = ConfigReader(provider: InMemoryProvider(values: [:]))
        let error = #expect(throws: (any Error).self) { try FreshdeskClient(reader, runtime: .shared) }
        let words = String(describing: try #require(error))
        #expect(words.contains("freshdesk.subdomain"))
    }

    private func basic(_ key: String) -> String { "Basic " + Data("\(key):X".utf8).base64EncodedString() }
}

/// A log that tests read.
private final class LogLines: LogHandler {
    private let lines = Mutex<[Logger.Metadata]>([])
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    var all: [Logger.Metadata] { lines.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) { lines.withLock { $0.append(event.metadata ?? [:]) } }
}
