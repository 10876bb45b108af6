import Foundation
import FreshworksCore

extension FreshdeskService {
    static let contactRoutes = [
        Route<FreshdeskService>("GET", "contacts") { request, service throws(SandboxReply) in
            try service.listContacts(request)
        },
        Route<FreshdeskService>("POST", "contacts") { request, service throws(SandboxReply) in
            try service.createContact(request)
        },
        Route<FreshdeskService>("GET", "contacts/{id}") { request, service throws(SandboxReply) in
            let index = try service.contactIndex(request)
            try request.checkBare()
            return .json(200, service.json(service.contacts[index], request))
        },
        Route<FreshdeskService>("PUT", "contacts/{id}") { request, service throws(SandboxReply) in
            try service.updateContact(request)
        },
        Route<FreshdeskService>("DELETE", "contacts/{id}") { request, service throws(SandboxReply) in
            let index = try service.contactIndex(request)
            guard !service.contacts[index].isFrozen else { throw FreshdeskReplies.frozen(request) }
            try request.checkBare()
            service.contacts[index].isDeleted = true
            service.contacts[index].updatedAt = request.now
            return .empty(204)
        },
    ]

    private static let contactFields = [
        FreshdeskField("name", .text, required: true), FreshdeskField("email", .email, nullable: true),
        FreshdeskField("phone", .text, nullable: true), FreshdeskField("mobile", .text, nullable: true),
        FreshdeskField("twitter_id", .text, nullable: true),
        FreshdeskField("unique_external_id", .text, nullable: true), FreshdeskField("social_handler", .objects),
        FreshdeskField("other_emails", .emails), FreshdeskField("company_id", .id, nullable: true),
        FreshdeskField("view_all_tickets", .flag), FreshdeskField("other_companies", .objects),
        FreshdeskField("address", .text, nullable: true), FreshdeskField("description", .text, nullable: true),
        FreshdeskField("job_title", .text, nullable: true), FreshdeskField("language", .text),
        FreshdeskField("time_zone", .text), FreshdeskField("tags", .texts),
        FreshdeskField("custom_fields", .custom([FreshdeskField("department", .text, nullable: true)])),
        FreshdeskField("lookup_parameter", .oneOfTexts(["display_id", "primary_field_value"])),
        FreshdeskField("avatar", .files),
    ]

    private func contactIndex(_ request: SandboxRequest) throws(SandboxReply) -> Int {
        let id = try request.id()
        guard let index = contacts.firstIndex(where: { $0.id == id }) else { throw .empty(404) }
        return index
    }

    private func json(_ contact: FreshdeskContact, _ request: SandboxRequest) -> JSONValue {
        guard let avatar = contact.avatar, var object = attachments.json(avatar, sizeKey: "size", request).objectValue
        else { return contact.json(avatar: .null) }
        object["avatar_url"] = object["attachment_url"] as JSONValue?
        object["attachment_url"] = nil as JSONValue?
        object["thumb_url"] = nil as JSONValue?
        return contact.json(avatar: .object(object))
    }

    private func listContacts(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        var validation = FreshdeskValidation()
        let query = request.query
        validation.allowOnly(
            FreshdeskPage.parameters.union([
                "email", "mobile", "phone", "company_id", "state", "contact_type", "updated_since", "_updated_since",
            ]), in: query)
        let page = FreshdeskPage(query, &validation)
        let companyID = validation.id("company_id", in: query)
        if companyID != nil && FreshdeskDirectory.company(companyID) == nil {
            validation.refuseUnknown("company", "company_id")
        }
        for (name, values) in [
            ("state", ["blocked", "deleted", "unverified", "verified"]), ("contact_type", ["contact", "visitor"]),
        ] where query[name] != nil { _ = validation.choice(name, of: values, in: query) }
        let since = [
            validation.time("updated_since", in: query), validation.time("_updated_since", in: query),
        ].compactMap(\.self)
        try validation.finish()
        let found = contacts.filter { contact in
            let isInState =
                switch query["state"] {
                case "blocked": contact.isBlocked && !contact.isDeleted
                case "deleted": contact.isDeleted
                case "verified": contact.isActive && !contact.isFrozen
                case "unverified": !contact.isActive && !contact.isFrozen
                default: !contact.isFrozen
                }
            return isInState && query["contact_type"] != "visitor"
                && (query["email"].map { email in contact.emails.contains { $0.equalsIgnoringCase(email) } } ?? true)
                && ["mobile", "phone"].allSatisfy { name in
                    query[name].map { contact.fields[name] == .string($0) } ?? true
                }
                && (companyID == nil || contact.companyID == companyID)
                && since.allSatisfy { contact.updatedAt >= $0 }
        }
        return page.reply(found.sorted { ($0.name, $0.id) < ($1.name, $1.id) }, to: request) { $0.row }
    }

