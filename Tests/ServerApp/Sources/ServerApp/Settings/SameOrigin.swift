import Foundation
import HTTPTypes
import Hummingbird

/// Refuses what a form on somebody else's page sends here. Browsers say where a form was: `Origin`.
struct SameOrigin<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method == .post {
            let origin = request.headers[.origin].flatMap { URLComponents(string: $0) }
            let here = request.head.authority.flatMap { URLComponents(string: "//\($0)") }
            guard let origin, let here, let host = origin.host, host == here.host, origin.port == here.port else {
                throw HTTPError(.forbidden, message: "The form was not sent from this app's own page.")
            }
        }
        return try await next(request, context)
    }
}
