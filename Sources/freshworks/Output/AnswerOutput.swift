import Foundation
import FreshworksConnections
import FreshworksCore

/// How `freshworks api` prints answers: laid out for people on a terminal, as they came to everything else.
struct AnswerOutput: Sendable {
    /// What of an answer is printed; all of it unless set.
    let selection: JSONSelection?
    private let console: any Console
    private let layout: JSONLayout?

    init(selection: JSONSelection?, _ context: CommandContext) {
        self.selection = selection
        console = context.console
        let variables = context.environment
        // https://no-color.org
        let isColored = (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
        layout = console.isTerminal ? JSONLayout(isColored: isColored) : nil
    }

    /// Whether JSON is indented.
    var isLaidOut: Bool { layout != nil }

    /// One of several values of a list.
    func laidOut(_ value: JSONValue, depth: Int) -> Data {
        guard let layout else { return value.serialized() }
        return Data(("\n" + JSONLayout.margin(depth) + layout.text(of: value, depth: depth)).utf8)
    }

    /// Each value that is meant on a line of its own, texts as they are.
    func selected(_ selection: JSONSelection, of value: JSONValue) throws -> Data {
        try selection.values(in: value).reduce(into: Data()) { data, value in
            let text =
                if let text = value.stringValue {
                    console.isTerminal ? Self.harmless(text) : text
                } else {
                    layout?.text(of: value) ?? value.description
                }
            data += Data((text + "\n").utf8)
        }
    }

    /// Status and header fields, and an empty line.
    func writeHead(of response: TransportResponse) {
        let head = "HTTP \(response.status)\n\(response.headers)\n"
        console.print(console.isTerminal ? Self.harmless(head) : head)
    }

    /// - Throws: ``Misuse`` when an answer has no such place as `--jq` names, or is no JSON.
    func writeBody(of response: TransportResponse, withoutNulls: Bool) throws {
        let isRead = withoutNulls || layout != nil || selection != nil
        var json = isRead ? try? response.json() : nil
        if withoutNulls { json = json?.droppingNullMembers() }
        if let selection, response.isSuccess {
            guard let json else { throw Misuse("the answer is no JSON, so that --jq finds nothing in it") }
            return console.write(try selected(selection, of: json))
        }
        if let json, let layout { return console.print(layout.text(of: json)) }
        let body = json?.serialized() ?? response.body
        console.write(body)
        if let last = body.last, last != UInt8(ascii: "\n") { console.write(Data("\n".utf8)) }
    }

    /// A text without what a terminal would obey, its line breaks and tabs kept.
    private static func harmless(_ text: String) -> String {
        let kept = text.unicodeScalars.filter {
            $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(kept))
    }
}
