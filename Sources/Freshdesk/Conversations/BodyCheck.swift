extension ArgumentCheck {
    /// The text of a reply or note: HTML or parts, and not blank.
    static func body(_ html: String?, or parts: JSONObject?) throws {
        try notBlank(html, "body")
        guard html != nil || parts?.isEmpty == false else { throw refusal("body", "must not be blank") }
    }
}
