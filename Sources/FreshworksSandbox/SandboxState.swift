import Foundation
import FreshworksCore

/// All that a sandbox remembers; it lives behind one lock.
struct SandboxState: Sendable {
    var freshdesk: FreshdeskService
    var freshchat: FreshchatService
    var freshsales: FreshsalesService
    var oauth: OAuthService
    var faults: [ScriptedFault] = []
    private(set) var log: [LoggedRequest] = []

    init(_ options: Sandbox.Options) {
        let now = options.clock.wallNow
        freshdesk = FreshdeskService(options, now: now)
        freshchat = FreshchatService(options, now: now)
        freshsales = FreshsalesService(options, now: now)
        oauth = OAuthService(options, login: freshdesk.login)
    }

    mutating func answer(_ arrival: Arrival, now: Date) -> SandboxOutcome {
        var entry = LoggedRequest(arrival)
        defer { log.append(entry) }
        switch arrival.destination {
        case .nowhere: return SandboxOutcome(delivery: .unknownHost)
        case .elsewhere(let reply):
            entry.status = reply.status
            return SandboxOutcome(reply: reply)
        case .download:
            let query = QueryText(arrival.query)
            let reply =
                arrival.path.hasPrefix(FreshchatReports.downloadPath)
                ? freshchat.reports.download(arrival.path, query, now: now)
                : freshdesk.attachments.download(arrival.path, query, now: now)
            entry.status = reply.status
            return SandboxOutcome(reply: reply)
        case .service(let service, let request):
            let outcome = answer(service, request, now: now, &entry)
            if outcome.delivery == .whole || outcome.delivery == .truncated { entry.status = outcome.reply.status }
            return outcome
        }
    }

    private mutating func answer(
        _ service: ServiceName, _ request: SandboxRequest, now: Date, _ entry: inout LoggedRequest
    ) -> SandboxOutcome {
        var request = request
        request.now = now
        request.serial = log.count + 1
        request.bearer = request.headers.authorization("Bearer").map { oauth.tokens.judge($0, at: now) }
        let fault = takeFault(service, request)
        switch fault?.effect {
        case .shiftedRows(let count): request.rowShift = count
        case .foreignLinks(let origin): request.linkOrigin = origin
        case .authorizationError(let error): request.authorizationError = error
        default: break
        }
        var outcome = SandboxOutcome(delay: fault?.delay ?? .zero)
        (outcome.reply, entry.credential) = ask(service, request, instead: fault)
        switch fault?.effect {
        case .truncatedBody where !outcome.reply.body.isEmpty: outcome.delivery = .truncated
        case .reset: outcome.delivery = .reset
        case .notHTTP: outcome.delivery = .notHTTP
        default: break
        }
        return outcome
    }

    private mutating func takeFault(_ service: ServiceName, _ request: SandboxRequest) -> Fault? {
        guard let index = faults.firstIndex(where: { $0.left > 0 && $0.matcher.fits(service, request) }) else {
            return nil
        }
        faults[index].left -= 1
        return faults[index].fault
    }

    private mutating func ask(
        _ service: ServiceName, _ request: SandboxRequest, instead fault: Fault?
    )
        -> (SandboxReply, CredentialUse)
    {
        func answer(_ service: inout some SandboxService) -> (SandboxReply, CredentialUse) {
            let credential = service.judge(request)
            if case .reply(let reply) = fault?.effect { return (reply, credential) }
            return (service.answer(request, credential: credential), credential)
        }
        switch service {
        case .product(.freshdesk): return answer(&freshdesk)
        case .product(.freshchat): return answer(&freshchat)
        case .product(.freshsales): return answer(&freshsales)
        case .oauth: return answer(&oauth)
        }
    }
}

/// What goes back to the client, and how.
struct SandboxOutcome: Sendable {
    var reply = SandboxReply.empty(404)
    var delay = Duration.zero
    var delivery = Delivery.whole

    enum Delivery: Sendable {
        case whole
        case truncated
        case reset
        case notHTTP
        case unknownHost
    }
}
