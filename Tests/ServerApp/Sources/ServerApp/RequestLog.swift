import HTTPTypes
import Hummingbird
import Logging

/// Logs each request whose head was read, before anything else happens.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let id = HTTPField.Name("x-request-id").flatMap { request.headers[$0] } ?? ""
        context.logger.info(
            "request", metadata: ["id": "\(id)", "line": "\(request.method) \(request.uri.path)"])
        return try await next(request, context)
    }
}
