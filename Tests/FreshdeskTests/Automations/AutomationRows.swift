import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, automations; the first {id} of a rule is its type.
extension EndpointFolder {
    static let automations = EndpointFolder(
        "Automations", 7,
        """
        GET automations/{id}/rules
        POST automations/{id}/rules
        GET automations/{id}/rules/{id}
        PUT automations/{id}/rules/{id}
        DELETE automations/{id}/rules/{id}
        GET scenario_automations
        GET scenario_automations/{id}
        """,
        calls: [
            .reading(
                "GET automations/{id}/rules", "automations/3/rules?per_page=100",
                answer: .json(200, #"{"rules":[\#(rule.text)],"meta":{"count":null}}"#)
            ) { rule.facts(try await $0.automations(.hourly).list().all()) },
            .reading(
                "POST automations/{id}/rules", "automations/4/rules",
                """
                {"name":"Escalate","actions":[{"field_name":"priority","value":4}],"events":[{"field_name":"status",\
                "from":"--","to":2}],"conditions":[{"name":"condition_set_1","match_type":"all","properties":[{"field_name":"type"}]}],\
                "operator":"condition_set_1"}
                """, answer: rule.answer(201)
            ) {
                rule.facts(
                    try await $0.automations(.ticketUpdate).create(
                        AutomationRuleDraft(name: "Escalate", actions: [AutomationAction("priority", 4)]) {
                            $0.events = [["field_name": "status", "from": "--", "to": 2]]
                            $0.conditions = [
                                AutomationConditions(name: "condition_set_1", match: .all, [["field_name": "type"]])
                            ]
                            $0.conditionOperator = "condition_set_1"
                        }))
            },
            .reading("GET automations/{id}/rules/{id}", "automations/1/rules/7", answer: rule.answer()) {
                rule.facts(try await $0.automations(.ticketCreation).get(7))
            },
            .reading(
                "PUT automations/{id}/rules/{id}", "automations/1/rules/7", #"{"active":false}"#, answer: rule.answer()
            ) {
                rule.facts(
                    try await $0.automations(.ticketCreation).update(7, AutomationRuleUpdate { $0.isActive = false }))
            },
            // Some answers spell the summary in upper case.
            .reading(
                "GET automations/{id}/rules/{id}", "automations/4/rules/8",
                answer: .json(200, #"{"id":8,"Summary":{"actions":["x"]}}"#)
            ) {
                let rule = try await $0.automations(.ticketUpdate).get(8)
                rule.id == 8
                rule.summary == ["actions": ["x"]]
            },
            .silent("DELETE automations/{id}/rules/{id}", "automations/1/rules/7") {
                try await $0.automations(.ticketCreation).delete(7)
            },
            .reading("GET scenario_automations", "scenario_automations?per_page=100", answer: scenario.list()) {
                scenario.facts(try await $0.scenarioAutomations.list().all())
            },
            .reading("GET scenario_automations/{id}", "scenario_automations/1", answer: scenario.answer()) {
                scenario.facts(try await $0.scenarioAutomations.get(1))
            },
        ])
}

private let rule = Sample<AutomationRule>(
    """
    {"id":7,"name":"Escalate","description":"What is urgent","position":2,"active":true,"automation_type_id":4,\
    "outdated":true,"affected_tickets_count":12,"last_updated_by":5,"performer":{"type":1},\
    "events":[{"field_name":"status","from":"--","to":2}],"operator":"condition_set_1",\
    "conditions":[{"name":"condition_set_1","match_type":"any","properties":[{"field_name":"priority","operator":"in",\
    "value":[4]}],"new":1}],"actions":[{"field_name":"priority","value":4},{"url":"https://a.example/hook",\
    "request_type":"POST","content_type":"JSON","content_layout":"2","content":"{}",\
    "custom_headers":{"X-Webhook-Secret":"s"}}],"summary":{"actions":["Set priority"]},\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 7
    $0.name == "Escalate"
    $0.description == "What is urgent"
    $0.position == 2
    $0.isActive == true
    $0.typeID == .ticketUpdate
    $0.isOutdated == true
    $0.affectedTicketsCount == 12
    $0.lastUpdatedBy == 5
    $0.performer == ["type": 1]
    $0.events == [["field_name": "status", "from": "--", "to": 2]]
    $0.conditionOperator == "condition_set_1"
    $0.conditions?.map(\.name) == ["condition_set_1"]
    $0.conditions?.map(\.matchType) == [.any]
    $0.conditions?.map(\.properties) == [[["field_name": "priority", "operator": "in", "value": [4]]]]
    // What is not known is kept.
    $0.conditions?.first?.json["new"] == 1
    $0.actions?.first?.fieldName == "priority"
    $0.actions?.first?.value == 4
    $0.actions?.last?.url?.absoluteString == "https://a.example/hook"
    $0.actions?.last?.requestType == "POST"
    $0.actions?.last?.contentType == "JSON"
    $0.actions?.last?.contentLayout == "2"
    $0.actions?.last?.content == "{}"
    $0.actions?.last?.customHeaders == ["X-Webhook-Secret": "s"]
    $0.summary == ["actions": ["Set priority"]]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let scenario = Sample<ScenarioAutomation>(
    """
    {"id":1,"name":"Make it a problem","description":"And close it","private":true,\
    "actions":[{"name":"ticket_type","value":"Problem"}],"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 1
    $0.name == "Make it a problem"
    $0.description == "And close it"
    $0.isPrivate == true
    $0.actions == [["name": "ticket_type", "value": "Problem"]]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
