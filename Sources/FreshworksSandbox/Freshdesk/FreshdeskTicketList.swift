import Foundation
import FreshworksCore

extension FreshdeskService {
    /// The requester that a list is about. There are three ways to name one, of which a request may use one.
    static func requesterFilter(_ name: String) -> RecordFilter<FreshdeskService> {
        RecordFilter(name) { (text, service, request) throws(Flaw) in
            let names = ["requester_id", "email", "unique_external_id"].filter { request.query[$0] != nil }
            guard names.first == name else { throw Flaw(name, .unknown) }
            let found: JSONValue?
            switch name {
            case "requester_id":
                guard let id = SandboxRequest.id(text) else { throw Flaw(name, .mismatch("Positive Integer")) }
                found = service.holds(.int(id), in: "users") ? .int(id) : nil
            case "email": found = service.user(email: text)
            default: found = service.all(contacts).first { $0[name] == .string(text) }?["id"]
            }
            guard let found else { throw Flaw(name, .dangling("contact")) }
            return { $0["requester_id"] == found }
        }
    }

    @Sendable static func isTicketListed(_ request: SandboxRequest, _ service: FreshdeskService) -> (JSONObject) -> Bool
    {
        let filter = request.query["filter"]
        let me = try? service.caller(of: request)["id"]
        // Asking for changes since some time lifts the window of 30 days.
        let isWindowed = request.query["updated_since"] == nil
        let monthAgo = JSONValue.seconds(request.now.addingTimeInterval(-30 * 86_400)).stringValue ?? ""
        return { ticket in
            if isArchived(ticket, at: request.now) { return false }
            let isLive = ticket["deleted"] != true && ticket["spam"] != true
            let isAskedFor =
                switch filter {
                case "deleted": ticket["deleted"] == true
                case "spam": ticket["spam"] == true && ticket["deleted"] != true
                case "watching": isLive && me.map { ticket["watcher_ids"]?.arrayValue?.contains($0) ?? false } ?? false
                case "new_and_my_open":
                    isLive && ticket["status"] == 2
                        && (ticket["responder_id"] == .null || ticket["responder_id"] == me)
                default: isLive
                }
            return isAskedFor && (!isWindowed || (ticket["created_at"]?.stringValue ?? "") >= monthAgo)
        }
    }

    /// Times are texts that sort as they do; equal ones follow the ids.
    @Sendable static func order(_ tickets: [JSONObject], _ request: SandboxRequest) -> [JSONObject] {
        let key = request.query["order_by"] ?? "created_at"
        let isAscending = request.query["order_type"] == "asc"
        let keyed = tickets.enumerated().map { index, ticket in
            let text = key == "due_by" ? due(ticket).resolution : ticket[key]
            return (
                text: text?.stringValue ?? "", number: text?.int64Value ?? 0, id: ticket["id"]?.int64Value ?? 0, index
            )
        }
        return keyed.sorted { left, right in
            let (a, b) = isAscending ? (left, right) : (right, left)
            return (a.text, a.number, a.id) < (b.text, b.number, b.id)
        }.map { tickets[$0.3] }
    }

    /// Lists by the time of the last change go deep: they are not sorted for each page.
    @Sendable static func changedTickets(
        _ request: SandboxRequest, _ service: FreshdeskService, _ fits: (JSONObject) -> Bool
    ) -> [JSONObject]? {
        guard request.query["order_by"] == "updated_at", let shelf = service.shelves[tickets.path],
            let changes = shelf.byChange
        else { return nil }
        let since = request.query["updated_since"].flatMap(FreshdeskTime.parse).map(JSONValue.seconds)?.stringValue
        let length = FreshdeskPage(request.query, lastPage: tickets.lastPage).end + 1
        var found: [JSONObject] = []
        for id in changes.ids(since: since ?? "", isAscending: request.query["order_type"] == "asc") {
            guard found.count < length else { break }
            if let ticket = shelf[id], fits(ticket) { found.append(ticket) }
        }
        return found
    }

    /// When a ticket was agreed to be resolved and first answered, or what the service computes.
    static func due(_ ticket: JSONObject) -> (resolution: JSONValue, answer: JSONValue) {
        func time(_ key: String, _ days: Double) -> JSONValue {
            if let set = ticket[key], !set.isNull { return set }
            return .seconds(ticket.time("created_at").addingTimeInterval(days * 86_400))
        }
        return (time("due_by", 3), time("fr_due_by", 1))
    }
}

extension JSONObject {
    /// A time that the service wrote itself.
    func time(_ key: String) -> Date {
        self[key]?.stringValue.flatMap { try? Date($0, strategy: .iso8601) } ?? .distantPast
    }
}
