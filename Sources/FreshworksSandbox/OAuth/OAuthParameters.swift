import Foundation
import FreshworksCore

/// The parameters of a request in `application/x-www-form-urlencoded`, read strictly: RFC 6749 §3.1, §3.2 and appendices A, B.
struct OAuthParameters: Sendable {
    /// What is wrong with the request as a whole, if something is.
    private(set) var complaint: OAuthError?
    private var values: [String: String] = [:]
    private var spoiled: Set<String> = []

    /// Those that may hold visible ASCII and spaces only. Their grammar also keeps out text that Swift takes for equal to ASCII.
    private static let visible: Set = [
        "client_id", "client_secret", "code", "code_challenge", "code_challenge_method", "code_verifier", "decision",
        "grant_type", "redirect_uri", "refresh_token", "response_type", "scope", "state", "ticket",
    ]

    init(_ bytes: some Collection<UInt8>) {
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) { read(pair) }
    }

    /// The value of a parameter, `nil` if it is absent, empty, repeated or malformed.
    subscript(name: String) -> String? { spoiled.contains(name) ? nil : values[name] }

    /// The value of a parameter that has to be there.
    func require(_ name: String) throws(OAuthError) -> String {
        guard let value = self[name] else { throw OAuthError(.invalidRequest, "The parameter \(name) is missing") }
        return value
    }

    private mutating func read(_ pair: ArraySlice<UInt8>) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = FormText.decode(parts[0]) else {
            return complain("A parameter is malformed")
        }
        guard let value = FormText.decode(parts.count > 1 ? parts[1] : []),
            !Self.visible.contains(name) || value.utf8.allSatisfy({ $0 < 0x80 })
        else {
            spoiled.insert(name)
            return complain("A parameter is malformed")
        }
        // Parameters without a value count as omitted.
        guard !value.isEmpty else { return }
        if values.updateValue(value, forKey: name) != nil {
            spoiled.insert(name)
            complain("A parameter is repeated")
        }
    }

    private mutating func complain(_ description: String) {
        complaint = complaint ?? OAuthError(.invalidRequest, description)
    }
}

/// One name or value of a form.
enum FormText {
    /// The text, or `nil` for a broken escape, bytes that are no UTF-8, and control characters.
    static func decode(_ bytes: some Collection<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var bytes = bytes.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let escaped = PercentText.byte(bytes.next(), bytes.next()) else { return nil }
                result.append(escaped)
            default: result.append(byte)
            }
        }
        guard result.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: result, as: UTF8.self)
    }
}

extension SandboxRequest {
    /// Whether the body is announced as a form.
    var isForm: Bool {
        let type = (headers["Content-Type"] ?? "").prefix { $0 != ";" }.filter { $0 != " " }
        return type.equalsIgnoringCase("application/x-www-form-urlencoded")
    }
}
