import Foundation
import FreshworksConnections
import FreshworksCore

/// `freshworks api`: one signed call, or all pages of a list.
struct APICommand {
    private let target: Target
    private let method: TransportRequest.Method
    private let path: String
    private let query: QueryItems
    private let body: Data?
    private let wantsAllPages: Bool
    private let includesHead: Bool
    private let output: AnswerOutput
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let arguments = try Arguments(words, of: Subcommand.api.options)
        let connection = try arguments.one("--connection")
        guard arguments.positional.count == (connection == nil ? 3 : 2) else {
            throw Misuse(
                connection == nil
                    ? "api takes a product, a method and a path; see freshworks api --help"
                    : "api takes a method and a path beside --connection; see freshworks api --help")
        }
        target = try connection.map(Target.connection) ?? .product(ProductClient(argument: arguments.positional[0]))
        method = try Self.method(arguments.positional[arguments.positional.count - 2])
        path = arguments.positional[arguments.positional.count - 1]
        query = try arguments.all("--query").reduce(into: [:]) { query, pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { throw Misuse("--query takes NAME=VALUE") }
            query.append(String(parts[0]), String(parts[1]))
        }
        body = try arguments.one("--body").map { try Self.body($0, context.console) }
        wantsAllPages = arguments.has("--all")
        if wantsAllPages && method != .get && !(method == .post && Self.isSearch(path)) {
            throw Misuse("--all follows the pages of a GET, or of a POST to filtered_search")
        }
        if body != nil && method == .get { throw Misuse("a GET takes no --body") }
        includesHead = arguments.has("--include")
        if includesHead && wantsAllPages {
            throw Misuse("--include shows the head of one answer, and --all asks for many")
        }
        let selection = try arguments.one("--jq").map(JSONSelection.init)
        if wantsAllPages, selection?.ofEachElement == nil, selection != nil {
            throw Misuse("with --all the path of --jq begins with .[], for it is taken of each row")
        }
        output = AnswerOutput(selection: selection, context)
        var context = context
        context.store = try arguments.one("--store")
        guard connection != nil || context.store == nil else { throw Misuse("--store goes with --connection") }
        self.context = context
    }

    func run() async throws -> ExitStatus {
        let watch = WriteWatch()
        do {
            return try await Clients.use(context, observer: watch, call)
        } catch let error as CancellationError {
            // A search changes nothing, whatever its verb.
            if let method = watch.interrupted, !Self.isSearch(path) {
                context.console.diagnose(
                    """
                    freshworks: interrupted while the \(method) was under way. The service may have carried out the call. \
                    Before you repeat the call, look whether it took effect.
                    """)
            }
            throw error
        }
    }

    private func call(with clients: Clients) async throws -> ExitStatus {
        let (product, client) = try await clients.client(of: target)
        let api = client.api
        let dropsNulls = try await clients.dropsNullMembers(of: target)
        if wantsAllPages {
            let pages = try AllPages(method, path, query: query, body: body, of: product, api, context.console, output)
            try await pages.write(withoutNulls: dropsNulls)
            return .done
        }
        let content = body.map { RequestBody.bytes($0, contentType: "application/json") } ?? .none
        let response = try await api.exchange(.raw(method, path, below: api.account, query: query, body: content))
        if includesHead { output.writeHead(of: response) }
        do {
            try output.writeBody(of: response, withoutNulls: dropsNulls && response.isSuccess)
        } catch let misuse as Misuse where method != .get {
            throw Misuse("\(misuse.message). The \(method) was carried out all the same.")
        }
        if response.isSuccess { return .done }
        context.console.diagnose("freshworks: \(await api.failure(of: response))")
        return ExitStatus(httpStatus: response.status)
    }

    /// Whether a list is asked for by POST, as Freshsales' filtered search is. It changes nothing.
    private static func isSearch(_ path: String) -> Bool {
        path.split(separator: "/").contains("filtered_search")
    }

    private static func method(_ text: String) throws -> TransportRequest.Method {
        let known: [TransportRequest.Method] = [.get, .post, .put, .patch, .delete]
        guard let method = known.first(where: { $0.rawValue == text.uppercased() }) else {
            throw Misuse("the method is one of \(known.map(\.rawValue).joined(separator: ", "))")
        }
        return method
    }

    /// JSON as written, from a file (`@name`) or from standard input (`-`). It is sent as it is, once it is known to be
    /// JSON: reading it into values and writing them out again took seconds for a large one.
    private static func body(_ text: String, _ console: any Console) throws -> Data {
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
            _ = try JSONValue(parsing: data)
            // A mark of the encoding, which editors write, is none of the JSON.
            return data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        } catch let error as FreshworksError {
            throw Misuse("--body is not JSON: \(error.message)")
        }
    }
}
