import Foundation
import FreshworksCore
import Testing

@testable import freshworks

@Suite("What schema --audit looks at")
struct AuditedTablesTests {
    /// Records that no list of an account has, and why.
    private static let unlisted = [
        "Freshdesk.Job": byID, "Freshdesk.Export": byID, "Freshdesk.OutboundMessage": byID,
        "Freshdesk.CollaborationThread": byID, "Freshdesk.ThreadPlace": byID, "Freshdesk.ThreadMessage": byID,
        "Freshdesk.Suggestion": typed,
        "Freshdesk.FieldDefinition": "reads the answers of TicketField, ContactField and CompanyField",
        "Freshchat.Report": byID, "Freshchat.ReportPart": byID, "Freshchat.Link": byID,
        "Freshchat.OutboundMessage": byID, "Freshchat.Header": byID, "Freshchat.Button": byID,
        "Freshchat.OutboundReceipt": written, "Freshchat.UploadedFile": written, "Freshchat.UploadedImage": written,
        "Freshchat.AgentPresence": written,
        "Freshchat.MetricReport": metric, "Freshchat.InstantMetrics": metric, "Freshchat.MetricGroup": metric,
        "Freshchat.MetricSeries": metric, "Freshchat.MetricValue": metric, "Freshchat.MetricLabel": metric,
        "Freshchat.WebhookEvent": webhook, "Freshchat.WebhookAssignment": webhook,
        "Freshchat.WebhookResolution": webhook, "Freshchat.WebhookReopening": webhook,
        "Freshchat.WebhookConversation": webhook,
        "Freshchat.BusinessHours": "its answer is not documented",
        "Freshsales.BulkJob": byID, "Freshsales.Product": byID, "Freshsales.ProductPricing": byID,
        "Freshsales.CPQDocument": byID, "Freshsales.PhoneCall": written,
        "Freshsales.SearchHit": typed, "Freshsales.SearchHitOwner": typed,
        "Freshsales.CustomModuleRecord": "its path has the name of a module of the account's own",
    ]
    private static let byID = "is read by id alone, and no list tells the id"
    private static let written = "is the answer to a change"
    private static let typed = "is the answer to a search for what somebody types"
    private static let metric = "is the answer to a question for one metric"
    private static let webhook = "comes by webhook"

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")

    @Test("is every record with a field table, or none that an account lists")
    func everyTable() throws {
        let records = try Set(["Freshdesk", "Freshchat", "Freshsales"].flatMap(Self.records))
        #expect(records.count > 130)
        let audited = Self.audited()
        #expect(records.subtracting(audited).subtracting(Self.unlisted.keys) == [])
        #expect(audited.intersection(Self.unlisted.keys) == [], "is audited after all")
        #expect(Set(Self.unlisted.keys).subtracting(records) == [], "is no record any more")
        #expect(audited.subtracting(records) == [])
    }

    @Test("has a name of its own for each list, and parents that come before")
    func names() {
        for product in ProductClient.allCases {
            var known: Set<String> = []
            for list in AuditedList.all(of: product) {
                #expect(list.parent.map { known.contains($0) } ?? !list.path.contains("{"), "\(list.name)")
                #expect(known.insert(list.name).inserted, "\(list.name)")
            }
        }
    }

    /// The records of a module with a field table, as its source declares them: the last type before the table is its record.
    private static func records(of module: String) throws -> [String] {
        let folder = root.appending(path: "Sources/\(module)")
        let files = try #require(FileManager.default.subpaths(atPath: folder.path)).filter { $0.hasSuffix(".swift") }
        return try files.flatMap { file in
            var records: [String] = []
            var type: Substring?
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let declaration =
                /\n *(?:public )?(?:(?<kind>struct|enum|extension) (?<name>\w+)|final class Fields: \w*FieldTable)/
            for match in text.matches(of: declaration) {
                if let name = match.name {
                    type = match.kind == "struct" ? name : nil
                } else if let type {
                    records.append("\(module).\(type)")
                }
            }
            return records
        }
    }

    /// The records whose tables are held against answers: those of the lists, and the parts of them.
    private static func audited() -> Set<String> {
        var names: Set<String> = []
        var left: [any FieldTable.Type] = ProductClient.allCases.flatMap { AuditedList.all(of: $0).map(\.table) }
        while let table = left.popLast() {
            guard names.insert(name(of: table)).inserted else { continue }
            left += table.inspected.map(\.field).filter { !$0.access.hasPrefix("SendOnly") }.compactMap(\.parts)
        }
        return names
    }

    /// `Freshdesk.Ticket` for `Freshdesk.Ticket.Fields`.
    private static func name(of table: any FieldTable.Type) -> String {
        let words = String(reflecting: table).split(separator: ".").dropLast()
        return [words.first, words.last].compactMap { $0.map(String.init) }.joined(separator: ".")
    }
}
