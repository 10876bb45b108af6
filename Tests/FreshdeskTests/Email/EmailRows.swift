// Source: developers.freshdesk.com/api, e-mail configs, mailboxes and settings.
extension EndpointFolder {
    static let email = EndpointFolder(
        "E-mail", 11,
        """
        GET email_configs
        GET email_configs/{id}
        GET email/mailboxes
        POST email/mailboxes
        GET email/mailboxes/{id}
        PUT email/mailboxes/{id}
        DELETE email/mailboxes/{id}
        GET email/settings
        PUT email/settings
        GET notifications/email/bcc
        PUT notifications/email/bcc
        """,
        notBuilt: """
            GET email_configs
            GET email_configs/{id}
            GET email/mailboxes
            POST email/mailboxes
            GET email/mailboxes/{id}
            PUT email/mailboxes/{id}
            DELETE email/mailboxes/{id}
            GET email/settings
            PUT email/settings
            GET notifications/email/bcc
            PUT notifications/email/bcc
            """)
}
