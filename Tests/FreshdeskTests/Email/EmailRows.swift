import Foundation
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
            .reading("GET email_configs", "email_configs?per_page=100", answer: config.list()) {
                config.facts(try await $0.emailConfigs.list().all())
            },
            .reading("GET email_configs/{id}", "email_configs/5", answer: config.answer()) {
                config.facts(try await $0.emailConfigs.get(5))
            },
            .reading(
                "GET email/mailboxes",
                "email/mailboxes?product_id=1&group_id=2&active=true&order_by=group_id&order_type=desc&per_page=100",
                answer: mailbox.list()
            ) {
                let filter = EmailMailboxFilter(productID: 1, groupID: 2, isActive: true)
                mailbox.facts(try await $0.emailMailboxes.list(filter, order: .descending(.group)).all())
            },
            .reading(
                "GET email/mailboxes", "email/mailboxes?support_email=bat%2Bman%40acme.test&per_page=100",
                answer: mailbox.list()
            ) {
                let filter = EmailMailboxFilter(supportEmail: "bat+man@acme.test")
                mailbox.facts(try await $0.emailMailboxes.list(filter).all())
            },
            .reading(
                "POST email/mailboxes", "email/mailboxes",
                #"{"support_email":"help@acme.test","mailbox_type":"freshdesk_mailbox","name":"Help"}"#,
                answer: mailbox.answer(201)
            ) {
                let draft = EmailMailboxDraft(supportEmail: "help@acme.test") { $0.name = "Help" }
                mailbox.facts(try await $0.emailMailboxes.create(draft))
            },
            .reading(
                "POST email/mailboxes", "email/mailboxes",
                """
                {"support_email":"help@acme.test","mailbox_type":"custom_mailbox","custom_mailbox":{"access_type":"both",\
                "incoming":{"mail_server":"imap.acme.test","port":993,"use_ssl":true,"authentication":"plain",\
                "user_name":"help","password":"FAKEpass","delete_from_server":false},"outgoing":{"mail_server":\
                "smtp.acme.test","port":465,"use_ssl":true,"authentication":"login","user_name":"help",\
                "password":"FAKEpass"}}}
                """, answer: ownServers.answer(201)
            ) {
                let servers = CustomMailbox(
                    incoming: MailServer(
                        host: "imap.acme.test", port: 993, userName: "help", password: Secret("FAKEpass"),
                        deletesFromServer: false),
                    outgoing: MailServer(
                        host: "smtp.acme.test", port: 465, authentication: "login", userName: "help",
                        password: Secret("FAKEpass")))
                let draft = EmailMailboxDraft(supportEmail: "help@acme.test", on: servers)
                ownServers.facts(try await $0.emailMailboxes.create(draft))
            },
            .reading("GET email/mailboxes/{id}", "email/mailboxes/25", answer: mailbox.answer()) {
                mailbox.facts(try await $0.emailMailboxes.get(25))
            },
            .reading("GET email/mailboxes/{id}", "email/mailboxes/26", answer: ownServers.answer()) {
                ownServers.facts(try await $0.emailMailboxes.get(26))
            },
            .reading(
                "PUT email/mailboxes/{id}", "email/mailboxes/25", #"{"group_id":null,"default_reply_email":true}"#,
                answer: mailbox.answer()
            ) {
                mailbox.facts(
                    try await $0.emailMailboxes.update(
                        25,
                        EmailMailboxUpdate {
                            $0.groupID = .clear
                            $0.isDefaultReply = true
                        }))
            },
            .silent("DELETE email/mailboxes/{id}", "email/mailboxes/25") { try await $0.emailMailboxes.delete(25) },
            .reading("GET email/settings", "email/settings", answer: settings.answer()) {
                settings.facts(try await $0.emailSettings.get())
            },
            .reading(
                "PUT email/settings", "email/settings", #"{"personalized_email_replies":true}"#,
                answer: settings.answer()
            ) {
                settings.facts(
                    try await $0.emailSettings.update(EmailSettingsUpdate { $0.personalizedEmailReplies = true }))
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

private let config = Sample<EmailConfig>(
    """
    {"id":5,"name":"Support","product_id":3,"to_email":"acme.test@acme.freshdesk.com","reply_email":"help@acme.test",\
    "group_id":7,"primary_role":true,"active":false,"workspace_id":2,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.name == "Support"
    $0.productID == 3
    $0.toEmail == "acme.test@acme.freshdesk.com"
    $0.replyEmail == "help@acme.test"
    $0.groupID == 7
    $0.isPrimary == true
    $0.isActive == false
    $0.workspaceID == 2
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let mailbox = Sample<EmailMailbox>(
    """
    {"id":25,"name":"Help","support_email":"help@acme.test","group_id":2,"product_id":1,"default_reply_email":true,\
    "active":false,"mailbox_type":"freshdesk_mailbox","freshdesk_mailbox":{"forward_email":"x@acme.freshdesk.com"},\
    "csat_settings":{"enabled":true},"disable_verify":true,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 25
    $0.name == "Help"
    $0.supportEmail == "help@acme.test"
    $0.groupID == 2
    $0.productID == 1
    $0.isDefaultReply == true
    $0.isActive == false
    $0.mailboxType == .freshdesk
    $0.forwardEmail == "x@acme.freshdesk.com"
    $0.customMailbox == nil
    $0.csatSettings == ["enabled": true]
    $0.isVerificationDisabled == true
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let ownServers = Sample<EmailMailbox>(
    """
    {"id":26,"support_email":"help@acme.test","mailbox_type":"custom_mailbox","failure_code":"auth_failure",\
    "access_token_id":8,"custom_mailbox":{"access_type":"both","incoming":{"mail_server":"imap.acme.test","port":993,\
    "use_ssl":true,"delete_from_server":false,"authentication":"plain","user_name":"help","failure_code":"timeout"},\
    "outgoing":{"mail_server":"smtp.acme.test","port":465,"use_ssl":true,"authentication":"login","user_name":"helper"}}}
    """
) {
    $0.id == 26
    $0.supportEmail == "help@acme.test"
    $0.mailboxType == .custom
    $0.failureCode == "auth_failure"
    $0.accessTokenID == 8
    $0.customMailbox?.accessType == "both"
    $0.customMailbox?.incoming?.host == "imap.acme.test"
    $0.customMailbox?.incoming?.port == 993
    $0.customMailbox?.incoming?.usesSSL == true
    $0.customMailbox?.incoming?.deletesFromServer == false
    $0.customMailbox?.incoming?.authentication == "plain"
    $0.customMailbox?.incoming?.userName == "help"
    $0.customMailbox?.incoming?.failureCode == "timeout"
    $0.customMailbox?.outgoing?.host == "smtp.acme.test"
    $0.customMailbox?.outgoing?.port == 465
    $0.customMailbox?.outgoing?.usesSSL == true
    $0.customMailbox?.outgoing?.authentication == "login"
    $0.customMailbox?.outgoing?.userName == "helper"
}

private let settings = Sample<EmailSettings>(
    """
    {"personalized_email_replies":true,"create_requester_using_reply_to":false,\
    "allow_agent_to_initiate_conversation":true,"original_sender_as_requester_for_forward":true,\
    "allow_wildcard_ticket_create":false,"skip_ticket_threading":true,"threading_without_user_check":false,\
    "threading_without_ticket_id_check":true,"extended_quoted_text":false,"auto_response_detector_toggle":true,\
    "email_subject_match":false,"multiple_to":true,"prioritize_tickets_by_outlook_importance":false}
    """
) {
    $0.personalizedEmailReplies == true
    $0.createRequesterUsingReplyTo == false
    $0.allowAgentToInitiateConversation == true
    $0.originalSenderAsRequesterForForward == true
    $0.allowWildcardTicketCreate == false
    $0.skipTicketThreading == true
    $0.threadingWithoutUserCheck == false
    $0.threadingWithoutTicketIDCheck == true
    $0.extendedQuotedText == false
    $0.autoResponseDetectorToggle == true
    $0.emailSubjectMatch == false
    $0.multipleTo == true
    $0.prioritizeTicketsByOutlookImportance == false
}
