// Source: developers.freshworks.com/crm/api, phone calls.
extension EndpointFolder {
    static let phoneCalls = EndpointFolder(
        "Phone calls", 1,
        """
        POST phone_calls
        """,
        notBuilt: """
            POST phone_calls
            """)
}