    private mutating func createContact(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.contactFields, &validation)
        var contact = FreshdeskContact(id: 0, createdAt: request.now, updatedAt: request.now)
        contact.apply(body, now: request.now)
        check(contact, body, &validation)
        try validation.finish()
        contact = FreshdeskContact(id: makeUserID(), createdAt: request.now, updatedAt: request.now)
        contact.apply(body, now: request.now)
        contact.avatar = attachments.add(body.files("avatar"), now: request.now).first
        contacts.append(contact)
        return FreshdeskReplies.created(json(contact, request), at: "contacts/\(contact.id)", request)
    }

    private mutating func updateContact(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let index = try contactIndex(request)
        guard !contacts[index].isFrozen else { throw FreshdeskReplies.frozen(request) }
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.contactFields, isUpdate: true, &validation)
        var contact = contacts[index]
        contact.apply(body, now: request.now)
        check(contact, body, &validation)
        try validation.finish()
        if let avatar = attachments.add(body.files("avatar"), now: request.now).first { contact.avatar = avatar }
        contacts[index] = contact
        return .json(200, json(contact, request))
    }

    /// Checks what a contact would be after a request.
    private func check(_ contact: FreshdeskContact, _ body: FreshdeskBody, _ validation: inout FreshdeskValidation) {
        let identifiers = ["email", "phone", "mobile", "twitter_id", "unique_external_id"]
        let handlers = contact.fields["social_handler"]?.arrayValue ?? []
        if handlers.isEmpty && identifiers.allSatisfy({ contact.fields[$0]?.isNull ?? true }) {
            validation.refuse("email", "missing_field", "Mandatory attribute missing")
        }
        if handlers.count > 10 {
            validation.refuse("social_handler", "invalid_value", "It can have at most 10 elements")
        }
        if body["company_id"]?.int64Value != nil && FreshdeskDirectory.company(contact.companyID) == nil {
            validation.refuseUnknown("company", "company_id")
        }
        checkOtherCompanies(body, &validation)
        checkAvatar(body.files("avatar"), &validation)
        let sent = [body["email"]?.stringValue].compactMap(\.self)
        if let owner = sent.compactMap({ user(email: $0) }).first, owner != contact.id {
            validation.refuseDuplicate("email", of: owner)
        }
        for name in ["twitter_id", "unique_external_id"] {
            guard let value = body[name]?.stringValue else { continue }
            if let other = contacts.first(where: { $0.fields[name] == .string(value) && $0.id != contact.id }) {
                validation.refuseDuplicate(name, of: other.id)
            }
        }
    }

    private func checkOtherCompanies(_ body: FreshdeskBody, _ validation: inout FreshdeskValidation) {
        let fields = [FreshdeskField("company_id", .id, required: true), FreshdeskField("view_all_tickets", .flag)]
        for item in body["other_companies"]?.arrayValue ?? [] {
            guard let object = item.objectValue else { continue }
            let judged = FreshdeskField.judge(object, fields, isForm: false, in: "other_companies.", &validation)
            if let id = judged["company_id"]?.int64Value, FreshdeskDirectory.company(id) == nil {
                validation.refuseUnknown("company", "other_companies.company_id")
            }
        }
    }

    private func checkAvatar(_ parts: [MultipartForm.Part], _ validation: inout FreshdeskValidation) {
        guard let part = parts.first else { return }
        let name = (part.fileName ?? "").lowercased()
        if ![".jpg", ".jpeg", ".jpe", ".png"].contains(where: name.hasSuffix) {
            validation.refuse(
                "avatar", "invalid_value", "It should be a file of one of these types: '.jpg,.jpeg,.jpe,.png'")
        }
        if parts.count > 1 || part.content.count > 5 * 1024 * 1024 {
            validation.refuse("avatar", "invalid_value", "It should be one file of at most 5 MB")
        }
    }

    /// The agent or contact with an address; deleted contacts keep theirs.
    func user(email: String) -> Int64? {
        agents.first { $0.email.equalsIgnoringCase(email) }?.id
            ?? contacts.first { contact in contact.emails.contains { $0.equalsIgnoringCase(email) } }?.id
    }
}
