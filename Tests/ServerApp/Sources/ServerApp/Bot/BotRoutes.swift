import Foundation
import Freshchat
import HTTPTypes
import Hummingbird
import Logging

/// Takes the deliveries of Freshchat's webhook and hands the new ones to a bot.
struct BotRoutes: Sendable {
    let verifier: WebhookVerifier
    let bot: FreshchatBot
    private let replays = WebhookReplayGuard()

    func add(to router: Router<BasicRequestContext>) {
        router.post("webhooks/freshchat") { request, context in
            // The bytes as they came: JSON that was parsed and written anew has another signature.
            let body = try await request.body.collect(upTo: 1_000_000)
            let delivery = WebhookDelivery(body: Data(body.readableBytesView)) { name in
                HTTPField.Name(name).flatMap { request.headers[$0] }
            }
            let event = try verifier.event(of: delivery)
            let verdict = replays.admit(event)
            if verdict == .outdated { context.logger.warning("an event is too old to be worked on") }
            // The service waits three seconds for the answer, so the work is done behind it.
            if verdict == .new, !bot.take(event) {
                // What is not answered with 200 comes again, and must not be taken for a repetition then.
                replays.forget(event)
                return HTTPResponse.Status.serviceUnavailable
            }
            return HTTPResponse.Status.ok
        }
    }
}
