import TestSupport

/// One way in which calls go wrong or well, and all ways in which they may end, written by hand.
///
/// An end is `ok`, or the error's code, with a question mark where it says that the service may have carried out the
/// call.
struct FaultRow: Sendable {
    let name: String
    let origin: Origin
    let calls: Calls
    /// What the server does about the first arrival of a call, the second and so on.
    let steps: @Sendable (_ arrival: Int) -> [RawServer.Step]
    /// How many arrivals the server certainly refuses; what comes later it may carry out.
    let refusals: Int
    /// How reads may end, `POST`, `PUT`, and `DELETE`.
    let get: Set<String>
    let post: Set<String>
    let put: Set<String>
    let delete: Set<String>
    /// How long a call may take, in milliseconds. What is not to time out has more than any machine needs.
    let deadline: Int
    /// How often it comes, against the others.
    let weight: Int
    /// Why it is left out over URLSession.
    var hasNoURLSession: String?

    enum Origin: Sendable {
        /// A server that is broken in some way.
        case broken
        /// One that refuses calls with 429, which holds up all calls to it.
        case limiting
        /// One that ends connections behind answers, so that any write may meet a broken one.
        case flaky
        /// One that refuses the first call and all that follow for an hour.
        case closed
        /// One that ends connections before it has read anything.
        case deaf
        /// A port where nothing listens.
        case dead
    }

    enum Calls: Sendable {
        /// Through a client, which repeats what may be repeated.
        case client
        /// Through the transport alone, which has room for 20,000 bytes.
        case direct
        /// A file to disk.
        case download
    }

    /// More than any service refuses.
    static let always = Int.max

    func ends(of method: String) -> Set<String> {
        switch method {
        case "GET": get
        case "POST": post
        case "PUT": put
        default: delete
        }
    }

    /// The same, left out over URLSession.
    func notOverURLSession(_ reason: String) -> FaultRow {
        var row = self
        row.hasNoURLSession = reason
        return row
    }

    init(
        _ name: String, at origin: Origin = .broken, _ calls: Calls = .client, get: [String], post: [String],
        put: [String]? = nil, delete: [String]? = nil, refusals: Int = 0, deadline: Int = 120_000, weight: Int = 3,
        _ steps: @escaping @Sendable (_ arrival: Int) -> [RawServer.Step]
    ) {
        (self.name, self.origin, self.calls, self.steps, self.refusals) = (name, origin, calls, steps, refusals)
        (self.get, self.post) = (Set(get), Set(post))
        (self.put, self.delete) = (Set(put ?? post), Set(delete ?? put ?? post))
        (self.deadline, self.weight) = (deadline, weight)
    }

    /// All goes well.
    static func fine(
        _ name: String, weight: Int = 3, _ steps: RawServer.Step...
    ) -> FaultRow {
        FaultRow(name, get: ["ok"], post: ["ok"], weight: weight) { _ in steps }
    }

    /// The service says no.
    static func refused(_ name: String, _ code: String, _ steps: RawServer.Step...) -> FaultRow {
        FaultRow(name, get: [code], post: [code], refusals: always) { _ in steps }
    }

    /// No answer comes, or none that tells what was done.
    static func lost(
        _ name: String, _ codes: String..., deadline: Int = 120_000, steps: RawServer.Step...
    ) -> FaultRow {
        FaultRow(name, get: codes, post: codes.map { $0 + "?" }, deadline: deadline) { _ in steps }
    }

    /// An answer that cannot be what was asked for; who asked for nothing takes it as it is.
    static func unreadable(_ name: String, _ code: String, _ steps: RawServer.Step...) -> FaultRow {
        FaultRow(name, get: [code], post: [code + "?"], delete: ["ok"]) { _ in steps }
    }

    /// Goes wrong the first time and well the next, for which an account's budget may not be there.
    static func passing(_ name: String, _ code: String, _ steps: RawServer.Step...) -> FaultRow {
        FaultRow(name, get: ["ok", code], post: [code + "?"], put: ["ok", code + "?"]) { $0 == 0 ? steps : [.json] }
    }

    /// Through the transport alone, which says what may have been done of reads too.
    static func direct(_ name: String, _ ends: String..., deadline: Int = 120_000, steps: RawServer.Step...) -> FaultRow
    {
        FaultRow(name, .direct, get: ends, post: ends, deadline: deadline, weight: 2) { _ in steps }
    }

    /// A file that is fetched.
    static func download(_ name: String, _ end: String, deadline: Int = 120_000, steps: RawServer.Step...) -> FaultRow {
        FaultRow(name, .download, get: [end], post: [], deadline: deadline, weight: 2) { _ in steps }
    }
}

extension RawServer.Step {
    /// A record, with what services stamp about their limits.
    static let json = response(200, ["Content-Type: application/json"] + limits, #"{"id":1,"name":"one"}"#)
    /// Of a limit that is never used up.
    static let limits = ["X-RateLimit-Total: 1000000", "X-RateLimit-Remaining: 999999"]
    static let limitLines = limits.map { $0 + "\r\n" }.joined()
}
