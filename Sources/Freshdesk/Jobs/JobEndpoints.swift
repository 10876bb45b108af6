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
    ///   - deadline: For the whole wait, the last question included. The job goes on behind it.
    ///   - options: For each question; its deadline too, which is shorter where less time is left.
    ///   - onProgress: Gets what each question was answered.
    /// - Returns: The job at its end.
    /// - Throws: ``FreshworksError/Code/jobFailed`` when it failed, ``FreshworksError/Code/jobPartlyFailed`` when some of it was done,
    ///   both with the job as ``FreshworksError/body``; ``FreshworksError/Code/jobUnfinished`` when the deadline passes
    ///   first. A status that nobody knows counts as unfinished.
    @discardableResult
    public nonisolated(nonsending) func wait(
        for job: Job, deadline: Duration = .seconds(600), options: CallOptions = CallOptions(),
        onProgress: (Job) -> Void = { _ in }
    ) async throws -> Job {
        try await api.waitForJob("jobs.wait", deadline: deadline, options: options) {
            try await get(job.id, options: $0)
        } onProgress: {
            onProgress($0)
        } status: {
            $0.status
        }
    }
}

extension FreshdeskClient {
    /// What the service goes on with after a call.
    public var jobs: JobEndpoints { JobEndpoints(api: api) }
}
