import Foundation
import FreshworksCore

/// One call of a mix, as a line of words: number, kind, verb, address, milliseconds that it may take, how many turns
/// of other tasks pass before it is canceled (-1 for never), and the body: `-`, `bytes` or `file` with a size, or
/// JSON.
struct MixedCall: Sendable {
    let number: Int
    let kind: Kind
    let method: TransportRequest.Method
    let url: URL
    /// Where the account is, and what is called there.
    let baseURL: String
    let path: String
    let deadline: Duration
    let turns: Int
    let body: Body

    enum Kind: String, Sendable {
        /// Through a client, with JSON in the answer, or nothing of interest.
        case json, void
        /// All pages of a list.
        case list
        /// A file to disk.
        case download
        /// Through the transport alone, with little room for the answer.
        case direct
    }

    enum Body: Sendable {
        case none
        case json(String)
        case bytes(Int)
        case file(Int)
    }

    /// What answers through the transport alone may have.
    static let room = 20_000

    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 7, let number = Int(words[0]), let kind = Kind(rawValue: words[1]),
            let url = URL(string: words[3]), let deadline = Int(words[4]), let turns = Int(words[5]),
            let end = words[3].firstRange(of: "/api/v2")
        else { return nil }
        (self.number, self.kind, method) = (number, kind, TransportRequest.Method(rawValue: words[2]))
        (self.url, self.deadline, self.turns) = (url, .milliseconds(deadline), turns)
        baseURL = String(words[3][..<end.upperBound])
        path = String(words[3][end.upperBound...].drop { $0 == "/" })
        let size = Int(words[6].drop { !$0.isNumber }) ?? 0
        body =
            switch words[6].first {
            case "{": .json(words[6])
            case "b": .bytes(size)
            case "f": .file(size)
            default: .none
            }
    }
}
