import Foundation
import FreshworksConnections
import FreshworksCore
import HTTPTypes
import Hummingbird

/// Serves the `/instances` calls of Cloud Elements below `/platform`, to the one user and organization that it knows.
struct InstanceRoutes: Sendable {
    private let service: InstanceService

    /// - Parameters:
    ///   - user: The user's secret.
    ///   - organization: The organization's secret.
    init(registry: ConnectionRegistry, user: Secret, organization: Secret) {
        service = InstanceService { givenUser, givenOrganization in
            // Both are compared, so that the time does not tell which one is wrong.
            let (isUser, isOrganization) = (givenUser == user, givenOrganization == organization)
            return isUser && isOrganization ? registry : nil
        }
    }

    func add(to router: Router<BasicRequestContext>) {
        let platform = router.group("platform")
        for method: HTTPRequest.Method in [.get, .post, .put, .patch, .delete] {
            platform.on("**", method: method) { request, _ in try await answer(to: request) }
        }
    }

    private func answer(to request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        let answer = try await service.respond(
            to: .init(
                TransportRequest.Method(rawValue: request.method.rawValue),
                String(request.uri.path.dropFirst("/platform".count)), authorization: request.headers[.authorization],
                body: Data(body.readableBytesView)))
        return Response(
            status: .init(code: answer.status), headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body?.serialized() ?? Data())))
    }
}
