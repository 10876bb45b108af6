/// What the code in comments leaves to its reader: the values that it uses, and where they come from.
enum CommentContext {
    static let shared = """
        import Foundation
        #if canImport(FoundationNetworking)
        import FoundationNetworking
        #endif
        func given<T>() -> T { preconditionFailure() }
        var id: Int64 { given() }
        var ids: [Int64] { given() }
        var key: String { given() }
        var email: String { given() }
        var lastRun: Date { given() }
        var rawBytes: Data { given() }
        var callback: URL { given() }
        var callbackURL: URL { given() }
        var folder: URL { given() }
        var csv: Data { given() }
        var csvURL: URL { given() }
        var logURL: URL { given() }
        struct Settings { var webhookKey: String, webhookSecret: String }
        var settings: Settings { given() }
        struct Incoming { var headers: [String: String] }
        """

    static let code = [
        "FreshworksCore": """
        import Freshdesk
        import struct Freshsales.FreshsalesClient
        var freshdesk: FreshdeskClient { given() }
        var connection: any AccountAccess { given() }
        var account: FreshworksAccount { given() }
        var status: String { given() }
        var state: String { given() }
        var companyID: Int64 { given() }
        var file: URL { given() }
        var day: CalendarDay { given() }
        var date: Date { given() }
        var timeZone: TimeZone { given() }
        var region: String { given() }
        var seats: Int { given() }
        var ticket: Ticket { given() }
        nonisolated(unsafe) var draft: CompanyDraft = given()
        nonisolated(unsafe) var update: TicketUpdate = given()
        struct MyFields: Codable { var region: String?, seats: Int? }
        struct Weekday { init?(number: Int) {} }
        struct Requester { var fields: JSONObject; init?(_ fields: JSONObject) { nil } }
        struct CallLog: RequestObserver {
            var logger: Int
            func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
        }
        struct CallMetrics: RequestObserver {
            func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
        }
        var logger: Int { given() }
        var clientID: String { given() }
        var clientSecret: String { given() }
        var oauth: OAuthClient { given() }
        var tokens: OAuthTokens { given() }
        var data: Data { given() }
        var secrets: URL { given() }
        var checkpoint: ChangeCheckpoint { given() }
        func save(_ records: [some Any], _ place: some Any) {}
        var body: RequestBody { given() }
        """,
        "Freshdesk": """
        import Freshdesk
        var freshdesk: FreshdeskClient { given() }
        var ticket: Ticket { given() }
        var draft: TicketDraft { given() }
        var region: String { given() }
        var group: Group { given() }
        var category: SolutionCategory { given() }
        var file: URL { given() }
        var event: AutomationEvent { given() }
        var checkpoint: ChangeCheckpoint { given() }
        func save(_ tickets: [Ticket], _ checkpoint: ChangeCheckpoint?) {}
        var request: Incoming { given() }
        """,
        "Freshchat": """
        import Freshchat
        var freshchat: FreshchatClient { given() }
        var token: String { given() }
        var agentID: String { given() }
        var conversationID: String { given() }
        var conversation: Conversation { given() }
        var draft: MessageDraft { given() }
        var stored: WatchPosition { given() }
        func answer(_ message: Message) {}
        func store(_ position: WatchPosition) {}
        var report: Report { given() }
        func count(_ id: String?) {}
        var yesterday: Date { given() }
        var today: Date { given() }
        var replays: WebhookReplayGuard { given() }
        var event: WebhookEvent { given() }
        func work(on event: WebhookEvent) {}
        var request: Incoming { given() }
        """,
        "Freshsales": """
        import Freshsales
        var freshsales: FreshsalesClient { given() }
        var contact: Contact { given() }
        var deal: Deal { given() }
        nonisolated(unsafe) var draft: ContactDraft = given()
        var records: [BulkUpsert<Contact>] { given() }
        var offerURL: URL { given() }
        """,
        "FreshworksConnections": """
        import FreshworksConnections
        import struct Freshchat.FreshchatClient
        import struct Freshsales.FreshsalesClient
        var registry: ConnectionRegistry { given() }
        var connection: Connection { given() }
        var draft: ConnectionDraft { given() }
        var account: FreshworksAccount { given() }
        var oauth: OAuthClient { given() }
        var pending: PendingAuthorization { given() }
        var file: JSONValue { given() }
        var values: [String: String] { given() }
        func draw(_ label: String, _ help: String?, hidden: Bool) {}
        var pasted: String { given() }
        var next: String { given() }
        func newToken() async throws -> String { given() }
        struct Tenants { func registry(user: Secret, organization: Secret) async throws -> ConnectionRegistry? { given() } }
        var tenants: Tenants { given() }
        var header: String { given() }
        var body: Data { given() }
        """,
        "FreshworksSandbox": """
        import FreshworksCore
        import FreshworksSandbox
        var sandbox: Sandbox { given() }
        var transport: any HTTPTransport { given() }
        var request: TransportRequest { given() }
        """,
    ]
}
