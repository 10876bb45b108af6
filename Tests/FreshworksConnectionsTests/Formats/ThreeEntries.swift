import Foundation

/// A file of three accounts, to be imported.
enum ThreeEntries {
    static let keys = (1...3).map { "FAKEkey-of-entry-\($0)" }

    static let file: Data = {
        let entries = keys.enumerated().map { number, key in
            #"{"type":"freshdeskApi","name":"Entry \#(number)","data":{"apiKey":"\#(key)","domain":"acme\#(number)"}}"#
        }
        return Data("[\(entries.joined(separator: ","))]".utf8)
    }()
}
