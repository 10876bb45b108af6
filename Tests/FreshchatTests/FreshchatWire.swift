import Foundation
import Freshchat
import TestSupport

/// A client whose requests a script answers, without pacing and without waits between attempts.
func freshchat(_ wire: ScriptedTransport) throws -> FreshchatClient {
    let configuration = FreshworksRuntime.Configuration(paces: false, retry: .init(firstWait: .zero))
    return try FreshchatClient(
        subdomain: "acme", credential: .token("FAKEhead.FAKEbody0123456789abcdefghijkl.FAKEsignature"),
        runtime: FreshworksRuntime(configuration, transport: wire, clock: StillClock()))
}

/// A moment, given in seconds since 1970 as `date -u -d … +%s` prints them, and milliseconds.
func time(_ seconds: Int, _ milliseconds: Int = 0) -> Date {
    Date(timeIntervalSince1970: Double(seconds) + Double(milliseconds) / 1000)
}

/// The object that accepted requests are answered with.
let accepted = #"{"code":202,"status":"ACCEPTED","message":"Request accepted"}"#

/// The link that ends a page, in the envelope of lists.
func page(_ name: String, _ rows: String, next: String? = nil) -> String {
    let link = next.map { #""next_page":{"href":"\#($0)","rel":"x","type":"GET"}"# } ?? ""
    return """
        {"\(name)":[\(rows)],"pagination":{"total_items":3,"total_pages":2,"current_page":1,"items_per_page":2},\
        "links":{\(link)}}
        """
}

extension MessagePart {
    /// A text as it is received.
    static func text(_ content: String) -> MessagePart { OutgoingPart.text(content).part }
}
