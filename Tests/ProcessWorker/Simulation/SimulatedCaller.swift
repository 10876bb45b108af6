#if os(Linux)
    import Foundation
    import Freshchat
    import Freshdesk
    import Freshsales
    import FreshworksSandbox

    /// Makes calls of one product with its client.
    struct SimulatedCaller: Sendable {
        /// Which calls come in turns.
        enum Demand: String, Sendable {
            /// Calls that cost one.
            case plain
            /// Calls that cost more, by what they include.
            case costs
            /// Calls of which some have limits of their own.
            case groups
        }

        /// Makes the call of a number.
        let call: @Sendable (_ number: Int, _ options: CallOptions) async throws -> Void

        /// - Parameter share: The part of the limit that the client keeps to.
        init(
            _ product: Sandbox.Product, _ account: SimulatedAccount, _ runtime: FreshworksRuntime, _ demand: Demand,
            share: Double
        ) throws {
            switch product {
            case .freshdesk: call = try Self.freshdesk(account, runtime, demand, share)
            case .freshchat: call = try Self.freshchat(account, runtime, share)
            case .freshsales: call = try Self.freshsales(account, runtime, share)
            }
        }

        private static func freshdesk(
            _ account: SimulatedAccount, _ runtime: FreshworksRuntime, _ demand: Demand, _ share: Double
        ) throws -> @Sendable (Int, CallOptions) async throws -> Void {
            let client = try FreshdeskClient(
                subdomain: "acme", credential: .apiKey(account.sandbox.freshdesk.apiKey), runtime: runtime
            ).limited(toShare: share)
            let draft = TicketDraft(
                requester: .email("two@acme.example"), subject: "Two", description: "Text", priority: .low,
                status: .open)
            return { number, options in
                switch (demand, number % 4) {
                case (.plain, 0), (.costs, 0): _ = try await client.agents.me(options: options)
                case (.plain, _): _ = try await client.tickets.get(account.ticket, options: options)
                case (.costs, 1):
                    _ = try await client.tickets.get(account.ticket, include: [.requester], options: options)
                case (.costs, 2):
                    _ = try await client.tickets.get(
                        account.ticket, include: [.requester, .stats, .company], options: options)
                case (.costs, _):
                    let list = client.tickets.list(TicketFilter(include: [.stats]), pageSize: 1, options: options)
                    _ = try await list.first()
                case (.groups, 0): _ = try await client.tickets.list(pageSize: 1, options: options).first()
                case (.groups, 1): try await client.tickets.create(draft, options: options)
                case (.groups, 2):
                    try await client.tickets.update(
                        account.ticket, TicketUpdate { $0.priority = .high }, options: options)
                case (.groups, _): _ = try await client.tickets.get(account.ticket, options: options)
                }
            }
        }

        private static func freshchat(
            _ account: SimulatedAccount, _ runtime: FreshworksRuntime, _ share: Double
        ) throws -> @Sendable (Int, CallOptions) async throws -> Void {
            let client = try FreshchatClient(
                subdomain: "acme", credential: .token(account.sandbox.freshchat.apiToken), runtime: runtime
            ).limited(toShare: share)
            return { _, options in _ = try await client.users.get(account.user, options: options) }
        }

        private static func freshsales(
            _ account: SimulatedAccount, _ runtime: FreshworksRuntime, _ share: Double
        ) throws -> @Sendable (Int, CallOptions) async throws -> Void {
            let client = try FreshsalesClient(
                subdomain: "acme", credential: .apiKey(account.sandbox.freshsales.apiKey), runtime: runtime
            ).limited(toShare: share)
            return { number, options in
                if number % 8 == 0 {
                    _ = try await client.contacts.get(account.contact, options: options)
                } else {
                    _ = try await client.selectors.territories(options: options)
                }
            }
        }
    }

    /// The account that is called, with a record of each product.
    struct SimulatedAccount: Sendable {
        let sandbox: Sandbox
        let ticket: Int64
        let user: String
        let contact: Int64

        init(_ sandbox: Sandbox) throws {
            self.sandbox = sandbox
            ticket = try sandbox.freshdesk.add(
                "tickets",
                ["subject": "One", "description": "Text", "email": "one@acme.example", "status": 2, "priority": 1]
            ).require("id")
            user = try sandbox.freshchat.add("users", ["first_name": "Mira"]).require("id")
            contact = try sandbox.freshsales.add("contacts", ["last_name": "Neu", "email": "mira.neu@acme.example"])
                .require("id")
        }
    }
#endif
