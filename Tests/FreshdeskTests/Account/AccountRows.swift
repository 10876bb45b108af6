import Freshdesk
import TestSupport
import Testing

// Source: developers.freshdesk.com/api, account and settings.
extension EndpointFolder {
    static let account = EndpointFolder(
        "Account and settings", 3,
        """
        GET account
        POST account/export
        GET settings/helpdesk
        """,
        calls: [
            .reading(
                "GET account", "account",
                answer: .json(
                    200,
                    #"{"organisation_id":284960733419037820,"bundle_id":null,"total_agents":{"full_time":1},"data_center":"US"}"#
                )
            ) {
                let account = try await $0.helpdesk.account()
                return account.organizationID == 284_960_733_419_037_820 && account.totalAgents == ["full_time": 1]
                    && account.dataCenter == "US"
            },
            .reading(
                "POST account/export", "account/export",
                """
                {"date_range":{"start_date":"2025-01-01T00:00:00Z","end_date":"2025-02-01T00:00:00Z"},\
                "resources":[{"name":"tickets","include":["notes"]},{"name":"contacts"}],"output_format":"json"}
                """,
                answer: .json(202, #"{"job":{"id":432,"link":{"href":"acme.freshdesk.com/api/v2/jobs/432"}}}"#)
            ) {
                try await $0.helpdesk.export(
                    [.tickets(including: ["notes"]), .contacts], from: utc(2025, 1, 1), to: utc(2025, 2, 1)
                ).id == "432"
            },
            .reading(
                "GET settings/helpdesk", "settings/helpdesk",
                answer: .json(200, #"{"primary_language":"en","supported_languages":["ru-RU","es"]}"#)
            ) {
                let settings = try await $0.helpdesk.settings()
                return settings.primaryLanguage == "en" && settings.supportedLanguages == ["ru-RU", "es"]
            },
        ])
}
