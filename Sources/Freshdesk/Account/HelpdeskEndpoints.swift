public import Foundation

/// A kind of records to export, and what comes along with them. Source: Freshdesk API v2, export account.
public struct AccountExportResource: Sendable, Hashable, JSONWritable {
    /// The service's word, such as `tickets`.
    public let name: String
    /// What comes along, such as `notes`.
    public let including: [String]

    /// Makes a kind, known or not.
    public init(_ name: String, including: [String] = []) {
        self.name = name
        self.including = including
    }

    /// Tickets: `notes`, `attachments`, `ticket_states`, `schema_less_ticket`, `requester`.
    public static func tickets(including: [String] = []) -> Self { Self("tickets", including: including) }
    /// Archived tickets: `notes`, `attachments`.
    public static func archivedTickets(including: [String] = []) -> Self {
        Self("archive_tickets", including: including)
    }
    /// Contacts.
    public static let contacts = Self("contacts")
    /// Companies, with their domains.
    public static let companies = Self("companies", including: ["company_domains"])
    /// Groups, with their agents.
    public static let groups = Self("groups", including: ["agent_groups"])
    /// Forums, with what was written there.
    public static let forums = Self("forums", including: ["posts"])
    /// Canned responses.
    public static let cannedResponses = Self("canned_responses", including: ["all_canned_responses"])
    /// Surveys, with their questions and results.
    public static let surveys = Self("surveys", including: ["survey_handles", "survey_results", "survey_questions"])
    /// The knowledge base.
    public static let solutions = Self("solutions")

    /// The object.
    public var jsonValue: JSONValue {
        including.isEmpty
            ? ["name": .string(name)] : ["name": .string(name), "include": including.jsonValue]
    }
}

/// The account as a whole. Source: Freshdesk API v2, account and settings.
public struct HelpdeskEndpoints: Sendable {
    let api: APIClient

    /// The account, its plan and its people. `GET /account`
    public func account(options: CallOptions = CallOptions()) async throws -> HelpdeskAccount {
        try await api.send(Endpoint("helpdesk.account", .get, "account"), options)
    }

    /// The languages of the account. `GET /settings/helpdesk`
    public func settings(options: CallOptions = CallOptions()) async throws -> HelpdeskSettings {
        try await api.send(Endpoint("helpdesk.settings", .get, "settings/helpdesk"), options)
    }

    /// Begins an export of the account's data, for its owner alone. `POST /account/export`
    ///
    /// The service goes on by itself; ``JobEndpoints/wait(for:deadline:options:onProgress:)`` waits for it.
    /// - Parameters:
    ///   - resources: The kinds of records.
    ///   - start: What was made from this time on…
    ///   - end: …until this one.
    public func export(
        _ resources: [AccountExportResource], from start: Date, to end: Date, options: CallOptions = CallOptions()
    ) async throws -> Job {
        var errors: [FreshworksError.FieldError] = []
        if resources.isEmpty { errors.append(.missing("resources", "must name a kind of records")) }
        if start >= end { errors.append(.refused("date_range", "must end after it begins")) }
        return try await api.advising(ifForbidden: "The key must be the account's owner's.").send(
            Endpoint(
                "helpdesk.export", .post, "account/export",
                body: .json(
                    [
                        "date_range": ["start_date": start.jsonValue, "end_date": end.jsonValue],
                        "resources": resources.jsonValue, "output_format": "json",
                    ], refusing: errors), at: "job"), options)
    }
}

extension FreshdeskClient {
    /// The account as a whole: its plan, its languages, an export of all its data.
    public var helpdesk: HelpdeskEndpoints { HelpdeskEndpoints(api: api) }
}
