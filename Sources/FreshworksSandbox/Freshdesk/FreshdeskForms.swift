import Foundation
import FreshworksCore

/// Forms that customers write tickets with, and rules by which tickets change.
extension FreshdeskService {
    static let ticketForms = FreshdeskRecords(
        "ticket-forms", noun: "form", firstID: 70_008_000_000,
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator,
            begin: { form, service in form["last_updated_by"] = .int(firstAgent) },
            settle: { (writing, service) throws(SandboxReply) in
                let title = writing.record["title"]?.stringValue ?? ""
                let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
                writing.record["name"] = .string(words.joined(separator: "_"))
            }, check: checkForm, kept: keepFormFields,
            show: { shown, form, view, service, _ in
                let own = service.all(formFields).filter { $0["form"] == form["id"] }
                shown["fields"] = view == .row ? nil : .array(own.map { service.shown(formField: $0) })
            })
    ) {
        RecordKey("name", .text).readOnly
        RecordKey("title", .filled).required
        RecordKey("default", .flag, false).readOnly
        RecordKey("description", .text, "")
        RecordKey("fields", .list(of: .object(formFieldShapes, required: ["id"]), atLeast: 1)).required.onlyInRequests
        RecordKey.nulls("last_updated_by")
        RecordKey("portals", .any, []).readOnly
    }

    private static let formFieldShapes: [String: JSONShape] = [
        "id": .id, "label_for_customers": .filled, "customers_can_edit": .flag, "required_for_customers": .flag,
        "hint_for_customers": .text, "placeholder_for_customers": .text, "position": .integer,
    ]

    /// A field as one form asks for it; the same field of tickets may be in several forms.
    static let formFields = FreshdeskRecords(
        "ticket-forms/fields", noun: "field", firstID: 70_008_100_000, calls: [],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator)
    ) {
        RecordKey.nulls("form", "field")
        RecordKey("label_for_customers", .filled)
        RecordKey("customers_can_edit", .flag, true)
        RecordKey("required_for_customers", .flag, false)
        RecordKey("hint_for_customers", .text, "")
        RecordKey("placeholder_for_customers", .text, "")
        RecordKey("position", .integer, 1)
    }

    static let formRoutes = [
        Route<FreshdeskService>("GET", "ticket-forms", scope: "ticket-forms.view") {
            (request, service) throws(SandboxReply) in
            // A page has 50 forms at most.
            if let size = request.query["per_page"].flatMap({ Int($0) }), size > 50 {
                let words = "It should be a Positive Integer less than or equal to 50"
                try service.refuse("per_page", .said(code: "invalid_value", words))
            }
            return try service.list(ticketForms, request)
        },
        Route<FreshdeskService>("POST", "ticket-forms/{id}/clone", scope: "ticket-forms.create", cloneForm),
        Route<FreshdeskService>("GET", "ticket-forms/{form}/fields/{field}", scope: "ticket-forms.view") {
            (request, service) throws(SandboxReply) in
            let field = try service.formField(request)
            try service.checkBare(request)
            return .json(200, service.shown(formField: field))
        },
        Route<FreshdeskService>("PUT", "ticket-forms/{form}/fields/{field}", scope: "ticket-forms.edit") {
            (request, service) throws(SandboxReply) in
            let field = try service.formField(request)
            let changed = try service.write(try service.judge(request, of: field, formFields), formFields)
            return .json(200, service.shown(formField: changed.record))
        },
        Route<FreshdeskService>("DELETE", "ticket-forms/{form}/fields/{field}", scope: "ticket-forms.edit") {
            (request, service) throws(SandboxReply) in
            let field = try service.formField(request)
            try service.checkBare(request)
            service.remove(field, formFields)
            return .empty(204)
        },
    ]

    private func formField(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        try Self.requireAdministrator(request, self)
        let ids = ["form", "field"].map { SandboxRequest.id(request.parameters[$0] ?? "").map { JSONValue.int($0) } }
        guard let field = all(Self.formFields).first(where: { $0["form"] == ids[0] && $0["field"] == ids[1] }) else {
            throw .empty(404)
        }
        return field
    }

    /// The field of tickets, with what customers see of it in the form. Its times have no offset.
    private func shown(formField: JSONObject) -> JSONValue {
        var shown = self[Self.adminTicketFields, formField["field"]] ?? JSONObject()
        for key in Self.formFieldShapes.keys where key != "id" { shown[key] = formField[key] }
        for key in ["created_at", "updated_at"] {
            let time = formField[key]?.stringValue ?? ""
            shown[key] = .string(time.replacing("T", with: " ").replacing("Z", with: ""))
        }
        return .object(shown)
    }

    @Sendable private static func checkForm(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard let fields = writing["fields"]?.arrayValue else { return }
        let names = fields.map { service[adminTicketFields, $0["id"]]?["name"] }
        if names.contains(nil) { writing.refuse("fields", .dangling("ticket field")) }
        if !["requester", "company"].allSatisfy({ names.contains(.string($0)) }) {
            writing.refuse("fields", .said(code: "missing_field", "The requester and the company must be there"))
        }
    }

    @Sendable private static func keepFormFields(_ writing: inout Writing, _ service: inout FreshdeskService) {
        guard let fields = writing["fields"]?.arrayValue else { return }
        for old in service.all(formFields) where old["form"] == writing.record["id"] { service.remove(old, formFields) }
        for (index, sent) in fields.enumerated() {
            var field = service.blank(formFields, at: writing.request.now)
            for key in formFieldShapes.keys where key != "id" { field[key] = sent[key] ?? field[key] }
            field["position"] = sent["position"] ?? .int(index + 1)
            field["form"] = writing.record["id"]
            field["field"] = sent["id"]
            if let id = field["id"] { service.spendID(id, of: formFields) }
            service.keep(field, formFields)
        }
    }

    private static func cloneForm(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let form = try service.record(of: ticketForms, request)
        try service.checkBare(request)
        let fields = service.all(formFields).filter { $0["form"] == form["id"] }.map { field -> JSONValue in
            let members = formFieldShapes.keys.compactMap { key in
                (key == "id" ? field["field"] : field[key]).map { (key, $0) }
            }
            return .object(JSONObject(members.filter { !$0.1.isNull }))
        }
        let title = "Copy of \(form["title"]?.stringValue ?? "")"
        return try service.call("POST", ["ticket-forms"], ["title": .string(title), "fields": .array(fields)], request)
    }

    static let automationRules = FreshdeskRecords(
        "automations/rules", noun: "rule", firstID: 70_009_000_000, calls: [.create, .view, .update, .delete],
        in: FreshdeskRecords.Parent(
            "automations", "rules", key: "automation_type_id", isWhole: true, values: [1, 3, 4]),
        rules: FreshdeskRecords.Rules(admits: requireAdministrator, settle: settleRule, check: checkRule)
    ) {
        RecordKey("name", .filled).required
        RecordKey("description", .text, "")
        RecordKey("position", .integer, 1)
        RecordKey("active", .flag, true)
        RecordKey.nulls("automation_type_id", "last_updated_by", "affected_tickets_count")
        RecordKey("performer", .object, nil)
        RecordKey("events", .objects, nil)
        RecordKey("conditions", .objects, [])
        RecordKey("operator", .text, nil)
        RecordKey("actions", .objects, []).required
        RecordKey("outdated", .flag, false).readOnly
        RecordKey("summary", .object, [:]).readOnly
    }

    static let scenarios = FreshdeskRecords(
        "scenario_automations", noun: "scenario", firstID: 70_009_100_000, calls: [.list, .view]
    ) {
        RecordKey("name", .filled).required
        RecordKey("description", .text, "")
        RecordKey("actions", .objects, [])
        RecordKey("private", .flag, false)
    }

    static let automationRoutes = [
        Route<FreshdeskService>("GET", "automations/{parent}/rules", scope: "automations_rules.view") {
            (request, service) throws(SandboxReply) in
            try requireAdministrator(request, service)
            let type = try service.holder(of: automationRules, request)
            try service.refuse(service.check(request.query, automationRules), nil)
            let found = service.all(automationRules).filter { automationRules.isHeld($0, by: type) }
            let page = FreshdeskPage(request.query, lastPage: .max).reply(found, to: request) {
                service.show($0, .row, automationRules, request)
            }
            var reply = page
            let rows = (try? JSONValue(parsing: page.body)) ?? []
            reply.body = JSONValue.object([
                "rules": rows, "meta": ["count": .int(found.count), "cascading_rules": true],
            ]).serialized()
            return reply
        }
    ]

    /// Rules about updates alone have events; a rule without conditions gets an empty one.
    @Sendable private static func settleRule(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        writing.record["last_updated_by"] = try service.caller(of: writing.request)["id"]
        if (writing.record["conditions"] ?? []).isBlank {
            writing.record["conditions"] = [["name": "condition_set_1", "match_type": "all", "properties": []]]
        }
    }

    @Sendable private static func checkRule(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let isUpdate = writing.record["automation_type_id"] == 4
        for key in ["events", "performer"] where !isUpdate && writing[key] != nil { writing.refuse(key, .unknown) }
        let parts = ["url", "request_type", "content_type"]
        for action in writing["actions"]?.arrayValue ?? [] {
            let count = parts.count { action[$0] != nil }
            // So the service answers an action that calls a web service and lacks a part.
            if (1..<parts.count).contains(count) { throw SandboxReply.page(500, title: "Something went wrong") }
        }
    }

    mutating func seedForms() {
        plant(Self.scenarios, ["Mark as problem"]) { scenario, _ in
            scenario["actions"] = [["name": "ticket_type", "value": "Problem"]]
        }
    }
}
