import Freshdesk
import TestSupport
import Testing

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
            WireCall(
                "GET time_entries",
                """
                time_entries?company_id=3&agent_id=5&executed_after=2025-02-01T00%3A00%3A00Z\
                &executed_before=2025-03-01T00%3A00%3A00Z&billable=false&per_page=100
                """, answer: .json(200, "[]")
            ) {
                let filter = TimeEntryFilter(
                    companyID: 3, agentID: 5, executedAfter: utc(2025, 2, 1), executedBefore: utc(2025, 3, 1),
                    isBillable: false)
                _ = try await $0.timeEntries.list(filter).all()
            },
            .reading(
                "GET tickets/{id}/time_entries", "tickets/311/time_entries?per_page=100",
                answer: .json(200, #"[{"id":1,"time_spent":"01:30"}]"#)
            ) { try await $0.tickets.timeEntries(of: 311).all().first?.timeSpent == "01:30" },
            WireCall(
                "POST tickets/{id}/time_entries", "tickets/311/time_entries",
                #"{"time_spent":"01:30","note":"N","billable":false}"#
            ) {
                try await $0.tickets.addTimeEntry(
                    to: 311,
                    TimeEntryDraft {
                        $0.timeSpent = "01:30"
                        $0.note = "N"
                        $0.isBillable = false
                    })
            },
            WireCall("PUT time_entries/{id}", "time_entries/5", #"{"note":null}"#) {
                try await $0.timeEntries.update(5, TimeEntryUpdate { $0.note = .clear })
            },
            .reading(
                "PUT time_entries/{id}/toggle_timer", "time_entries/5/toggle_timer",
                answer: .json(200, #"{"id":5,"timer_running":true}"#)
            ) { try await $0.timeEntries.toggleTimer(5).isTimerRunning == true },
            WireCall("DELETE time_entries/{id}", "time_entries/5", answer: .empty(204)) {
                try await $0.timeEntries.delete(5)
            },
        ])
}
