import Freshsales

// The README's code for Freshsales, which its test compares with this file.

func openDeals(_ freshsales: FreshsalesClient) async throws {
    let views = try await freshsales.deals.views()
    guard let open = views.first(where: { $0.name == "Open Deals" }) else { return }
    for try await deal in freshsales.deals.list(view: open.id, include: [.owner, .dealStage]) {
        print(deal.name ?? "-", deal.dealStage?.name ?? "-", deal.owner?.displayName ?? "-")
    }
    let ines = ContactDraft(firstName: "Ines", lastName: "Moreau") { $0.jobTitle = "Buyer" }
    try await freshsales.contacts.upsert(by: .email("ines@example.com"), ines)
}
