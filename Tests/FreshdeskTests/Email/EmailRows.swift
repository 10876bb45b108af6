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
        calls: [
            .reading(
                "GET email_configs", "email_configs?per_page=100", answer: .json(200, #"[{"id":5,"active":true}]"#)
            ) { try await $0.emailConfigs.list().all().map(\.isActive) == [true] },
            .reading("GET email_configs/{id}", "email_configs/5", answer: .json(200, #"{"id":5,"name":"Support"}"#)) {
                try await $0.emailConfigs.get(5).name == "Support"
            },
            .reading(
                "GET email/mailboxes",
                "email/mailboxes?product_id=1&group_id=2&active=true&order_by=group_id&order_type=desc&per_page=100",
                answer: .json(200, #"[{"id":4,"freshdesk_mailbox":{"forward_email":"x@acme.freshdesk.com"}}]"#)
            ) {
                let filter = EmailMailboxFilter(productID: 1, groupID: 2, isActive: true)
                return try await $0.emailMailboxes.list(filter, order: .descending(.group)).all().map(\.forwardEmail)
                    == ["x@acme.freshdesk.com"]
            },
            WireCall(
                "GET email/mailboxes", "email/mailboxes?support_email=bat%2Bman%40acme.test&per_page=100",
                answer: .json(200, "[]")
            ) { _ = try await $0.emailMailboxes.list(EmailMailboxFilter(supportEmail: "bat+man@acme.test")).all() },
            .reading(
                "POST email/mailboxes", "email/mailboxes",
                #"{"support_email":"help@acme.test","mailbox_type":"freshdesk_mailbox","name":"Help"}"#,
                answer: .json(201, #"{"id":25,"active":false}"#)
            ) {
                let draft = EmailMailboxDraft(supportEmail: "help@acme.test") { $0.name = "Help" }
                return try await $0.emailMailboxes.create(draft).isActive == false
            },
            .reading(
                "POST email/mailboxes", "email/mailboxes",
                """
                {"support_email":"help@acme.test","mailbox_type":"custom_mailbox","custom_mailbox":{"access_type":"both",\
                "incoming":{"mail_server":"imap.acme.test","port":993,"use_ssl":true,"authentication":"plain",\
                "user_name":"help","password":"FAKEpass","delete_from_server":false},"outgoing":{"mail_server":\
                "smtp.acme.test","port":465,"use_ssl":true,"authentication":"login","user_name":"help",\
                "password":"FAKEpass"}}}
                """,
                answer: .json(
                    201,
                    #"{"id":1,"custom_mailbox":{"access_type":"both","incoming":{"port":993,"failure_code":null}}}"#)
            ) {
                let servers = CustomMailbox(
                    incoming: MailServer(
                        host: "imap.acme.test", port: 993, userName: "help", password: Secret("FAKEpass"),
                        deletesFromServer: false),
                    outgoing: MailServer(
                        host: "smtp.acme.test", port: 465, authentication: "login", userName: "help",
                        password: Secret("FAKEpass")))
                let draft = EmailMailboxDraft(supportEmail: "help@acme.test", on: servers)
                return try await $0.emailMailboxes.create(draft).customMailbox?.incoming?.port == 993
            },
            WireCall("GET email/mailboxes/{id}", "email/mailboxes/25") { _ = try await $0.emailMailboxes.get(25) },
            WireCall("PUT email/mailboxes/{id}", "email/mailboxes/25", #"{"group_id":null,"default_reply_email":true}"#)
            {
                try await $0.emailMailboxes.update(
                    25,
                    EmailMailboxUpdate {
                        $0.groupID = .clear
                        $0.isDefaultReply = true
                    })
            },
            WireCall("DELETE email/mailboxes/{id}", "email/mailboxes/25", answer: .empty(204)) {
                try await $0.emailMailboxes.delete(25)
            },
            .reading("GET email/settings", "email/settings", answer: .json(200, #"{"multiple_to":false}"#)) {
                try await $0.emailSettings.get().multipleTo == false
            },
            .reading(
                "PUT email/settings", "email/settings", #"{"personalized_email_replies":true}"#,
                answer: .json(200, #"{"personalized_email_replies":true}"#)
            ) {
                try await $0.emailSettings.update(EmailSettingsUpdate { $0.personalizedEmailReplies = true })
                    .personalizedEmailReplies == true
            },
            .reading(
                "GET notifications/email/bcc", "notifications/email/bcc",
                answer: .json(200, #"{"emails":["a@acme.test"]}"#)
            ) { try await $0.emailSettings.automaticBCC() == ["a@acme.test"] },
            .reading(
                "PUT notifications/email/bcc", "notifications/email/bcc", #"{"emails":["a@acme.test"]}"#,
                answer: .json(200, #"{"emails":["a@acme.test"]}"#)
            ) { try await $0.emailSettings.setAutomaticBCC(["a@acme.test"]) == ["a@acme.test"] },
        ])
}
