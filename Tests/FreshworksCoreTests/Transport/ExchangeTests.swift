import Foundation
import FreshworksSandbox
import Testing

@testable import FreshworksCore

@Suite("A call between its start and its end")
struct ExchangeTests {
    /// Plays with an exchange, which must end, and returns what its caller gets.
    private func outcome(_ play: (Exchange) -> Void) async -> Result<Int, any Error> {
        let timer = DeadlineTimer(clock: ManualClock())
        do {
            let response = try await withCheckedThrowingContinuation { continuation in
                do {
                    let reception = try ResponseReception(.memory(limit: 10))
                    play(Exchange(reception, continuation, timer.add(at: .seconds(9)) {}))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
            return .success(response.status)
        } catch {
            return .failure(error)
        }
    }

    @Test("a request that leaves before the end may have been executed; after the end it may not leave")
    func sentOrEnded() async throws {
        let ended = await outcome { exchange in
            exchange.fail { FreshworksError.noAnswerInTime(wasSent: $0) }
            #expect(!exchange.markSent())
            #expect(!exchange.wasSent)
        }
        let sent = await outcome { exchange in
            #expect(exchange.markSent())
            exchange.fail { FreshworksError.noAnswerInTime(wasSent: $0) }
        }
        for (outcome, mayHaveBeenExecuted) in [(ended, false), (sent, true)] {
            let error = #expect(throws: FreshworksError.self) { try outcome.get() }
            #expect(error?.mayHaveBeenExecuted == mayHaveBeenExecuted)
        }
    }

    @Test("what arrives after the end is dropped")
    func late() async throws {
        let outcome = await outcome { exchange in
            #expect(throws: Never.self) { try exchange.receive(Data("a".utf8), status: 200) }
            #expect(throws: FreshworksError.self) { try exchange.receive(Data(count: 11), status: 200) }
            exchange.finish(status: 200, headers: HeaderFields())
            #expect(exchange.hasEnded)
            #expect(throws: Never.self) { try exchange.receive(Data(count: 11), status: 200) }
        }
        #expect(try outcome.get() == 200)
    }
}
