extension JSONObject {
    /// What is wrong with the due dates of a request: they are set together, and emptied together. Source: Freshdesk API v2,
    /// tickets.
    var dueDateErrors: [FreshworksError.FieldError] {
        [("due_by", "fr_due_by"), ("fr_due_by", "due_by")].compactMap { key, other in
            switch (isEmptied(key), isEmptied(other)) {
            case (false?, nil), (false?, true?): .missing(other, "must be set together with \(key)")
            case (true?, nil): .missing(other, "must be emptied together with \(key)")
            default: nil
            }
        }
    }

    /// `nil` of a key that is not there.
    private func isEmptied(_ key: String) -> Bool? { (self[key] as JSONValue?)?.isNull }
}
