extension APIClient {
    /// Waits until a job of the service is over: asks again and again, after a second at first, after ten in the end.
    /// - Parameters:
    ///   - operation: The name that errors show, such as `jobs.wait`.
    ///   - deadline: For the whole wait, the last question included. The job goes on behind it.
    ///   - options: For each question.
    ///   - ask: Asks how far the job is, with the options that it is given.
    ///   - onProgress: Gets what each question was answered.
    ///   - status: How far the job is, by an answer.
    /// - Returns: The first answer of a job that is over.
    /// - Throws: ``FreshworksError/Code/jobFailed`` when it failed, ``FreshworksError/Code/jobPartlyFailed`` when some of
    ///   it was done, both with the job as ``FreshworksError/body``; ``FreshworksError/Code/jobUnfinished`` when the
    ///   deadline passes first. A status that nobody knows counts as unfinished.
    public nonisolated(nonsending) func waitForJob<Job: Resource>(
        _ operation: String, deadline: Duration, options: CallOptions = CallOptions(),
        ask: nonisolated(nonsending) (CallOptions) async throws -> Job, onProgress: (Job) -> Void,
        status: (Job) -> JobStatus?
    ) async throws -> Job {
        let job = try await poll(operation, deadline: deadline, options: options, ask) {
            onProgress($0)
            return status($0)?.outcome != nil
        } state: {
            status($0)?.rawValue
        }
        guard let end = status(job), let outcome = end.outcome, outcome != .success else { return job }
        throw FreshworksError.jobEnded(operation, job.json, end, outcome)
    }

    /// Asks again and again until something is over: after a second at first, after ten in the end.
    ///
    /// A question gets no more time than is left. What it fails with then is the cause of the error that the deadline is.
    /// - Parameters:
    ///   - interval: After how long it is asked each time, if that is always the same.
    ///   - unfinished: The error that the deadline is, of the state that was told last.
    ///   - state: What to say of it when the deadline passes.
    package nonisolated(nonsending) func poll<Answer>(
        _ operation: String, deadline: Duration, every interval: Duration? = nil, options: CallOptions,
        unfinished: (_ state: String?) -> FreshworksError = FreshworksError.jobUnfinished,
        _ ask: nonisolated(nonsending) (CallOptions) async throws -> Answer, isOver: (Answer) -> Bool,
        state: (Answer) -> String?
    ) async throws -> Answer {
        let clock = runtime.clock
        let end = clock.monotonicNow + deadline
        var pause = interval ?? .seconds(1)
        var last: String?
        var failure: FreshworksError?
        while true {
            var wait = pause
            do {
                let answer = try await ask(options.within(end - clock.monotonicNow))
                if isOver(answer) { return answer }
                last = state(answer)
                failure = nil
            } catch let error as FreshworksError where error.isRetryable {
                // What passes by itself is no reason to lose sight of work that goes on.
                wait = max(pause, error.retryAfter ?? .zero)
                failure = error
            }
            guard clock.monotonicNow + wait < end else {
                var error = unfinished(last)
                error.operation = operation
                error.underlying = failure
                throw error
            }
            try await clock.sleep(for: wait)
            pause = interval ?? min(pause * 1.5, .seconds(10))
        }
    }
}

extension FreshworksError {
    fileprivate static func jobEnded(
        _ operation: String, _ job: JSONObject, _ status: JobStatus, _ outcome: JobStatus.Outcome
    ) -> FreshworksError {
        var error =
            outcome == .partial
            ? FreshworksError(
                .jobPartlyFailed, "the service did only a part of the job",
                advice: "See the error's body for what the service says, and look which records changed.",
                mayHaveBeenExecuted: true)
            : FreshworksError(
                .jobFailed, "the service could not do the job",
                advice: "See the error's body for what the service says.")
        error.operation = operation
        error.body = .object(job)
        // What was stopped had begun.
        if status.rawValue.uppercased().hasPrefix("CANCEL") { error.mayHaveBeenExecuted = true }
        return error
    }

    package static func jobUnfinished(_ state: String?) -> FreshworksError {
        FreshworksError(
            .jobUnfinished, "the service is not done yet\(state.map { ", its status is \($0)" } ?? "")",
            advice: "It goes on. Ask for it by its id later, or wait longer.", mayHaveBeenExecuted: true)
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
