import FreshworksCore
import Synchronization
import Tracing

/// Makes a span of each call, below the one of the request that the app is answering, and hands it on to the service.
final class CallTraces: RequestObserver {
    private let tracer: any Tracer
    private let spans = Mutex<[UInt64: any Span]>([:])

    init(_ tracer: any Tracer = InstrumentationSystem.tracer) { self.tracer = tracer }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        let span = tracer.startSpan("\(call.product).\(call.operation)", ofKind: .client)
        span.attributes["http.request.method"] = call.method.rawValue
        span.attributes["url.template"] = call.path
        spans.withLock { $0[call.id] = span }
        var fields = HeaderFields()
        tracer.inject(span.context, into: &fields, using: FieldInjector())
        return fields
    }

    func attemptEnded(_ call: ObservedCall, _ attempt: ObservedAttempt) {
        guard attempt.repeatsAfter != nil else { return }
        let event = SpanEvent(name: "repeated after \(attempt.error?.rawValue ?? "a failure")")
        spans.withLock { $0[call.id] }?.addEvent(event)
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        guard let span = spans.withLock({ $0.removeValue(forKey: call.id) }) else { return }
        if let status = outcome.status { span.attributes["http.response.status_code"] = status }
        if let error = outcome.error { span.setStatus(SpanStatus(code: .error, message: error.rawValue)) }
        span.end()
    }
}

/// Puts what a tracer hands on, such as `traceparent`, into header fields.
struct FieldInjector: Injector {
    func inject(_ value: String, forKey key: String, into fields: inout HeaderFields) {
        try? fields.set(key, to: value)
    }
}
