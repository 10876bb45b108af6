/// One input of a form, as data: an app draws it in whatever way it draws forms.
public struct FormField: Sendable, Hashable, Identifiable {
    /// One of several values to choose from.
    public struct Choice: Sendable, Hashable {
        /// What to send.
        public let value: String
        /// What to show.
        public let label: String
    }

    /// The key of its value.
    public let key: String
    /// What to write beside it.
    public let label: String
    /// What to say about it: where the user finds the value, and what to mind.
    public let help: String?
    /// An example.
    public let placeholder: String?
    /// Whether it must be filled in.
    public let isRequired: Bool
    /// Whether it must be hidden, and never be sent back to the browser.
    public let isSecret: Bool
    /// What to choose from; empty for free text.
    public let choices: [Choice]
    /// What it has unless the user says otherwise.
    public let value: String?
    /// What making a new value does to everybody who uses the old one, to be said beside secrets.
    public let warning: String?

    /// The same as ``key``.
    public var id: String { key }

    init(
        _ key: String, _ label: String, help: String? = nil, placeholder: String? = nil, isRequired: Bool = true,
        isSecret: Bool = false, choices: [Choice] = [], value: String? = nil, warning: String? = nil
    ) {
        self.key = key
        self.label = label
        self.help = help
        self.placeholder = placeholder
        self.isRequired = isRequired
        self.isSecret = isSecret
        self.choices = choices
        self.value = value
        self.warning = warning
    }
}

/// A mend that was made to what somebody typed into a field. It never quotes the value.
public struct FieldRepair: Sendable, Hashable, CustomStringConvertible {
    /// The field's key.
    public let field: String
    /// What was done.
    public let repair: FreshworksAccount.Repair

    /// Field and mend in one clause.
    public var description: String { "\(field): \(repair)" }
}
