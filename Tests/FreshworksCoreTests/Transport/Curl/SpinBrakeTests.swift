import Testing

@testable import FreshworksCore

@Suite("The brake of a loop that has nothing to do")
struct SpinBrakeTests {
    @Test("lets some hundreds of turns without a movement pass, then each rests")
    func spinning() {
        var brake = SpinBrake()
        let rests = (0..<2000).map { _ in brake.rests(afterTurnWith: false) }
        #expect(rests.firstIndex(of: true) == 500)
        #expect(!rests[500...].contains(false))
    }

    @Test("does nothing where each turn with a movement comes with a few without", arguments: [0, 1, 3, 9])
    func traffic(idle: Int) {
        var brake = SpinBrake()
        for _ in 0..<10_000 {
            for movement in [true] + Array(repeating: false, count: idle) {
                let rests = brake.rests(afterTurnWith: movement)
                #expect(!rests)
            }
        }
    }

    @Test("is not released by the traffic of others while one spins, and soon when the spinning ends")
    func mixed() {
        var brake = SpinBrake()
        var restingTurns = 0
        // A call of others every thousand turns.
        for turn in 0..<100_000 where brake.rests(afterTurnWith: turn % 1000 == 0) { restingTurns += 1 }
        #expect(restingTurns > 99_000)
        for _ in 0..<100 { _ = brake.rests(afterTurnWith: true) }
        let rests = brake.rests(afterTurnWith: false)
        #expect(!rests)
    }
}
