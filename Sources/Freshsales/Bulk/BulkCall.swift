/// A call for many records, split into requests of which each has as many as the service takes.
struct BulkCall<Item: Sendable>: Sendable {
    let api: APIClient
    let operation: String
    let path: PathTemplate
    let deadline: Duration
    let options: CallOptions
    /// What becomes of records that the service takes on without naming a job that would tell.
    let withoutJob: BulkOutcome
    /// What is wrong with the record at a place.
    let errors: @Sendable (Int, Item) -> [FreshworksError.FieldError]
    let body: @Sendable (ArraySlice<Item>) -> JSONObject
    /// What the service may name a record by in its report.
    let keys: @Sendable (Item) -> JSONObject

    /// What the service takes in one request.
    private static var limit: Int { 100 }
    /// While another call of the kind is under way, it was seen to refuse the verb, and to take it some seconds later.
    private static var longestRefusal: Int { 5 }
    private static var pauseAfterRefusal: Duration { .seconds(5) }

    nonisolated(nonsending) func run(
        _ items: [Item], batchSize: Int, _ onProgress: (BulkProgress) -> Void = { _ in }
    ) async throws -> BulkReport<Item> {
        try check(items, batchSize)
        var report = BulkReport<Item>()
        var obstacle: FreshworksError?
        for start in stride(from: 0, to: items.count, by: batchSize) {
            let batch = items[start..<min(start + batchSize, items.count)]
            if let obstacle {
                let outcome = BulkOutcome.after(obstacle)
                report.add(batch, Array(repeating: outcome, count: batch.count), nil, obstacle)
            } else {
                let done = report.entries.count
                let result = try await write(batch) {
                    onProgress(BulkProgress(total: items.count, done: done, job: $0))
                }
                report.add(batch, result.outcomes, result.job, result.error)
                // A job that may not be looked at says nothing of the requests that begin others.
                if let error = result.error, result.job == nil, error.meetsAll { obstacle = error.ofOtherRequests }
            }
            onProgress(BulkProgress(total: items.count, done: report.entries.count, job: nil))
        }
        return report
    }

    private func check(_ items: [Item], _ batchSize: Int) throws {
        var check = ArgumentCheck()
        check.number(batchSize, in: 1...Self.limit, "batchSize")
        for (place, item) in items.enumerated() {
            for error in errors(place, item) {
                check.refuse(error.field ?? "[\(place)]", error.message ?? "is not valid")
            }
        }
        do {
            try check.finish()
        } catch var error as FreshworksError {
            error.operation = operation
            throw error
        }
    }

    private typealias Result = (outcomes: [BulkOutcome], job: BulkJob?, error: FreshworksError?)

    private nonisolated(nonsending) func write(
        _ batch: ArraySlice<Item>, _ onProgress: (BulkJob) -> Void
    ) async throws -> Result {
        var seen: BulkJob?
        do {
            guard let job = try await send(batch) else {
                return (Array(repeating: withoutJob, count: batch.count), nil, nil)
            }
            seen = job
            onProgress(job)
            let ended = try await BulkJobEndpoints(api: api).wait(for: job, deadline: deadline, options: options) {
                seen = $0
                onProgress($0)
            }
            return (ended.outcomes(of: batch.map(keys)), ended, nil)
        } catch var error as FreshworksError {
            // A job that failed may tell of single records all the same.
            if let seen, seen.hasCounts, [.jobFailed, .jobPartlyFailed].contains(error.code) {
                return (seen.outcomes(of: batch.map(keys)).map { $0.after(error) }, seen, error)
            }
            // The service took the records on: whatever happened while waiting for the job says nothing of them.
            if seen != nil, error.code != .jobFailed { error.mayHaveBeenExecuted = true }
            return (Array(repeating: .after(error), count: batch.count), seen, error)
        }
    }

    /// - Returns: The job to wait for; `nil` where the service names none.
    private func send(_ batch: ArraySlice<Item>) async throws -> BulkJob? {
        let body = RequestBody.json(.object(body(batch)))
        let endpoint = Endpoint<BulkJob?>(operation, .post, path, body: body) { response in
            guard !response.body.isEmpty, let answer = try response.json().objectValue,
                answer["job_status_url"]?.stringValue?.isEmpty == false
            else { return nil }
            return try BulkJob(json: answer)
        }
        var refusals = 0
        while true {
            do {
                return try await api.send(endpoint, options.ofManyCalls)
            } catch let error as FreshworksError where error.code == .methodNotAllowed {
                refusals += 1
                guard refusals < Self.longestRefusal else { throw error }
                try await api.runtime.clock.sleep(for: Self.pauseAfterRefusal)
            }
        }
    }
}

extension FreshworksError {
    /// Whether the next request would meet with the same.
    fileprivate var meetsAll: Bool {
        isFinal
            || [.invalidCredential, .needsReauthorization, .forbidden, .insufficientScope, .notFound, .shutDown]
                .contains(code)
    }

    /// The same for requests that were not sent because of it.
    fileprivate var ofOtherRequests: FreshworksError {
        var error = self
        error.mayHaveBeenExecuted = false
        error.attempts = 0
        return error
    }
}
