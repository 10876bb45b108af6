/// The jobs of a Freshdesk account: what the service goes on with after a call. Source: Freshdesk API v2, jobs.
public struct JobEndpoints: Sendable {
    let api: APIClient

    /// How far a job is. `GET /jobs/{id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> Job {
        try await api.send(Endpoint("jobs.get", .get, "jobs/\(id)"), options)
    }

    /// Waits until a job is done, and tells how far it is each time that the service is asked.
    ///
    /// ```swift
    /// let job = try await freshdesk.tickets.bulkDelete(ids)
    /// try await freshdesk.jobs.wait(for: job) { print($0.progress ?? 0) }
    /// ```
    /// - Parameters:
    ///   - job: What the call answered.
    ///   - deadline: For the whole wait. The job goes on behind it.
    ///   - options: For each question; its deadline too.
    ///   - onProgress: Gets what each question was answered.
    /// - Returns: The job at its end.
    /// - Throws: ``FreshworksError/Code/jobFailed`` when it failed, ``FreshworksError/Code/jobPartlyFailed`` when some of it was done,
    ///   both with the job as ``FreshworksError/body``; ``FreshworksError/Code/jobUnfinished`` when the deadline passes
    ///   first. A status that nobody knows counts as unfinished.
    @discardableResult
    public func wait(
        for job: Job, deadline: Duration = .seconds(600), options: CallOptions = CallOptions(),
        onProgress: (Job) -> Void = { _ in }
    ) async throws -> Job {
        let ended = try await api.poll("jobs.wait", deadline: deadline) {
            try await get(job.id, options: options)
        } isOver: { job in
            onProgress(job)
            return job.status?.outcome != nil
        } state: {
            $0.status?.rawValue
        }
        guard ended.status?.outcome != .success else { return ended }
        var error = ended.status?.outcome == .partial ? FreshworksError.jobPartlyFailed : FreshworksError.jobFailed
        error.operation = "jobs.wait"
        error.body = .object(ended.json)
        // What was stopped had begun.
        if ended.status?.rawValue.uppercased().hasPrefix("CANCEL") == true { error.mayHaveBeenExecuted = true }
        throw error
    }
}

extension APIClient {
    /// Asks again and again until something is over: after a second at first, after ten in the end.
    /// - Parameter state: What to say of it when the deadline passes.
    func poll<Answer>(
        _ operation: String, deadline: Duration, _ ask: () async throws -> Answer, isOver: (Answer) -> Bool,
        state: (Answer) -> String?
    ) async throws -> Answer {
        let clock = runtime.clock
        let end = clock.monotonicNow + deadline
        var pause = Duration.seconds(1)
        var last: String?
        while true {
            var wait = pause
            do {
                let answer = try await ask()
                if isOver(answer) { return answer }
                last = state(answer)
            } catch let error as FreshworksError where error.isRetryable {
                // What passes by itself is no reason to lose sight of work that goes on.
                wait = max(pause, error.retryAfter ?? .zero)
            }
            guard clock.monotonicNow + wait <= end else { throw FreshworksError.unfinished(operation, last) }
            try await clock.sleep(for: wait)
            pause = min(pause * 1.5, .seconds(10))
        }
    }
}

extension FreshworksError {
    fileprivate static var jobFailed: FreshworksError {
        FreshworksError(
            .jobFailed, "the service could not do the job", advice: "See the error's body for what the service says.")
    }

    fileprivate static var jobPartlyFailed: FreshworksError {
        FreshworksError(
            .jobPartlyFailed, "the service did only a part of the job",
            advice: "See the error's body for what the service says, and look which records changed.",
            mayHaveBeenExecuted: true)
    }

    fileprivate static func unfinished(_ operation: String, _ state: String?) -> FreshworksError {
        var error = FreshworksError(
            .jobUnfinished, "the service is not done yet\(state.map { ", its status is \($0)" } ?? "")",
            advice: "It goes on. Ask for it by its id later, or wait longer.", mayHaveBeenExecuted: true)
        error.operation = operation
        return error
    }
}

extension FreshworksError.Code {
    /// What the service went on with after a call came to nothing.
    public static let jobFailed = Self(rawValue: "job_failed")
    /// What the service went on with after a call was done in part.
    public static let jobPartlyFailed = Self(rawValue: "job_partly_failed")
    /// What the service went on with after a call took longer than the wait for it.
    public static let jobUnfinished = Self(rawValue: "job_unfinished")
}

extension FreshdeskClient {
    /// What the service goes on with after a call.
    public var jobs: JobEndpoints { JobEndpoints(api: api) }
}
