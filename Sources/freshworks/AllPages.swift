import Foundation
import FreshworksConnections
import FreshworksCore

/// All pages of one list, written as they come: what was read is a JSON array, however the list ends.
struct AllPages {
    private let method: TransportRequest.Method
    private let api: APIClient
    private let list: PagedSequence<ListedRow>
    private let lists: ListManner
    private let console: any Console
    private let output: AnswerOutput

    /// - Parameter body: What each page is asked for with.
    init(
        _ method: TransportRequest.Method, _ path: String, query: QueryItems, body: Data?, of product: ProductClient,
        _ api: APIClient, _ console: any Console, _ output: AnswerOutput
    ) throws {
        let call = try Endpoint<TransportResponse>.raw(method, path, below: api.account, query: query)
        let address = try api.account.url(call.path, query: call.query)
        let segments = try call.path.encoded().split(separator: "/").map(String.init)
        let lists = ListManner(of: product, at: segments, address)
        self.method = method
        self.api = api
        self.lists = lists
        self.console = console
        self.output = output
        let body = try body.map { RequestBody.json(try JSONValue(parsing: $0)) } ?? RequestBody.none
        list = api.list(
            ListEndpoint(
                call.operation, call.path, method: method, query: call.query,
                body: body, paging: lists.paging, ceiling: lists.ceiling
            ) {
                // A filtered search is named for one record, and its answer's list for several.
                try ListedRow.all(in: $0, path: method == .get ? segments : segments.map { $0 + "s" })
            })
    }

    /// - Parameter withoutNulls: Whether members that are null are left out.
    func write(withoutNulls: Bool = false) async throws {
        var output = RowOutput(console, output)
        var next: PageCursor?
        do {
            for try await page in list.pages {
                try output.write(page.items.map { withoutNulls ? $0.value.droppingNullMembers() : $0.value })
                next = page.next
                try console.checkOutput()
                // Nobody reads on, as with `| head`.
                if !console.hasReader { return }
            }
            try lists.checkIsAll(output.count)
        } catch {
            output.end()
            var place: String?
            if let next { place = await api.hidingCredential(in: next.target) }
            throw explained(error, after: output, place)
        }
        output.end()
    }

    /// The error with where to go on, since what was written need not be read again.
    private func explained(_ error: any Error, after output: RowOutput, _ next: String?) -> any Error {
        // The answer shows no list: the call is at fault.
        if output.count == 0, let misuse = (error as? FreshworksError)?.underlying as? Misuse { return misuse }
        guard output.count > 0, let next else { return error }
        // The service may have made the address: in quotes, no shell takes any of it for a command.
        let place = "Go on with \(method) '\(next.replacing("'", with: "%27"))'"
        if error is CancellationError {
            console.diagnose(
                "freshworks: interrupted after \(output.count) row\(output.count == 1 ? "" : "s"). \(place).")
        }
        guard var failure = error as? FreshworksError else { return error }
        let hint = failure.code == .pageCeiling ? lists.continuation(after: output.last) : "\(place)."
        failure.advice = [failure.advice, hint].compactMap(\.self).joined(separator: " ")
        return failure
    }
}

/// Writes one JSON array, row by row.
struct RowOutput {
    private let console: any Console
    private let layout: AnswerOutput
    private(set) var count = 0
    private(set) var last: JSONValue?
    private var isOpen = false

    init(_ console: any Console, _ layout: AnswerOutput) { (self.console, self.layout) = (console, layout) }

    /// - Throws: ``Misuse`` when a row has no such place as `--jq` names.
    mutating func write(_ rows: [JSONValue]) throws {
        var text = Data()
        if let selection = layout.selection?.ofEachElement {
            for row in rows { text.append(try layout.selected(selection, of: row)) }
            count += rows.count
        } else {
            if !isOpen { text.append(UInt8(ascii: "[")) }
            for row in rows {
                if count > 0 { text.append(UInt8(ascii: ",")) }
                text.append(layout.laidOut(row, depth: 1))
                count += 1
            }
            isOpen = true
        }
        last = rows.last ?? last
        if !text.isEmpty { console.write(text) }
    }

    /// Closes the array. Of a list whose first page failed nothing is written.
    func end() {
        guard isOpen else { return }
        console.write(Data((count > 0 && layout.isLaidOut ? "\n]\n" : "]\n").utf8))
    }
}

/// A row of any list, whatever it is.
struct ListedRow: Resource {
    let value: JSONValue

    var json: JSONObject { value.objectValue ?? JSONObject() }

    init(json: JSONObject) { value = .object(json) }

    init(_ value: JSONValue) { self.value = value }

    static func == (left: Self, right: Self) -> Bool { left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }

    /// The list in a page: the whole answer, or the one list of its envelope that the path names.
    static func all(in page: JSONValue, path: [String]) throws -> [ListedRow] {
        if let rows = page.arrayValue { return rows.map(Self.init(_:)) }
        let lists = page.objectValue?.compactMap { key, value in value.arrayValue.map { (key, $0) } } ?? []
        // The last word of the path says what is listed; others can be lists beside it, of what the rows refer to.
        let named = path.reversed().lazy.compactMap { word in lists.first { $0.0 == word } }.first
        guard let list = named ?? (lists.count == 1 ? lists.first : nil) else {
            throw Misuse("the answer does not show which of its members is the list; call it without --all")
        }
        return list.1.map(Self.init(_:))
    }
}
