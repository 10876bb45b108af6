import Foundation
import FreshworksCore

/// `freshworks api`: one signed call, or all pages of a list.
struct APICommand {
    private let product: ProductClient
    private let method: TransportRequest.Method
    private let path: String
    private let query: QueryItems
    private let body: JSONValue?
    private let wantsAllPages: Bool
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let arguments = try Arguments(words, flags: ["--all"], options: ["--query", "--body"])
        guard arguments.positional.count == 3 else {
            throw Misuse("api takes a product, a method and a path; see freshworks api --help")
        }
        product = try ProductClient(argument: arguments.positional[0])
        method = try Self.method(arguments.positional[1])
        path = arguments.positional[2]
        query = try arguments.all("--query").reduce(into: [:]) { query, pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { throw Misuse("--query takes NAME=VALUE") }
            query.append(String(parts[0]), String(parts[1]))
        }
        body = try arguments.one("--body").map { try Self.body($0, context.console) }
        wantsAllPages = arguments.has("--all")
        if wantsAllPages && method != .get { throw Misuse("--all follows the pages of a GET") }
        if body != nil && method == .get { throw Misuse("a GET takes no --body") }
        self.context = context
    }

    func run() async throws -> ExitStatus {
        try await Clients.use(context, call)
    }

    private func call(with clients: Clients) async throws -> ExitStatus {
        let api = try await clients.client(of: product).api
        if wantsAllPages {
            let rows = try await api.allRows(path, query: query)
            context.console.write(JSONValue.array(rows).serialized() + Data("\n".utf8))
            return .done
        }
        let response = try await api.exchange(try .raw(method, path, below: api.account, query: query, body: body))
        context.console.write(response.body)
        if let last = response.body.last, last != UInt8(ascii: "\n") { context.console.write(Data("\n".utf8)) }
        if response.isSuccess { return .done }
        context.console.diagnose("freshworks: \(response.failure(at: clients.runtime.clock.wallNow))")
        return ExitStatus(httpStatus: response.status)
    }

    private static func method(_ text: String) throws -> TransportRequest.Method {
        let known: [TransportRequest.Method] = [.get, .post, .put, .patch, .delete]
        guard let method = known.first(where: { $0.rawValue == text.uppercased() }) else {
            throw Misuse("the method is one of \(known.map(\.rawValue).joined(separator: ", "))")
        }
        return method
    }

    /// JSON as written, from a file (`@name`) or from standard input (`-`).
    private static func body(_ text: String, _ console: any Console) throws -> JSONValue {
        let data: Data
        do {
            data =
                switch text {
                case "-": try console.readInput()
                case _ where text.hasPrefix("@"): try Data(contentsOf: URL(fileURLWithPath: String(text.dropFirst())))
                default: Data(text.utf8)
                }
        } catch {
            throw Misuse("the file given to --body cannot be read")
        }
        do {
            return try JSONValue(parsing: data)
        } catch let error as FreshworksError {
            throw Misuse("--body is not JSON: \(error.message)")
        }
    }
}
