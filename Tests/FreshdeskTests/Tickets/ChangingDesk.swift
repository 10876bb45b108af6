import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport

/// A sandbox's tickets that are changed while they are listed, in virtual time.
struct ChangingDesk {
    let sandbox: Sandbox
    let clock = ManualClock()
    let client: FreshdeskClient
    var random: SeededGenerator

    var tickets: TicketEndpoints { client.tickets }

    /// How much the tests do: all of it in the soak, which says how many seeds.
    static let seeds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap(UInt64.init)
    static var isSoak: Bool { seeds != nil }

    init(tickets: Int, seed: UInt64) throws {
        sandbox = Sandbox(
            Sandbox.Options(seed: seed, clock: clock, tickets: tickets, freshdeskCallsPerMinute: 100_000_000))
        client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey),
            runtime: FreshworksRuntime(.quiet, transport: sandbox.transport, clock: clock))
        random = SeededGenerator(seed: seed)
    }

    /// Changes so many tickets now, a tenth of them by moving them to the trash, or from it.
    mutating func change(_ count: Int, of total: Int) async throws {
        for _ in 0..<count {
            let id = Int64.random(in: 1...Int64(total), using: &random)
            switch Int.random(in: 0..<20, using: &random) {
            case 0:
                do { try await tickets.delete(id) } catch let error as FreshworksError {
                    guard error.code == .methodNotAllowed else { throw error }
                    try await tickets.restore(id)
                }
            default:
                do { try await tickets.update(id, TicketUpdate { $0.priority = .urgent }) } catch let error
                    as FreshworksError
                {
                    guard error.code == .methodNotAllowed else { throw error }
                }
            }
        }
    }

    /// The version that each ticket is in now.
    func versions() async throws -> [Int64: String] {
        var versions: [Int64: String] = [:]
        for try await ticket in tickets.list(updatedSince: .distantPast, tombstones: true) {
            versions[ticket.id] = TicketVersion(ticket).time
        }
        return versions
    }
}

/// A ticket as it was after one of its changes.
struct TicketVersion: Hashable {
    let id: Int64
    let time: String

    init(_ ticket: Ticket) {
        id = ticket.id
        time = ticket.json["updated_at"] ?? ""
    }
}
