import Freshsales
import TestSupport

/// What one method of the client puts on the wire.
typealias WireCall = TestSupport.WireCall<FreshsalesClient>

/// The calls of one folder, as developers.freshworks.com/crm/api has them.
typealias EndpointFolder = TestSupport.EndpointFolder

extension EndpointFolder {
    /// All folders, in the order of the documentation.
    static let all: [EndpointFolder] = [
        .contacts, .salesAccounts, .deals, .leads, .searchAndBulk,
        .notes, .tasks, .appointments, .salesActivities, .selectors, .fieldSettings,
        .files, .phoneCalls, .lists, .products, .cpqDocuments, .customModules, .webApp,
    ]

    /// Describes a folder; one without calls has nothing built yet.
    init(_ name: String, _ count: Int, _ rows: String, notBuilt: String = "", calls: [WireCall]...) {
        self.init(name, count, rows, notBuilt: notBuilt, documented: calls.flatMap { $0.map(\.documented) })
    }
}
