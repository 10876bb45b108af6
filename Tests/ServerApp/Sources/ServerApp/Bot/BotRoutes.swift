import Foundation
import Freshchat
import HTTPTypes
import Hummingbird

/// Takes the deliveries of Freshchat's webhook and hands the new ones to a bot.
struct BotRoutes: Sendable {
    let verifier: WebhookVerifier
    let bot: FreshchatBot
    private let replays = WebhookReplayGuard()

    func add(to router: Router<BasicRequestContext>) {
        router.post("webhooks/freshchat") { request, _ in
            // The bytes as they came: JSON that was parsed and written anew has another signature.
            let body = try await request.body.collect(upTo: 1_000_000)
            let delivery = WebhookDelivery(body: Data(body.readableBytesView)) { name in
                HTTPField.Name(name).flatMap { request.headers[$0] }
            }
            let event = try verifier.event(of: delivery)
            // The service waits three seconds for the answer, so the work is done behind it.
            if replays.admit(event) == .new { bot.take(event) }
            return HTTPResponse.Status.ok
        }
    }
}
