import Foundation
import Freshdesk
import TestSupport

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
            .reading("GET account", "account", answer: acmeAccount.answer()) {
                acmeAccount.facts(try await $0.helpdesk.account())
            },
            .reading(
                "POST account/export", "account/export",
                """
                {"date_range":{"start_date":"2025-01-01T00:00:00Z","end_date":"2025-02-01T00:00:00Z"},\
                "resources":[{"name":"tickets","include":["notes"]},{"name":"contacts"}],"output_format":"json"}
                """,
                answer: .json(
                    202, #"{"job":{"id":432,"link":{"href":"acme.freshdesk.com/api/v2/jobs/432","method":"GET"}}}"#)
            ) {
                let job = try await $0.helpdesk.export(
                    [.tickets(including: ["notes"]), .contacts], from: utc(2025, 1, 1), to: utc(2025, 2, 1))
                job.id == "432"
                job.json["link"] == ["href": "acme.freshdesk.com/api/v2/jobs/432", "method": "GET"]
            },
            .reading(
                "GET settings/helpdesk", "settings/helpdesk",
                answer: .json(
                    200,
                    """
                    {"primary_language":"en","supported_languages":["ru-RU","es"],"portal_languages":["es"],\
                    "help_widget_languages":["ru-RU"]}
                    """)
            ) {
                let settings = try await $0.helpdesk.settings()
                settings.primaryLanguage == "en"
                settings.supportedLanguages == ["ru-RU", "es"]
                settings.portalLanguages == ["es"]
                settings.helpWidgetLanguages == ["ru-RU"]
            },
        ])
}

private let acmeAccount = Sample<HelpdeskAccount>(
    """
    {"organisation_id":284960733419037820,"organisation_name":"acme.myfreshworks.com","account_id":11,\
    "account_name":"Acme Tools","account_domain":"acme.freshdesk.com","bundle_id":22,"hipaa_compliant":false,\
    "total_agents":{"full_time":3,"occasional":1,"field_service":0,"collaborators":2},"timezone":"Berlin",\
    "data_center":"US","tier_type":"Paid Account","type":"classic","cloud_type":"support_desk",\
    "address":{"country":"DE","city":"Berlin","primary_street":"Torstr. 1","postalcode":"10119"},\
    "contact_person":{"firstname":"Sam","lastname":"Cole","email":"sam@acme.test"}}
    """
) {
    $0.organizationID == 284_960_733_419_037_820
    $0.organizationName == "acme.myfreshworks.com"
    $0.accountID == 11
    $0.accountName == "Acme Tools"
    $0.accountDomain == "acme.freshdesk.com"
    $0.bundleID == 22
    $0.isHIPAACompliant == false
    $0.totalAgents == ["full_time": 3, "occasional": 1, "field_service": 0, "collaborators": 2]
    $0.timeZone == "Berlin"
    $0.dataCenter == "US"
    $0.tierType == "Paid Account"
    $0.type == "classic"
    $0.cloudType == "support_desk"
    $0.address == ["country": "DE", "city": "Berlin", "primary_street": "Torstr. 1", "postalcode": "10119"]
    $0.contactPerson == ["firstname": "Sam", "lastname": "Cole", "email": "sam@acme.test"]
}
