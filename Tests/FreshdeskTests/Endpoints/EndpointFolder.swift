import Freshdesk
import TestSupport

/// What one method of the client puts on the wire.
typealias WireCall = TestSupport.WireCall<FreshdeskClient>

/// The calls of one folder, as developers.freshdesk.com/api has them.
typealias EndpointFolder = TestSupport.EndpointFolder

extension EndpointFolder {
    /// Describes a folder; one without calls has nothing built yet.
    init(_ name: String, _ count: Int, _ rows: String, notBuilt: String = "", calls: [WireCall]...) {
        self.init(name, count, rows, notBuilt: notBuilt, documented: calls.flatMap { $0.map(\.documented) })
    }

    /// All folders, in the order of the documentation.
    static let all: [EndpointFolder] = [
        .tickets, .conversations, .attachments, .timeEntries, .surveys,
        .agents, .contacts, .companies, .groups, .roles, .skills,
        .fields, .products, .email, .businessHours, .slaPolicies,
        .cannedResponses, .solutions, .discussions, .jobs, .account, .automations, .customObjects,
        .ticketForms, .collaboration, .outbound,
    ]
}
