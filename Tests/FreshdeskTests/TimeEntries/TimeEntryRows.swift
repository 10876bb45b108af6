import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Time entries.
extension EndpointFolder {
    static let timeEntries = EndpointFolder(
        "Time entries", 6,
        """
        GET time_entries
        GET tickets/{id}/time_entries
        POST tickets/{id}/time_entries
        PUT time_entries/{id}
        PUT time_entries/{id}/toggle_timer
        DELETE time_entries/{id}
        """,
        calls: [
            .reading(
                "GET time_entries",
                """
                time_entries?company_id=3&agent_id=5&executed_after=2025-02-01T00%3A00%3A00Z\
                &executed_before=2025-03-01T00%3A00%3A00Z&billable=false&per_page=100
                """, answer: entry.list()
            ) {
                let filter = TimeEntryFilter(
                    companyID: 3, agentID: 5, executedAfter: utc(2025, 2, 1), executedBefore: utc(2025, 3, 1),
                    isBillable: false)
                entry.facts(try await $0.timeEntries.list(filter).all())
            },
            .reading(
                "GET tickets/{id}/time_entries", "tickets/311/time_entries?per_page=100", answer: entry.list()
            ) { entry.facts(try await $0.tickets.timeEntries(of: 311).all()) },
            .reading(
                "POST tickets/{id}/time_entries", "tickets/311/time_entries",
                #"{"time_spent":"01:30","note":"N","billable":false}"#, answer: entry.answer(201)
            ) {
                entry.facts(
                    try await $0.tickets.addTimeEntry(
                        to: 311,
                        TimeEntryDraft {
                            $0.timeSpent = "01:30"
                            $0.note = "N"
                            $0.isBillable = false
                        }))
            },
            .reading("PUT time_entries/{id}", "time_entries/5", #"{"note":null}"#, answer: entry.answer()) {
                entry.facts(try await $0.timeEntries.update(5, TimeEntryUpdate { $0.note = .clear }))
            },
            .reading("PUT time_entries/{id}/toggle_timer", "time_entries/5/toggle_timer", answer: entry.answer()) {
                entry.facts(try await $0.timeEntries.toggleTimer(5))
            },
            .silent("DELETE time_entries/{id}", "time_entries/5") { try await $0.timeEntries.delete(5) },
        ])
}

private let entry = Sample<TimeEntry>(
    """
    {"id":5,"ticket_id":311,"company_id":3,"agent_id":8,"billable":false,"note":"N","timer_running":true,\
    "time_spent":"01:30","time_spent_in_seconds":5400,"start_time":"2025-03-04T09:00:00Z",\
    "executed_at":"2025-03-04T08:00:00Z","created_at":"2025-03-04T09:12:33Z","updated_at":"2025-03-04T09:14:02Z"}
    """
) {
    $0.id == 5
    $0.ticketID == 311
    $0.companyID == 3
    $0.agentID == 8
    $0.isBillable == false
    $0.note == "N"
    $0.isTimerRunning == true
    $0.timeSpent == "01:30"
    $0.secondsSpent == 5400
    $0.startTime == utc(2025, 3, 4, 9)
    $0.executedAt == utc(2025, 3, 4, 8)
    $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
    $0.updatedAt == utc(2025, 3, 4, 9, 14, 2)
}
