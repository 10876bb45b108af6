import Foundation
import FreshworksCore

/// What the service makes of the HTML that it is given.
enum FreshdeskHTML {
    /// Plain text gets an element around it.
    static func wrapped(_ text: String) -> String { text.hasPrefix("<") ? text : "<div>\(text)</div>" }

    /// The plain twin of an HTML text.
    static func text(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: "").replacing("&nbsp;", with: " ").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    /// The structured twin, under `description_contents` or `body_contents`.
    static func structured(_ html: String, _ key: String) -> JSONValue {
        [key: [["type": "text", "data": ["content": .string(text(html))]]]]
    }
}
