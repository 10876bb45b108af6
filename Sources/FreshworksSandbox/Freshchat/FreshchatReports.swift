import Foundation
import FreshworksCore

/// Reports. One may be asked for each minute; it is finished 20 seconds later, and its file can be fetched for an hour.
struct FreshchatReports: Sendable {
    static let events: Set = [
        "Conversation-Created", "Conversation-Agent-Assigned", "Conversation-Group-Assigned", "Conversation-Resolved",
        "Conversation-Resolution-Label", "Message-Sent", "First-Response-Time", "Response-Time", "Resolution-Time",
        "CSAT-Score", "Agent-Activity", "Agent-Intelliassign-Activity", "Chat-Transcript", "agent-performance",
        "classic",
    ]
    static let downloadPath = "/attachments/chat-reports/"
    static let wait = 20.0
    static let lifetime = 3600.0
    static let pause = 60.0

    struct Report: Sendable {
        let id: String
        let start: String
        let end: String
        let madeAt: Date
        let rows: String
    }

    private(set) var made: [Report] = []

    func secondsToWait(_ now: Date) -> Int? {
        guard let last = made.last, now < last.madeAt.addingTimeInterval(Self.pause) else { return nil }
        return max(1, Int(last.madeAt.addingTimeInterval(Self.pause).timeIntervalSince(now).rounded(.up)))
    }

    mutating func add(_ report: Report) { made.append(report) }

    func download(_ path: String, _ query: QueryText, now: Date) -> SandboxReply {
        let id = path.dropFirst(Self.downloadPath.count).prefix { $0 != "." }
        guard let report = made.first(where: { $0.id == id }) else { return .page(404, title: "There is no such file") }
        guard query["expires"] == "\(report.expiry)", now.timeIntervalSince1970 <= Double(report.expiry) else {
            return .page(403, title: "The link has expired")
        }
        return SandboxReply(status: 200, headers: [("Content-Type", "text/csv")], body: Data(report.rows.utf8))
    }
}

extension FreshchatReports.Report {
    var expiry: Int { Int(madeAt.timeIntervalSince1970 + FreshchatReports.wait + FreshchatReports.lifetime) }
}

extension FreshchatService {
    static let reportRoutes = [
        Route<FreshchatService>("POST", "reports/raw", scope: "reports.create", or: "reports.view", requestReport),
        Route<FreshchatService>("GET", "reports/raw/{id}", scope: "reports.view", viewReport),
    ]

    private static let reportShape: JSONShape = {
        let time = JSONShape(else: .format("ISO 8601")) { $0.stringValue.flatMap(FreshchatTime.date) != nil }
        return .object(
            [
                "start": time, "end": time, "event": .choice(of: FreshchatReports.events.sorted()),
                "format": .choice("csv"), "should_exclude_pii": .flag,
            ], required: ["start", "end", "event", "format"])
    }()

    private static func requestReport(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshchatBody(reportShape)
        let (start, end) = (body["start"]?.stringValue ?? "", body["end"]?.stringValue ?? "")
        guard start < end else { throw FreshchatReplies.invalid("end is not valid") }
        if let seconds = service.reports.secondsToWait(request.now) {
            var reply = FreshchatReplies.error(429, "TOO_MANY_REQUESTS", "one report may be asked for each minute")
            reply.add("Retry-After", seconds)
            throw reply
        }
        let id = service.newID()
        service.reports.add(
            FreshchatReports.Report(
                id: id, start: start, end: end, madeAt: request.now,
                rows: service.rows(body["event"]?.stringValue ?? "", start...end)))
        return .json(
            202, ["id": .string(id), "link": ["rel": "extracts", "href": .string("/reports/raw/\(id)")]],
            type: "application/json")
    }

    private static func viewReport(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        guard let report = service.reports.made.first(where: { $0.id == request.parameters["id"] }) else {
            throw FreshchatReplies.error(404, "NOT_FOUND", "report not found")
        }
        func spelled(_ time: String) -> String { String(time.dropLast(3)).replacing("T", with: " ") }
        var answer: JSONObject = [
            "id": .string(report.id), "status": "PENDING",
            "interval": .string("\(spelled(report.start))_\(spelled(report.end))"),
        ]
        let age = request.now.timeIntervalSince(report.madeAt)
        if age >= FreshchatReports.wait / 2 { answer["status"] = "IN_PROGRESS" }
        if age >= FreshchatReports.wait {
            answer["status"] = "COMPLETED"
            let path = "\(FreshchatReports.downloadPath)\(report.id).csv?expires=\(report.expiry)"
            answer["links"] = [
                [
                    "link": ["rel": "self", "href": .string(request.downloadOrigin + path)],
                    "from": .string(report.start), "to": .string(report.end), "status": "SUCCESS",
                ]
            ]
        }
        return FreshchatReplies.ok(.object(answer))
    }

    /// What happened in a span, as CSV. Of most events nothing is known, and there are the names of the columns alone.
    private func rows(_ event: String, _ span: ClosedRange<String>) -> String {
        var lines = ["Conversation ID,Interaction ID,Actor,Message,Created at"]
        if event == "Message-Sent" || event == "Chat-Transcript" {
            for message in all(Self.messages) where span.contains(message["created_time"]?.stringValue ?? "") {
                let text: String = message["message_parts"]?.arrayValue?.first?["text"]?["content"] ?? ""
                let cells = [
                    message["conversation_id"]?.stringValue, message["interaction_id"]?.stringValue,
                    message["actor_type"]?.stringValue, text, message["created_time"]?.stringValue,
                ]
                lines.append(cells.map { Self.cell($0 ?? "") }.joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        text.contains { ",\"\r\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
