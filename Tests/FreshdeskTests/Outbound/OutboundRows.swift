// Source: developers.freshdesk.com/api, contact activities and outbound messages.
extension EndpointFolder {
    static let outbound = EndpointFolder(
        "Activities and outbound messages", 3,
        """
        POST contact-activities
        POST channels/outbound-messages
        GET channels/outbound-messages
        """,
        notBuilt: """
            POST contact-activities
            POST channels/outbound-messages
            GET channels/outbound-messages
            """)
}
