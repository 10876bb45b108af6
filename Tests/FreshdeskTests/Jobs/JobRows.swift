import Freshdesk
import TestSupport
import Testing

// Source: developers.freshdesk.com/api, Jobs.
extension EndpointFolder {
    static let jobs = EndpointFolder(
        "Jobs", 1,
        """
        GET jobs/{id}
        """,
        calls: [
            WireCall(
                "GET jobs/{id}", "jobs/j-1",
                answer: .json(200, #"{"id":"j-1","name":"bulk","status":"IN PROGRESS","progress":40}"#)
            ) {
                let job = try await $0.jobs.get("j-1")
                #expect(job.status == .inProgress)
                #expect(job.progress == 40)
            }
        ])
}
