import HTTPTypes
import Hummingbird

/// Keeps the app's addresses to itself, unless a page has a rule of its own: a callback's has a code and a state.
struct NoReferrer<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        if let field = HTTPField.Name("Referrer-Policy"), response.headers[field] == nil {
            response.headers[field] = "no-referrer"
        }
        return response
    }
}
