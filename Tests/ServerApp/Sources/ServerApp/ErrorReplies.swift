import Freshchat
import FreshworksCore
import HTTPTypes
import Hummingbird
import Logging

/// Turns the library's errors into answers of this app. What only its operator can mend is logged and not told.
struct ErrorReplies<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as FreshworksError {
            context.logger.warning("\(error)")
            let reply = ErrorReply(
                error: error.code.rawValue, fields: error.fieldErrors.map(\.description),
                mayHaveBeenExecuted: error.mayHaveBeenExecuted)
            var response = try reply.response(from: request, context: context)
            response.status = error.responseStatus
            if let wait = error.retryAfter { response.headers[.retryAfter] = "\(wait.components.seconds)" }
            return response
        }
    }
}

private struct ErrorReply: ResponseEncodable {
    var error: String
    var fields: [String]
    var mayHaveBeenExecuted: Bool
}

extension FreshworksError {
    fileprivate var responseStatus: HTTPResponse.Status {
        switch code {
        case .invalidArgument, .validationFailed, .requestRefused: .unprocessableContent
        case .stateMismatch, .stateAlreadyUsed, .authorizationExpired, .issuerMismatch, .malformedCallback: .badRequest
        case .accessDenied: .forbidden
        case .invalidSignature: .unauthorized
        case .notFound: .notFound
        case .conflict: .conflict
        case .rateLimited, .shutDown: .serviceUnavailable
        case .timedOut: .gatewayTimeout
        // The app's own credential or network: no fault of whoever calls the app.
        default: .badGateway
        }
    }
}
