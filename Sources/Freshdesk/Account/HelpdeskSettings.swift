/// The languages of the account. Source: Freshdesk API v2, settings.
///
/// Its fields are those of ``Fields``.
public struct HelpdeskSettings: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the settings.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``HelpdeskSettings``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The account's own language.
        public let primaryLanguage = ReadOnly<String>("primary_language")
        /// The languages that agents can work in besides it.
        public let supportedLanguages = ReadOnly<[String]>("supported_languages")
        /// The languages that the portal has.
        public let portalLanguages = ReadOnly<[String]>("portal_languages")
        /// The languages that the help widget has; on recent accounts.
        public let helpWidgetLanguages = ReadOnly<[String]>("help_widget_languages")

        /// The only instance.
        public static let table = Fields()
    }
}
