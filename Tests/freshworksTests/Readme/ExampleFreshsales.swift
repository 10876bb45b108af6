import Freshsales

// The README's code for Freshsales, which its test compares with this file.

func openDeals(_ freshsales: FreshsalesClient) async throws {
    for try await deal in try await freshsales.deals.list(viewNamed: "Open Deals", include: [.owner, .dealStage]) {
        print(deal.name ?? "-", deal.dealStage?.name ?? "-", deal.owner?.displayName ?? "-")
    }
    for try await deal in freshsales.deals.search(.ownerID(.is(7))) {
        print(deal.name ?? "-")
    }
    let ines = ContactDraft(firstName: "Ines", lastName: "Moreau") { $0.jobTitle = "Buyer" }
    try await freshsales.contacts.upsert(by: .email("ines@example.com"), ines)
}
