import FreshworksCore

/// What a saved session is called.
struct SessionName: Sendable, Hashable {
    let text: String

    /// - Throws: ``FreshworksError/Code/invalidArgument``. The text is not repeated: it may be a key in the wrong place.
    init(_ text: String) throws {
        guard text.wholeMatch(of: /[A-Za-z0-9._-]{1,64}/) != nil else {
            throw FreshworksError(
                .invalidArgument, "the session's name is not one",
                advice: "Use at most 64 letters, digits, dots, hyphens and underscores.")
        }
        self.text = text
    }

    /// Where the store keeps how the session was obtained.
    var loginKey: String { "login/\(text)" }
}
