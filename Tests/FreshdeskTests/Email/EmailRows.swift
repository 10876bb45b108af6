import Freshdesk
import TestSupport

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
        calls: [
            .reading(
                "GET email_configs", "email_configs?per_page=100", answer: .json(200, #"[{"id":5,"active":true}]"#)
            ) { try await $0.emailConfigs.list().all().map(\.isActive) == [true] },
            .reading("GET email_configs/{id}", "email_configs/5", answer: .json(200, #"{"id":5,"name":"Support"}"#)) {
                try await $0.emailConfigs.get(5).name == "Support"
            },
        ])
}
