import Foundation
import FreshworksCore

/// `freshworks export`: every record of a list into a file, a line of JSON each, in a way that can be gone on with.
struct ExportCommand {
    private let target: Target
    private let name: String
    private let file: URL
    private let start: ExportStart
    private let share: Double?
    private let wish: ExportWish
    private let given: Set<String>
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let arguments = try Arguments(words, of: Subcommand.export.options)
        let connection = try arguments.one("--connection")
        guard arguments.positional.count == (connection == nil ? 2 : 1), let name = arguments.positional.last else {
            throw Misuse(
                connection == nil
                    ? "export takes a product and a resource; see freshworks export --help"
                    : "export takes a resource beside --connection; see freshworks export --help")
        }
        target = try connection.map(Target.connection) ?? .product(ProductClient(argument: arguments.positional[0]))
        self.name = name
        guard let path = try arguments.one("--to"), !path.isEmpty else { throw Misuse("export needs --to FILE") }
        file = URL(filePath: path, directoryHint: .notDirectory)
        start = try Self.start(arguments)
        share = try arguments.one("--share").map(Self.share)
        wish = ExportWish(
            since: try arguments.one("--since").map(Self.date),
            view: try arguments.number("--view", in: 1...Int.max).map { Int64($0) },
            wantsDeleted: arguments.has("--deleted"), wantsConversations: arguments.has("--conversations"))
        given = Set(
            [
                wish.since == nil ? nil : "--since", wish.view == nil ? nil : "--view",
                wish.wantsDeleted ? "--deleted" : nil, wish.wantsConversations ? "--conversations" : nil,
            ].compactMap(\.self))
        var context = context
        context.store = try arguments.one("--store")
        guard connection != nil || context.store == nil else { throw Misuse("--store goes with --connection") }
        self.context = context
        if case .product(let product) = target { _ = try resource(of: product) }
    }

    private static func start(_ arguments: Arguments) throws -> ExportStart {
        let other = try arguments.one("--after")
        if arguments.has("--resume") {
            guard other == nil else { throw Misuse("name --resume or --after, not both") }
            return .resuming
        }
        return other.map { .after(URL(filePath: $0, directoryHint: .notDirectory)) } ?? .new
    }

    private static func share(_ text: String) throws -> Double {
        guard let share = Double(text), share > 0, share <= 1 else {
            throw Misuse("--share takes a number above 0 and at most 1")
        }
        return share
    }

    private static func date(_ text: String) throws -> Date {
        guard let date = Timestamp.parse(text) else {
            throw Misuse("--since takes a date or a time, such as 2025-06-01 or 2025-06-01T08:00:00Z")
        }
        return date
    }

    private func resource(of product: ProductClient) throws -> ExportResource {
        let known = ExportResource.all.filter { $0.product == product }
        guard let resource = known.first(where: { $0.name == name }) else {
            throw Misuse("what can be exported of \(product) is \(known.map(\.name).joined(separator: ", "))")
        }
        guard let strange = given.subtracting(resource.options).sorted().first else { return resource }
        throw Misuse("\(strange) says nothing about \(resource.name) of \(product)")
    }

    func run() async throws -> ExitStatus { try await Clients.use(context, export) }

    private func export(with clients: Clients) async throws -> ExitStatus {
        let (product, found) = try await clients.client(of: target)
        var client = found
        if let share { client = try found.limited(toShare: share) }
        let plan = try await resource(of: product).plan(client, wish)
        let report = ExportReport(context.console)
        do {
            let result = try await plan.run(file, start, report.show)
            report.clear()
            let news = result.newRecords == result.records ? "" : " (\(result.newRecords) new)"
            context.console.print("\(file.path): \(result.records) records\(news)")
            if result.wasComplete {
                context.console.diagnose(
                    "freshworks: the list of \(name) was read to its end before, and does not tell what was changed since. "
                        + "Export it anew to another file for that.")
            }
            return .done
        } catch let error as CancellationError {
            report.clear()
            context.console.diagnose(
                "freshworks: interrupted after \(report.records) records. The same call with --resume goes on.")
            throw error
        } catch var error as FreshworksError {
            report.clear()
            if report.records > 0 {
                error.advice = [error.advice, "The same call with --resume goes on behind \(report.records) records."]
                    .compactMap(\.self).joined(separator: " ")
            }
            throw error
        }
    }
}

/// Tells on a terminal how far an export is.
private final class ExportReport {
    private let console: any Console
    private(set) var records = 0
    private var isShown = false

    init(_ console: any Console) { self.console = console }

    func show(_ progress: ExportProgress) {
        records = progress.records
        guard console.showsProgress else { return }
        isShown = true
        console.progress("\(records) records, \(progress.bytes / 1_000_000) MB")
    }

    func clear() {
        if isShown { console.progress("") }
        isShown = false
    }
}
