public import Foundation

/// A consent that was asked for and not yet given: good for ten minutes and one callback.
///
/// Keep ``serialized()`` in the user's own web session until the callback comes, so that nobody else's callback is taken for it.
public struct PendingAuthorization: Sendable {
    /// Where to send the user.
    public let url: URL
    /// What the callback must bring back.
    let state: Secret
    /// The proof key's secret half, if there is one.
    let verifier: Secret?
    /// The server that was asked. A callback is exchanged there and nowhere else.
    let tokenURL: String
    let clientID: String
    let beganAt: Date

    init(url: URL, state: Secret, verifier: Secret?, tokenURL: String, clientID: String, beganAt: Date) {
        self.url = url
        self.state = state
        self.verifier = verifier
        self.tokenURL = tokenURL
        self.clientID = clientID
        self.beganAt = beganAt
    }

    /// Everything as text, for the user's web session. It holds the proof key's secret half in the clear.
    public func serialized() -> String {
        let json: JSONValue = [
            "url": .string(url.absoluteString), "state": .string(state.reveal()),
            "verifier": verifier.map { .string($0.reveal()) } ?? .null, "token_url": .string(tokenURL),
            "client_id": .string(clientID), "began_at": .string(Timestamp.format(beganAt, milliseconds: true)),
        ]
        return json.description
    }

    /// Reads what ``serialized()`` wrote.
    /// - Throws: ``FreshworksError/Code/malformedPendingAuthorization``, never quoting the text.
    public init(serialized text: String) throws {
        guard let json = try? JSONValue(parsing: Data(text.utf8)).objectValue,
            let address: String = json["url"], let url = URL(string: address),
            let state: String = json["state"], !state.isEmpty, let tokenURL: String = json["token_url"],
            let clientID: String = json["client_id"], let beganAt: Date = json["began_at"]
        else {
            throw FreshworksError(
                .malformedPendingAuthorization, "the text does not hold a pending authorization",
                advice: "Begin a new authorization.")
        }
        let verifier: String? = json["verifier"]
        self.init(
            url: url, state: Secret(state), verifier: verifier.map { Secret($0) }, tokenURL: tokenURL,
            clientID: clientID, beganAt: beganAt)
    }
}

extension PendingAuthorization: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The server and the time.
    public var description: String {
        "PendingAuthorization(at \(tokenURL.prefix { $0 != "?" }), begun \(Timestamp.format(beganAt)))"
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension FreshworksError.Code {
    /// A stored pending authorization cannot be read.
    public static let malformedPendingAuthorization = Self(rawValue: "malformed_pending_authorization")
}
