package import Foundation

/// Sends the calls of one account: signs, sends, reads the answer, and heals a rotated credential.
///
/// The three clients are thin layers over this, and so is a connector of your own.
public struct APIClient: Sendable {
    /// What is shared with other clients.
    public let runtime: FreshworksRuntime
    // Holds account and provider too: an idle client shall be small.
    let signer: RequestSigner
    private var share = CallShare.whole
    private(set) var forbiddenAdvice: String?
    private var answers: AnswerRecord?

    /// Makes a client of an account.
    /// - Throws: ``FreshworksError`` when the credential is known already and cannot belong to the account, and when
    ///   its product is described with a rate limit that cannot be.
    public init(
        account: FreshworksAccount, credential: any CredentialProvider, runtime: FreshworksRuntime = .shared
    ) throws {
        try account.product.checkLimits()
        self.runtime = runtime
        signer = try RequestSigner(account: account, provider: credential)
    }

    /// The account that is called.
    public var account: FreshworksAccount { signer.account }

    /// The same client, keeping to a part of the account's rate limit so that other programs find calls left.
    /// - Parameter fraction: Above 0 and at most 1.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for what is no such part.
    public func limited(toShare fraction: Double) throws -> APIClient {
        guard fraction > 0, fraction <= 1 else {
            throw ArgumentCheck.refusal("share", "must be above 0 and at most 1")
        }
        var copy = self
        copy.share = fraction < 1 ? .part(fraction) : .whole
        return copy
    }

    /// The same client, whose answers are taken down.
    func noting(in answers: AnswerRecord) -> APIClient {
        var copy = self
        copy.answers = answers
        return copy
    }

    /// The same client, for calls that need more than others: what it says when one is forbidden.
    /// - Parameter advice: What credential to use instead, as a sentence.
    public func advising(ifForbidden advice: String) -> APIClient {
        var copy = self
        copy.forbiddenAdvice = advice
        return copy
    }

    /// What is known of the account's rate limit; `nil` before the first call, and when a window has passed without one.
    public var rateLimit: RateLimit? {
        get async { runtime.rateLimit(of: account) }
    }

    /// What was mended in the credential, to tell the user. It never quotes the credential.
    /// - Throws: What the credential's provider throws; why its credential was refused.
    public var credentialRepairs: [FreshworksAccount.Repair] {
        get async throws { try await signer.provider.credential().normalized(for: account).repairs }
    }

    /// Sends a call and reads its answer.
    /// - Throws: ``FreshworksError`` for everything but a readable 2xx answer; `CancellationError` when cancelled.
    public func send<Response>(
        _ endpoint: Endpoint<Response>, _ options: CallOptions = CallOptions()
    ) async throws -> Response {
        try await send(endpoint, options, at: nil)
    }

    /// Sends a call and reads its answer.
    /// - Parameter url: Where to send it instead of the endpoint's own address, such as a list's next page.
    package func send<Response>(
        _ endpoint: Endpoint<Response>, _ options: CallOptions, at url: URL?
    ) async throws -> Response {
        try await perform(endpoint, options) {
            try url ?? account.url(endpoint.path, query: endpoint.query)
        } read: { response, sent in
            let response = try failing(response, to: endpoint, sent)
            guard response.isSuccess else { throw response.failure(at: runtime.clock.wallNow) }
            do {
                return try endpoint.read(response)
            } catch var error as FreshworksError {
                error.status = response.status
                error.mayHaveBeenExecuted = true
                throw error
            }
        }
    }

