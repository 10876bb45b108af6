import Foundation
import FreshworksCore

/// What the service goes on with after a call. Here all is done at once, and the first who asks is told to wait.
extension FreshdeskService {
    static let jobs = FreshdeskRecords("jobs", noun: "job", firstID: 70_300_000_000, calls: []) {
        RecordKey("status", .text, "IN PROGRESS")
        RecordKey("progress", .integer, 0)
        RecordKey("name", .text)
        RecordKey("end", .text).onlyIfAsked
    }

    static let jobRoutes = [Route<FreshdeskService>("GET", "jobs/{id}", viewJob)]

    private static func viewJob(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var job = try service.record(of: jobs, request)
        try service.checkBare(request)
        var shown = jobs.visible(job, inList: false)
        // Ids of jobs are texts.
        shown["id"] = .string("\(job["id"] ?? .null)")
        if job["status"] != job["end"] {
            job["status"] = job["end"]
            job["progress"] = 100
            job["updated_at"] = .seconds(request.now)
            service.keep(job, jobs)
        }
        return .json(200, .object(shown))
    }

    /// Begins a job and answers with its id.
    /// - Parameters:
    ///   - failed: How many of its parts could not be done.
    ///   - isNumber: Whether the answer spells the id as a number, as some calls do.
    mutating func begin(
        _ name: String, failed: Int, of count: Int, isNumber: Bool = false, _ request: SandboxRequest
    ) -> SandboxReply {
        var job = blank(Self.jobs, at: request.now)
        job["name"] = .string(name)
        job["end"] = failed == 0 ? "COMPLETED" : failed == count ? "FAILED" : "PARTIAL"
        let id = job["id"] ?? .null
        spendID(id, of: Self.jobs)
        keep(job, Self.jobs)
        let href = "\(request.origin)\(request.basePath)/jobs/\(id)"
        return .json(202, ["job_id": isNumber ? id : .string("\(id)"), "href": .string(href)])
    }
}
