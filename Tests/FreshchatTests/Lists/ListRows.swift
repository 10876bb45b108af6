import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, account configuration, groups, channels, roles.
extension EndpointFolder {
    static let lists = EndpointFolder(
        "Account, groups, channels, roles", 4,
        """
        GET accounts/configuration
        GET groups
        GET channels
        GET roles
        """,
        calls: [
            .reading(
                "GET accounts/configuration", "accounts/configuration",
                answer: .json(
                    200,
                    """
                    {"organisation_id":1712345678901234567,"organisation_domain":"acme.myfreshworks.com",\
                    "account_id":1712345678901234569,"account_domain":"acme.freshchat.com",\
                    "app_id":"c0ffee00-1111-4222-8333-444455556666","bundle_id":0,"bundle_type":"NONE",\
                    "plan_type":"ENTERPRISE","datacenter":"EUC"}
                    """)
            ) {
                let account = try await $0.configuration()
                account.organizationID == 1_712_345_678_901_234_567
                account.organizationDomain == "acme.myfreshworks.com"
                account.accountID == 1_712_345_678_901_234_569
                account.accountDomain == "acme.freshchat.com"
                account.appID == "c0ffee00-1111-4222-8333-444455556666"
                account.bundleID == 0
                account.bundleType == "NONE"
                account.planType == "ENTERPRISE"
                account.datacenter == "EUC"
            },
            .reading(
                "GET groups", "groups?items_per_page=50",
                answer: .json(
                    200,
                    page(
                        "groups",
                        """
                        {"id":"77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20","name":"Orders","description":"Order desk",\
                        "routing_type":"INTELLIASSIGN"}
                        """)), unread: paginationPlaces
            ) {
                let groups = try await $0.groups.list().all()
                groups.map(\.id) == ["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"]
                groups.map(\.name) == ["Orders"]
                groups.map(\.description) == ["Order desk"]
                groups.map(\.routingType) == [.intelliAssign]
            },
            .reading(
                "GET channels", "channels?locale=en&items_per_page=50",
                answer: .json(
                    200,
                    page(
                        "channels",
                        """
                        {"id":"e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42","name":"Help","icon":{},"enabled":true,\
                        "public":true,"tags":["web"],"locale":"en","updated_time":"2024-01-10T12:00:00.000Z",\
                        "welcome_message":{"message_type":"normal","message_parts":[{"text":{"content":"Hi!"}}]}}
                        """)), unread: paginationPlaces
            ) {
                let channels = try await $0.channels.list(locale: "en").all()
                channels.map(\.id) == ["e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42"]
                channels.map(\.name) == ["Help"]
                channels.map(\.isEnabled) == [true]
                channels.map(\.isPublic) == [true]
                channels.map(\.tags) == [["web"]]
                channels.map(\.locale) == ["en"]
                channels.map(\.updatedAt) == [time(1_704_888_000)]
                channels.map(\.welcomeMessage?.messageType) == [.normal]
                channels.map(\.welcomeMessage?.parts) == [[.text("Hi!")]]
            },
            .reading(
                "GET roles", "roles?items_per_page=50",
                answer: .json(
                    200,
                    page(
                        "roles",
                        #"{"id":"ACCOUNT_ADMIN","name":"Account admin","description":"All","is_custom_role":false}"#)),
                unread: paginationPlaces
            ) {
                let roles = try await $0.roles.list().all()
                roles.map(\.id) == ["ACCOUNT_ADMIN"]
                roles.map(\.name) == ["Account admin"]
                roles.map(\.description) == ["All"]
                roles.map(\.isCustom) == [false]
            },
        ])
}
