import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

// What the page of recipes shows.
func fourActions(_ freshdesk: FreshdeskClient) async throws {
    let ticket = try await freshdesk.tickets.create(
        TicketDraft(requester: .email("ana@example.com"), subject: "Sample", description: "<p>Hello</p>"))
    let agent = try await freshdesk.agents.create(
        AgentDraft(email: "sam@example.com", ticketScope: .global) { $0.name = "Sam" })
    let found = try await freshdesk.agents.first(email: "sam@example.com")
    print(ticket.id, agent.id, found?.contact?.name ?? "nobody has this address")
    try await freshdesk.agents.delete(agent.id)
}

func myOpenTickets(_ freshdesk: FreshdeskClient) async throws -> [Ticket] {
    try await freshdesk.tickets.assignedToMe(.status(.open) || .status(.pending)).all()
}

func tag(_ freshdesk: FreshdeskClient, _ id: Int64) async throws -> Ticket {
    try await freshdesk.tickets.addTags(["vip", "renewal"], to: id)
}

func urgentOnes(
    _ freshdesk: FreshdeskClient, from first: CalendarDay, through last: CalendarDay
) async throws -> [Ticket] {
    try await freshdesk.tickets.search(.priority(.urgent), createdFrom: first, through: last).all()
}

func close(_ freshdesk: FreshdeskClient, _ ids: [Int64]) async throws {
    let job = try await freshdesk.tickets.bulkUpdate(ids, TicketBulkUpdate { $0.status = .closed })
    try await freshdesk.jobs.wait(for: job, deadline: .seconds(120)) { print($0.progress ?? 0, "percent") }
}

func createChecked(_ freshdesk: FreshdeskClient, _ draft: TicketDraft) async throws -> Ticket {
    let fields = try await freshdesk.tickets.fieldDefinitions()
    try fields.check(draft)  // throws with every bad field, and what may have been meant
    return try await freshdesk.tickets.create(draft)
}

func download(_ freshdesk: FreshdeskClient, _ ticket: Ticket, into folder: URL) async throws {
    for file in ticket.attachments ?? [] {
        try await freshdesk.attachments.download(file, of: ticket.id, to: folder.appending(path: "\(file.id)"))
    }
}

func images(_ freshdesk: FreshdeskClient, of ticket: Ticket, alsoFrom hosts: Set<String>) async throws -> [Data] {
    var images: [Data] = []
    for address in ticket.inlineImages {
        images.append(try await freshdesk.attachments.download(inlineImage: address, alsoFrom: hosts))
    }
    return images
}

func answer(_ freshdesk: FreshdeskClient, _ id: Int64, _ files: [URL]) async throws -> Conversation {
    try await freshdesk.tickets.reply(
        to: id, ReplyDraft(body: "<p>See the files.</p>"), attachments: files.map { .file(at: $0) },
        options: CallOptions(deadline: .seconds(300)))
}

func heard(_ body: Data, secret: Secret, header: (_ name: String) -> String?) throws -> Int64? {
    try AutomationWebhook(secret: secret).event(of: body, header).ticketID
}

@Suite("The page of Freshdesk recipes")
struct DeskRecipeTests {
    private let desk: SandboxDesk

    init() throws { desk = try SandboxDesk(Sandbox.Options(clock: StillClock())) }

    @Test("shows only code that is compiled here")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../../Sources/Freshdesk/Freshdesk.docc/Recipes.md").standardizedFileURL
        let code = try String(contentsOf: here, encoding: .utf8)
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 10)
        for block in blocks { #expect(code.contains(block.output.1), "\(block.output.1)") }
    }

    @Test("the four actions create, find and delete")
    func actions() async throws {
        let agents = try await desk.client.agents.list().all().count
        try await fourActions(desk.client)
        #expect(try await desk.client.agents.list().all().count == agents)
        #expect(try await desk.client.agents.first(email: "sam@example.com") == nil)
        #expect(try await desk.client.contacts.first(email: "sam@example.com")?.name == "Sam")
        let anas = TicketFilter(requester: .email("ana@example.com"))
        #expect(try await desk.client.tickets.list(anas).all().map(\.subject) == ["Sample"])
    }

    @Test("my agent's tickets are found by a search, and can be narrowed")
    func mine() async throws {
        let me = try await desk.client.agents.me().id
        let all = try await desk.client.tickets.list(updatedSince: .distantPast).all()
        let mine = all.filter { $0.responderID == me }
        let open = mine.filter { $0.status == .open || $0.status == .pending }
        #expect(!open.isEmpty && open.count < mine.count)
        #expect(Set(try await myOpenTickets(desk.client).map(\.id)) == Set(open.map(\.id)))
        #expect(Set(try await desk.client.tickets.assignedToMe().all().map(\.id)) == Set(mine.map(\.id)))
        let wire = ScriptedTransport(.json(200, #"{"id":7}"#), .json(200, #"{"total":0,"results":[]}"#))
        #expect(try await myOpenTickets(freshdesk(wire)) == [])
        #expect(
            wire.lines == [
                "GET /api/v2/agents/me",
                "GET /api/v2/search/tickets?query=%22agent_id%3A7%20AND%20%28status%3A2%20OR%20status%3A3%29%22",
            ])
    }

    @Test("tags are added, many tickets closed, and the urgent ones found")
    func tickets() async throws {
        #expect(try await tag(desk.client, 1).tags?.suffix(2) == ["vip", "renewal"])
        try await close(desk.client, [1, 2])
        #expect(try await desk.client.tickets.get(2).status == .closed)
        let now = try #require(try await desk.client.tickets.get(120).createdAt)
        let first = CalendarDay(now.addingTimeInterval(-60 * 86_400), in: .gmt)
        let urgent = try await urgentOnes(desk.client, from: first, through: CalendarDay(now, in: .gmt))
        #expect(!urgent.isEmpty && urgent.allSatisfy { $0.priority == .urgent })
    }

    @Test("what the account would refuse is refused before it is sent, the rest is created")
    func checked() async throws {
        let draft = TicketDraft(requester: .email("ana@example.com"), subject: "S", description: "D")
        var wrong = draft
        wrong.customFields["cf_none"] = 1
        await expectRefusal(.invalidArgument) { _ = try await createChecked(desk.client, wrong) }
        #expect(try await createChecked(desk.client, draft).subject == "S")
    }

    @Test("an answer's files come back, and so do images and events")
    func files() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.file("log", Data("line 1".utf8))
        _ = try await answer(desk.client, 120, [log])
        let conversation = try await desk.client.tickets.conversations(of: 120).all().last
        let file = try #require(conversation?.attachments?.first)
        let ticket = try Ticket(json: ["id": 120, "attachments": [.object(file.json)]])
        try await download(desk.client, ticket, into: folder.url)
        #expect(try Data(contentsOf: folder.url.appending(path: "\(file.id)")) == Data("line 1".utf8))
        let address = try #require(file.url)
        let shown = try Ticket(json: ["id": 1, "description": .string("<img src='\(address.absoluteString)'>")])
        #expect(try await images(desk.client, of: shown, alsoFrom: [address.host() ?? ""]) == [Data("line 1".utf8)])
        let secret = "FAKE-secret-0123456789"
        let body = Data(#"{"ticket_id":311}"#.utf8)
        #expect(try heard(body, secret: Secret(secret)) { $0 == "X-Webhook-Secret" ? secret : nil } == 311)
        #expect(throws: FreshworksError.self) { try heard(body, secret: Secret(secret)) { _ in nil } }
    }
}
