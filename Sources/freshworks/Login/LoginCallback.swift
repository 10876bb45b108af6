import Foundation
import Synchronization

/// A request that came to the callback's address. Its connection waits until it is told what to show.
final class LoginCallback: Sendable {
    /// The address with its query.
    let url: URL
    private let condition = NSCondition()
    private let answer = Mutex<Answer?>(nil)

    private struct Answer {
        let page: LoginPage
        let shown: CheckedContinuation<Void, Never>
    }

    init(url: URL) { self.url = url }

    /// Shows a page, and returns when the browser has it or has gone. Called once.
    func show(_ page: LoginPage) async {
        await withCheckedContinuation { shown in
            condition.lock()
            answer.withLock { $0 = Answer(page: page, shown: shown) }
            condition.signal()
            condition.unlock()
        }
    }

    /// Blocks the connection's thread until there is a page, and writes it.
    func serve(_ write: (LoginPage) -> Void) {
        condition.lock()
        while answer.withLock({ $0 == nil }) { condition.wait() }
        condition.unlock()
        guard let answer = answer.withLock({ $0 }) else { return }
        write(answer.page)
        answer.shown.resume()
    }
}
