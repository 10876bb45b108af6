import Foundation
import Freshdesk
import TestSupport
import Testing

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
                answer: .json(
                    200, #"{"rules":[{"id":7,"outdated":true,"Summary":{"actions":["x"]}}],"meta":{"count":1}}"#)
            ) {
                let rule = try await $0.automations(.hourly).list().first()
                return rule?.isOutdated == true && rule?.summary == ["actions": ["x"]]
            },
            WireCall(
                "POST automations/{id}/rules", "automations/4/rules",
                """
                {"name":"Escalate","actions":[{"field_name":"priority","value":4}],"events":[{"field_name":"status",\
                "from":"--","to":2}],"conditions":[{"name":"condition_set_1","match_type":"all","properties":[{"field_name":"type"}]}],\
                "operator":"condition_set_1"}
                """
            ) {
                try await $0.automations(.ticketUpdate).create(
                    AutomationRuleDraft(name: "Escalate", actions: [AutomationAction("priority", 4)]) {
                        $0.events = [["field_name": "status", "from": "--", "to": 2]]
                        $0.conditions = [
                            AutomationConditions(name: "condition_set_1", match: .all, [["field_name": "type"]])
                        ]
                        $0.conditionOperator = "condition_set_1"
                    })
            },
            WireCall(
                "GET automations/{id}/rules/{id}", "automations/1/rules/7",
                answer: .json(
                    200,
                    #"""
                    {"id":7,"summary":{"actions":[]},"automation_type_id":1,"conditions":[{"name":"condition_set_1",
                     "match_type":"any","properties":[{"field_name":"priority","operator":"in","value":[4]}],"new":1}],
                     "actions":[{"field_name":"priority","value":4},{"url":"https://a.example/hook",
                     "request_type":"POST","content_type":"JSON","content_layout":"2","content":"{}",
                     "custom_headers":{"X-Webhook-Secret":"s"}}]}
                    """#)
            ) {
                let rule = try await $0.automations(.ticketCreation).get(7)
                #expect(rule.typeID == .ticketCreation)
                let set = try #require(rule.conditions?.first)
                #expect(set.name == "condition_set_1")
                #expect(set.matchType == .any)
                #expect(set.properties == [["field_name": "priority", "operator": "in", "value": [4]]])
                #expect(set.json["new"] == 1)
                #expect(rule.actions?.first?.fieldName == "priority")
                #expect(rule.actions?.first?.value == 4)
                let hook = try #require(rule.actions?.last)
                #expect(hook.url?.absoluteString == "https://a.example/hook")
                #expect(hook.requestType == "POST")
                #expect(hook.contentType == "JSON")
                #expect(hook.contentLayout == "2")
                #expect(hook.content == "{}")
                #expect(hook.customHeaders == ["X-Webhook-Secret": "s"])
            },
            WireCall("PUT automations/{id}/rules/{id}", "automations/1/rules/7", #"{"active":false}"#) {
                try await $0.automations(.ticketCreation).update(7, AutomationRuleUpdate { $0.isActive = false })
            },
            WireCall("DELETE automations/{id}/rules/{id}", "automations/1/rules/7", answer: .empty(204)) {
                try await $0.automations(.ticketCreation).delete(7)
            },
            .reading(
                "GET scenario_automations", "scenario_automations?per_page=100",
                answer: .json(200, #"[{"id":1,"actions":[{"name":"ticket_type","value":"Problem"}],"private":true}]"#)
            ) {
                let scenario = try await $0.scenarioAutomations.list().first()
                return scenario?.isPrivate == true && scenario?.actions?.count == 1
            },
            WireCall("GET scenario_automations/{id}", "scenario_automations/1") {
                _ = try await $0.scenarioAutomations.get(1)
            },
        ])
}
