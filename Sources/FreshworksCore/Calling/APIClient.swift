package import Foundation

/// Sends the calls of one account: signs, sends, reads the answer, and heals a rotated credential.
///
/// The three clients are thin layers over this, and so is a connector of your own.
public struct APIClient: Sendable {
    /// The account that is called.
    public let account: FreshworksAccount
    /// What is shared with other clients.
    public let runtime: FreshworksRuntime
    private let credential: any CredentialProvider
    private let signer: RequestSigner

    /// Makes a client of an account.
    /// - Throws: ``FreshworksError`` when the credential is known already and cannot belong to the account.
    public init(
        account: FreshworksAccount, credential: any CredentialProvider, runtime: FreshworksRuntime = .shared
    ) throws {
        self.account = account
        self.runtime = runtime
        self.credential = credential
        signer = try RequestSigner(account: account, provider: credential)
    }

    /// The last known reading of the account's rate limit; `nil` before the first call.
    public var rateLimit: RateLimit? {
        get async { runtime.rateLimit(of: account) }
    }

    /// What was mended in the credential, to tell the user. It never quotes the credential.
    /// - Throws: What the credential's provider throws; why its credential was refused.
    public var credentialRepairs: [FreshworksAccount.Repair] {
        get async throws { try await credential.credential().normalized(for: account).repairs }
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
        } read: { response in
            guard response.isSuccess else { throw response.failure() }
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
        _ options: CallOptions = CallOptions()
    ) async throws -> TransportResponse {
        try await send(.raw(method, path, below: account, query: query, body: body), options)
    }

    /// Sends a call and returns the answer, whatever its status.
    /// - Parameter url: Where to send it instead of the endpoint's own address, such as a list's next page.
    package func exchange(
        _ endpoint: Endpoint<TransportResponse>, _ options: CallOptions = CallOptions(), at url: URL? = nil
    ) async throws -> TransportResponse {
        try await perform(endpoint, options) {
            try url ?? account.url(endpoint.path, query: endpoint.query)
        } read: {
            $0
        }
    }

    /// The way of one call: authorize, send, re-authorize once on 401, read; with the observer told of begin and end.
    private func perform<Call, Result>(
        _ endpoint: Endpoint<Call>, _ options: CallOptions, at url: () throws -> URL,
        read: (TransportResponse) throws -> Result
    ) async throws -> Result {
        let call = ObservedCall(
            id: runtime.nextCallID(), product: account.product.name, operation: endpoint.operation,
            method: endpoint.method, path: endpoint.path.template)
        let start = runtime.clock.monotonicNow
        var outcome = ObservedOutcome()

        func attempt(_ unsigned: TransportRequest, with credential: Credential) async throws -> TransportResponse {
            var request = unsigned
            try signer.authorize(&request, with: credential)
            request.timeout = options.deadline - (runtime.clock.monotonicNow - start)
            guard request.timeout > .zero else {
                throw FreshworksError(
                    .timedOut, "the call's deadline passed before it could be sent", advice: "Allow more time.")
            }
            outcome.attempts += 1
            let response = try await runtime.transport.send(request)
            outcome.status = response.status
            outcome.bytesReceived = response.body.count
            runtime.record(response.headers, of: account)
            return response
        }

        func answer(to request: TransportRequest) async throws -> TransportResponse {
            let current = try await credential.credential()
            let response = try await attempt(request, with: current)
            guard response.status == 401, let newer = try await credential.credential(replacing: current) else {
                return response
            }
            return try await attempt(request, with: newer)
        }

        let traced = runtime.observer?.callBegan(call) ?? HeaderFields()
        defer {
            outcome.duration = runtime.clock.monotonicNow - start
            runtime.observer?.callEnded(call, outcome)
        }
        do {
            var request = TransportRequest(endpoint.method, try url(), body: endpoint.body.content)
            request.headers = try .forCall(endpoint.body, extra: [traced, options.headers])
            return try read(try await answer(to: request))
        } catch let error as CancellationError {
            outcome.wasCancelled = true
            throw error
        } catch {
            var error = FreshworksError(wrapping: error, mayHaveBeenExecuted: outcome.attempts > 0)
            error.operation = endpoint.operation
            error.requestLine = "\(endpoint.method) \(account.baseURL)/\(endpoint.path.template)"
            error.attempts = outcome.attempts
            outcome.error = error.code
            throw error
        }
    }
}

extension HeaderFields {
    /// The fields of every request: what the caller and the observer add, then what the call itself needs.
    fileprivate static func forCall(_ body: RequestBody, extra: [HeaderFields]) throws -> HeaderFields {
        var fields = HeaderFields()
        for (name, value) in extra.joined() {
            guard !["Authorization", "Accept", "Content-Type"].contains(where: name.equalsIgnoringCase) else {
                throw FreshworksError(
                    .invalidHeaderField, "the extra header field \(name) is one that the library sets itself")
            }
            try fields.set(name, to: value)
        }
        try fields.set("Accept", to: "application/json")
        if let contentType = body.contentType { try fields.set("Content-Type", to: contentType) }
        return fields
    }
}

extension FreshworksError {
    /// Keeps an error of ours as it is and wraps what a provider, a transport or an encoder of somebody else threw.
    fileprivate init(wrapping error: any Error, mayHaveBeenExecuted: Bool) {
        if let error = error as? FreshworksError {
            self = error
        } else {
            self.init(
                .callFailed, "the call failed outside the library",
                advice: "See the underlying error.", mayHaveBeenExecuted: mayHaveBeenExecuted, underlying: error)
        }
    }
}

extension FreshworksError.Code {
    /// Code that the caller supplied, such as a credential provider or a transport, threw an error of its own.
    public static let callFailed = Self(rawValue: "call_failed")
}
