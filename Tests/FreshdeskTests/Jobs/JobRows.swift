import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Jobs.
extension EndpointFolder {
    static let jobs = EndpointFolder(
        "Jobs", 1,
        """
        GET jobs/{id}
        """,
        calls: [.reading("GET jobs/{id}", "jobs/j-1", answer: job.answer()) { job.facts(try await $0.jobs.get("j-1")) }]
    )
}

private let job = Sample<Job>(
    """
    {"id":"j-1","name":"bulk","status":"IN PROGRESS","progress":40,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z","status_updated_at":"2025-01-04T09:00:00Z"}
    """
) {
    $0.id == "j-1"
    $0.name == "bulk"
    $0.status == .inProgress
    $0.progress == 40
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
    $0.statusUpdatedAt == utc(2025, 1, 4, 9)
}
