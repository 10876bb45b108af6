import Foundation
import FreshworksCore

/// Time that agents spent on tickets.
extension FreshdeskService {
    static let timeEntries = FreshdeskRecords(
        "time_entries", noun: "time entry", firstID: 70_500_000_000, calls: [.list, .update, .delete],
        filters: [
            .link("company_id", to: "companies", "company"), .link("agent_id", to: "agents", "agent"),
            .time("executed_after", key: "executed_at", atLeast: true),
            .time("executed_before", key: "executed_at", atLeast: false),
            .choice("billable", of: ["true", "false"]) { entry, text in entry["billable"] == .bool(text == "true") },
        ],
        rules: FreshdeskRecords.Rules(settle: settleTimeEntry, check: checkTimeEntry, kept: stopOtherTimers)
    ) {
        RecordKey.nulls("ticket_id")
        RecordKey("company_id", .id.orNull).readOnly.onlyInLists
        RecordKey("agent_id", .id).pointing(to: "agents", "agent")
        RecordKey("billable", .flag, true)
        RecordKey("note", .text.orNull)
        RecordKey("timer_running", .flag, false)
        RecordKey("time_spent", .spent, "00:00")
        RecordKey("time_spent_in_seconds", .integer, 0).readOnly
        RecordKey("start_time", .time)
        RecordKey("executed_at", .time)
    }

    static let timeEntryRoutes = [
        Route<FreshdeskService>("GET", "tickets/{id}/time_entries", scope: "tickets.view", listTimeEntries),
        Route<FreshdeskService>("POST", "tickets/{id}/time_entries", scope: "tickets.edit", addTimeEntry),
        Route<FreshdeskService>("PUT", "time_entries/{id}/toggle_timer", scope: "tickets.edit", toggleTimer),
    ]

    private static func listTimeEntries(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.refuse(service.check(request.query, jobs), nil)
        return try service.reply(
            service.all(timeEntries).filter { $0["ticket_id"] == ticket["id"] }, timeEntries, request)
    }

    private static func addTimeEntry(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try requireLive(ticket, request)
        var entry = service.blank(timeEntries, id: request.seed["id"], at: request.now)
        entry["ticket_id"] = ticket["id"]
        entry["company_id"] = ticket["company_id"]
        entry["agent_id"] = try service.caller(of: request)["id"]
        let body = try RecordBody(freshdesk: request, timeEntries.keys)
        let writing = try service.write(service.judge(body, of: nil, copy: entry, timeEntries, request), timeEntries)
        return service.reply(writing.record, .created, timeEntries, request)
    }

    private static func settleTimeEntry(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        let now = JSONValue.seconds(writing.request.now)
        if writing.isNew {
            if writing["timer_running"] == nil && writing["time_spent"] == nil {
                writing.record["timer_running"] = true
            }
            if writing["executed_at"] == nil { writing.record["executed_at"] = now }
        }
        let wasRunning = writing.before?["timer_running"] == true
        let isRunning = writing.record["timer_running"] == true
        if isRunning && !wasRunning && writing["start_time"] == nil { writing.record["start_time"] = now }
        if wasRunning && !isRunning && writing["time_spent"] == nil {
            Self.stop(&writing.record, at: writing.request.now)
        }
        writing.record["time_spent_in_seconds"] = .int(Self.seconds(of: writing.record))
    }

    private static func seconds(of entry: JSONObject) -> Int {
        let parts = (entry["time_spent"]?.stringValue ?? "").split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 3600 + parts[1] * 60 : 0
    }

    private static func stop(_ entry: inout JSONObject, at now: Date) {
        let passed = max(0, Int(now.timeIntervalSince(entry.time("start_time"))))
        let minutes = (seconds(of: entry) + passed) / 60
        entry["timer_running"] = false
        entry["time_spent"] = .string(String(format: "%02d:%02d", minutes / 60, minutes % 60))
        entry["time_spent_in_seconds"] = .int(minutes * 60)
    }

    private static func checkTimeEntry(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        if let start = writing["start_time"]?.stringValue {
            if start > JSONValue.seconds(writing.request.now).stringValue ?? "" {
                writing.refuse("start_time", .said(code: "invalid_value", "It should not be in the future"))
            }
            if writing["timer_running"] == false {
                writing.refuse("start_time", .said(code: "incompatible_field", "The timer is not running"))
            }
        }
        guard let before = writing.before, before["timer_running"] == true || writing["timer_running"] != nil else {
            return
        }
        if writing["timer_running"] == before["timer_running"] {
            writing.refuse("timer_running", .said(code: "invalid_value", "It is so already"))
        }
        for key in ["agent_id", "start_time"] where before["timer_running"] == true && writing[key] != nil {
            writing.refuse(key, .said(code: "incompatible_field", "It cannot be changed while the timer is running"))
        }
    }

    /// An agent has one timer at most.
    @Sendable private static func stopOtherTimers(_ writing: inout Writing, _ service: inout FreshdeskService) {
        let (entry, now) = (writing.record, writing.request.now)
        guard entry["timer_running"] == true else { return }
        service.change(
            timeEntries,
            where: {
                $0["id"] != entry["id"] && $0["agent_id"] == entry["agent_id"] && $0["timer_running"] == true
            }
        ) { stop(&$0, at: now) }
    }

    private static func toggleTimer(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let entry = try service.record(of: timeEntries, request)
        try service.checkBare(request)
        let id = "\(entry["id"] ?? .null)"
        return try service.call(
            "PUT", ["time_entries", id], ["timer_running": .bool(entry["timer_running"] != true)], request)
    }
}

extension JSONShape {
    /// Hours and minutes, such as `03:30`.
    fileprivate static let spent = JSONShape(else: .format("hh:mm")) {
        $0.stringValue?.wholeMatch(of: /\d{2,}:[0-5]\d/) != nil
    }
}