    /// Sends a request that no endpoint describes and returns the 2xx answer as it came.
    /// - Parameter path: Below the account's base URL, as the service's documentation prints it.
    /// - Throws: ``FreshworksError`` for every other status; `CancellationError` when cancelled.
    public func call(
        _ method: TransportRequest.Method, _ path: String, query: QueryItems = [:], body: JSONValue? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> TransportResponse {
        let body = body.map { RequestBody.json($0) } ?? .none
        return try await send(.raw(method, path, below: account, query: query, body: body), options)
    }

    /// Sends a call and returns the answer, whatever its status.
    /// - Parameter url: Where to send it instead of the endpoint's own address, such as a list's next page.
    package func exchange(
        _ endpoint: Endpoint<TransportResponse>, _ options: CallOptions = CallOptions(), at url: URL? = nil
    ) async throws -> TransportResponse {
        try await perform(
            endpoint, options, at: { try url ?? account.url(endpoint.path, query: endpoint.query) },
            read: { response, _ in response })
    }

    /// Sends a call, also with a credential that was just rejected, and returns the answer, whatever its status, and
    /// what it was signed with.
    func trial(
        _ endpoint: Endpoint<TransportResponse>, _ options: CallOptions, at url: URL
    ) async throws -> (response: TransportResponse, sent: Credential?) {
        try await perform(
            endpoint, options, at: { url }, triesRejectedCredentials: true, read: { ($0, $1) })
    }

    /// What of a credential nobody may see, in a text that a service sent.
    func hiding(_ credential: Credential?, in text: String) -> String {
        guard let credential, let secrets = try? signer.secrets(of: credential) else { return text }
        return text.hiding(secrets)
    }

    /// A text that a service sent, such as a link, without what of the credential nobody may see; `nil` if the credential
    /// cannot be had to look for.
    package func hidingCredential(in text: String) async -> String? {
        guard let credential = try? await signer.provider.credential() else { return nil }
        return hiding(credential, in: text)
    }

    /// Runs a call through the pipeline and reads its answer; the observer is told of begin and end.
    private func perform<Call, Result>(
        _ endpoint: Endpoint<Call>, _ options: CallOptions, at url: () throws -> URL,
        triesRejectedCredentials: Bool = false, read: (TransportResponse, _ sent: Credential?) throws -> Result
    ) async throws -> Result {
        let call = ObservedCall(
            id: try runtime.callBegan(endpoint.operation), product: account.product.name, operation: endpoint.operation,
            method: endpoint.method, path: endpoint.path.template)
        let start = runtime.clock.monotonicNow
        let traced = runtime.observer?.callBegan(call) ?? HeaderFields()
        var pipeline = CallPipeline(
            state: runtime.state(of: account), provider: signer.provider, signer: signer, runtime: runtime,
            share: share, call: call, ending: runtime.ending(of: call.id),
            group: endpoint.group, cost: endpoint.cost, isSafeToRepeat: endpoint.isSafeToRepeat,
            priority: options.priority, time: CallTime(options, begun: start),
            triesRejectedCredentials: triesRejectedCredentials)
        defer {
            pipeline.outcome.mayHaveBeenExecuted = pipeline.mayHaveBeenExecuted
            pipeline.outcome.duration = runtime.clock.monotonicNow - start
            runtime.observer?.callEnded(call, pipeline.outcome)
            runtime.callEnded(call.id)
        }
        do {
            if let refusal = endpoint.refusal { throw refusal }
            try endpoint.checkCost()
            let url = try url()
            let response = try await endpoint.body.withContent { body, contentType in
                var request = TransportRequest(endpoint.method, url, body: body)
                request.headers = try .forCall(contentType, extra: [traced, options.headers])
                request.progress = options.progress
                try Task.checkCancellation()
                return try await pipeline.run(request)
            }
            if let answers {
                let head = TransportResponse(status: response.status, headers: response.headers)
                let secrets = try pipeline.sent.map { try signer.secrets(of: $0) }
                answers.note(secrets.map { head.hiding($0) } ?? head, to: endpoint.operation)
            }
            return try read(response, pipeline.sent)
        } catch {
            let reason = runtime.reason(for: error)
            guard !(reason is CancellationError) else {
                pipeline.outcome.wasCancelled = true
                throw reason
            }
            let error = complete(FreshworksError(wrapping: reason), of: endpoint, pipeline)
            pipeline.outcome.error = error.code
            throw error
        }
    }
}

extension FreshworksProduct {
    /// Refuses limits that no service has: the pacer divides by the window.
    fileprivate func checkLimits() throws {
        var check = ArgumentCheck()
        if !(Duration.milliseconds(1)...(.seconds(31_536_000))).contains(rateWindow) {
            check.refuse("rateWindow", "must be from a millisecond to a year")
        }
        check.number(callsInFlight, in: 1...Int.max, "callsInFlight")
        try check.finish()
    }
}

extension Endpoint {
    /// Refuses a cost that no call has: the pacer adds costs up.
    fileprivate func checkCost() throws {
        try ArgumentCheck.number(cost, in: 0...Self.costLimit, "cost")
    }
}

extension HeaderFields {
    /// The fields of every request: what the caller and the observer add, then what the call itself needs.
    static func forCall(_ contentType: String?, extra: [HeaderFields]) throws -> HeaderFields {
        var fields = HeaderFields()
        for extra in extra {
            for name in extra.map(\.name)
            where ["Authorization", "Accept", "Content-Type"].contains(where: name.equalsIgnoringCase) {
                throw FreshworksError(
                    .invalidHeaderField, "the extra header field \(name) is one that the library sets itself")
            }
            try fields.set(contentsOf: extra)
        }
        try fields.set("Accept", to: "application/json")
        if let contentType { try fields.set("Content-Type", to: contentType) }
        return fields
    }
}

extension FreshworksError {
    /// Keeps an error of ours as it is and wraps what a provider or an encoder of somebody else threw before sending.
    init(wrapping error: any Error) {
        if let error = error as? FreshworksError {
            self = error
        } else {
            self.init(
                .callFailed, "the call failed outside the library", advice: "See the underlying error.",
                underlying: error)
        }
    }
}

extension FreshworksError.Code {
    /// Code that the caller supplied, such as a credential provider or a transport, threw an error of its own.
    public static let callFailed = Self(rawValue: "call_failed")
}
