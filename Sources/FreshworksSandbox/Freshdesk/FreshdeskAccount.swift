import Foundation
import FreshworksCore

/// The account as a whole.
extension FreshdeskService {
    static let accountRoutes = [
        Route<FreshdeskService>("GET", "account", scope: "account.view", viewAccount),
        Route<FreshdeskService>("POST", "account/export", scope: "account.manage", exportAccount),
    ]

    private static func viewAccount(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.checkBare(request)
        let people = service.all(agents)
        let account = String(service.supportAddress.split(separator: "@").last ?? "")
        let occasional = people.count { $0["occasional"] == true }
        return .json(
            200,
            [
                "organisation_id": 284_960_733_419_037_820, "organisation_name": "acme.myfreshworks.com",
                "account_id": 1_840_509, "account_name": "Acme", "account_domain": .string(account), "bundle_id": .null,
                "hipaa_compliant": false,
                "total_agents": [
                    "full_time": .int(people.count - occasional), "occasional": .int(occasional), "field_service": 0,
                    "collaborators": 0,
                ],
                "timezone": "Berlin", "data_center": "US", "tier_type": "Forest",
                "address": ["country": "DE", "state": "", "city": "Berlin", "street": "", "postalcode": "10115"],
                "contact_person": [
                    "firstname": "Avery", "lastname": "Stone", "email": .string(service.login.email),
                ],
            ])
    }

    private static let exportable = [
        "tickets", "archive_tickets", "contacts", "companies", "groups", "forums", "canned_responses", "surveys",
        "solutions",
    ]

    private static func exportAccount(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try requireAdministrator(request, service)
        let times = ["start_date", "end_date"]
        let writing = try service.sent(request) {
            RecordKey(
                "date_range", .object(["start_date": .time, "end_date": .time], required: times)
            ).required
            RecordKey(
                "resources",
                .list(
                    of: .object(["name": .choice(of: exportable), "include": .texts], required: ["name"]), atLeast: 1)
            ).required
            RecordKey("output_format", .choice("json", "xml")).required
        }
        let count = writing["resources"]?.arrayValue?.count ?? 0
        let begun = service.begin("account-export", failed: 0, of: count, isNumber: true, request)
        let answer = (try? JSONValue(parsing: begun.body)) ?? .null
        return .json(
            202,
            [
                "job": [
                    "id": answer["job_id"] ?? .null, "link": ["href": answer["href"] ?? .null, "method": "GET"],
                ]
            ])
    }
}
