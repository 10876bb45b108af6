import Foundation
import FreshworksCore

extension TransportLaw {
    /// Half an answer, after which nothing comes.
    private static let half = OddServer.Step.send("\(ok)Content-Length: 100\r\n\r\nthe beginning")

    static let ends = [
        TransportLaw(name: "no more than the timeout passes, and no less") { trial in
            let drip = OddServer.Step.drip([UInt8](repeating: 0x41, count: 1_000_000), every: .milliseconds(50))
            let ways: [(String, [OddServer.Step])] = [
                ("a call that is not answered", [.hold]), ("a call that is half answered", [half, .hold]),
                ("a call that is answered in drips", [.send("\(ok)Content-Length: 1000000\r\n\r\n"), drip]),
            ]
            for (what, steps) in ways {
                let url = try trial.server.address { _ in steps }
                let start = ContinuousClock.now
                try await trial.failure(
                    of: TransportRequest(.post, url, timeout: .milliseconds(300)), what, .timedOut)
                // Timers may round.
                let elapsed = start.duration(to: .now)
                try trial.expect(elapsed > .milliseconds(270), "\(what) was given 300 ms and got \(elapsed)")
            }
        },
        TransportLaw(name: "a canceled call ends at once, with CancellationError") { trial in
            for (what, steps) in [("a call before its answer", [.hold]), ("a call inside its answer", [half, .hold])] {
                let url = try trial.server.address { _ in steps }
                // Beyond the patience, so that a call that is not canceled is found out.
                let request = TransportRequest(.get, url, timeout: trial.patience * 2)
                try await trial.cancellation(of: request, "\(what) that is canceled")
            }
        },
        TransportLaw(name: "a call of a canceled task is not made") { trial in
            let url = try trial.address(.answer())
            let call = Task { [transport = trial.transport] in
                withUnsafeCurrentTask { $0?.cancel() }
                return try await transport.send(TransportRequest(.post, url))
            }
            try await trial.expectCancellation(of: call, "a call of a canceled task")
            try trial.expectArrivals(0, at: url, "a request of a canceled task")
        },
    ]
}
