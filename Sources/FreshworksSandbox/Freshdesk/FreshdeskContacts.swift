import Foundation
import FreshworksCore

/// Customers.
extension FreshdeskService {
    static let contacts = FreshdeskRecords(
        "contacts", noun: "contact", firstID: firstUser,
        filters: [
            .text("email") { contact, address in addresses(of: contact).contains { $0.equalsIgnoringCase(address) } },
            .equal("mobile"), .equal("phone"), .link("company_id", to: "companies", "company"),
            .choice("state", of: ["blocked", "deleted", "unverified", "verified"]),
            .choice("contact_type", of: ["contact", "visitor"]) { $0["contact_type"]?.stringValue == $1 },
            .since("_updated_since"),
        ],
        needed: ["email", "phone", "mobile", "twitter_id", "unique_external_id", "social_handler"],
        softDeletion: "deleted", customFields: [CustomField("department", .text)],
        rules: FreshdeskRecords.Rules(
            allowsChange: requireLive, settle: settleContact, check: checkContact, kept: keepAvatar,
            listed: isListed, order: byText("name"), show: showContact)
    ) {
        RecordKey("active", .flag, false).readOnly
        RecordKey("contact_type", .text, "contact").readOnly
        RecordKey("name", .filled).required
        RecordKey("email", .address.orNull)
        RecordKey.texts("phone", "mobile")
        RecordKey("twitter_id", .text.orNull).unique
        RecordKey("unique_external_id", .text.orNull).unique
        RecordKey("social_handler", .objects, [])
        RecordKey("other_emails", .addresses, []).notInLists
        RecordKey("company_id", .id.orNull).pointing(to: "companies", "company")
        RecordKey("view_all_tickets", .flag)
        RecordKey("other_companies", .objects, [])
        RecordKey.texts("address", "description", "job_title")
        RecordKey("language", .text, "en")
        RecordKey("time_zone", .text, "Berlin")
        RecordKey("tags", .texts, []).notInLists
        RecordKey.custom("custom_fields")
        RecordKey("lookup_parameter", .choice("display_id", "primary_field_value")).onlyInRequests
        RecordKey.files("avatar", .null).notInLists
        RecordKey("deleted", .flag, false).readOnly.notInLists
        RecordKey("blocked", .flag, false).readOnly.onlyIfAsked
        RecordKey.nulls("first_name", "last_name", "visitor_id", "org_contact_id", "org_contact_id_str")
        RecordKey("other_phone_numbers", .texts, []).readOnly
        RecordKey.nulls("facebook_id", "csat_rating", "twitter_followers_count")
        RecordKey("preferred_source", .text, "email").readOnly
        RecordKey("twitter_profile_status", .flag, false).readOnly
        RecordKey.nulls("first_seen", "last_seen", "ip_address", "guest_name", "guest_profile_pic")
        RecordKey("devices", .objects, []).readOnly.notInLists
    }

    private static func addresses(of contact: JSONObject) -> [String] {
        ([contact["email"] ?? .null] + (contact["other_emails"]?.arrayValue ?? [])).compactMap(\.stringValue)
    }

    /// The agent or contact with an address; deleted contacts keep theirs.
    func user(email: String) -> JSONValue? {
        let agent = all(Self.agents).first { $0["contact"]?["email"]?.isSame(as: email) ?? false }
        let user =
            agent
            ?? all(Self.contacts).first { contact in
                Self.addresses(of: contact).contains { $0.equalsIgnoringCase(email) }
            }
        return user?["id"]
    }

    @Sendable private static func isListed(
        _ request: SandboxRequest, _ service: FreshdeskService
    ) -> (JSONObject) -> Bool {
        let state = request.query["state"]
        return { contact in
            let (isDeleted, isBlocked) = (contact["deleted"] == true, contact["blocked"] == true)
            return switch state {
            case "blocked": isBlocked && !isDeleted
            case "deleted": isDeleted
            case "verified": contact["active"] == true && !isDeleted && !isBlocked
            case "unverified": contact["active"] != true && !isDeleted && !isBlocked
            default: !isDeleted && !isBlocked
            }
        }
    }

    private static func settleContact(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        service.settle(contact: &writing.record, isCompanySet: writing["company_id"] != nil)
    }

    /// Keeps what follows from other keys: the company from the address, what a contact of none may see, and the parts of a name.
    func settle(contact: inout JSONObject, isCompanySet: Bool = false) {
        if !isCompanySet && contact["company_id"] == .null, let domain = Self.domain(of: contact["email"]) {
            let company = all(Self.companies).first { $0["domains"]?.arrayValue?.contains(domain) ?? false }
            contact["company_id"] = company?["id"] ?? .null
        }
        if contact["company_id"] == .null {
            contact["view_all_tickets"] = .null
        } else if contact["view_all_tickets"] == .null {
            contact["view_all_tickets"] = false
        }
        let names = contact["name"]?.stringValue?.split(separator: " ", maxSplits: 1).map {
            JSONValue.string(String($0))
        }
        contact["first_name"] = names?.first ?? .null
        contact["last_name"] = names?.dropFirst().first ?? .null
        var generator = SeededGenerator(seed: UInt64(contact["id"]?.int64Value ?? 0), purpose: "freshdesk visitor")
        contact["visitor_id"] = .string(generator.uuid())
        // Beyond 2^53: reading it as a double changes it.
        let number = 1_450_000_000_000_000_000 + (contact["id"]?.int64Value ?? 0)
        contact["org_contact_id"] = .int(number)
        contact["org_contact_id_str"] = .string(String(number))
    }

    private static func domain(of address: JSONValue?) -> JSONValue? {
        address?.stringValue?.lowercased().split(separator: "@").last.map { .string(String($0)) }
    }

    private static func checkContact(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        if (writing["social_handler"]?.arrayValue ?? []).count > 10 { writing.refuse("social_handler", .tooMany(10)) }
        let link = JSONShape.object(["company_id": .id, "view_all_tickets": .flag])
        for other in writing["other_companies"]?.arrayValue ?? [] {
            for flaw in link.flaws(other, "other_companies") { writing.refuse(flaw.place, flaw.kind) }
            if let id = other["company_id"], id.int64Value != nil, !service.holds(id, in: "companies") {
                writing.refuse("other_companies.company_id", .dangling("company"))
            }
        }
        checkAvatar(&writing)
        service.checkAddress(&writing)
    }

    private static func checkAvatar(_ writing: inout Writing) {
        guard let part = writing.files("avatar").first else { return }
        func refuse(_ words: String) { writing.refuse("avatar", .said(code: "invalid_value", words)) }
        let name = (part.fileName ?? "").lowercased()
        if ![".jpg", ".jpeg", ".jpe", ".png"].contains(where: name.hasSuffix) {
            refuse("It should be a file of one of these types: '.jpg,.jpeg,.jpe,.png'")
        }
        if writing.files("avatar").count > 1 || part.content.count > 5 * 1024 * 1024 {
            refuse("It should be one file of at most 5 MB")
        }
    }

    @Sendable private static func keepAvatar(_ writing: inout Writing, _ service: inout FreshdeskService) {
        let avatar = service.attachments.add(writing.files("avatar"), now: writing.request.now).first
        writing.record["avatar"] = avatar ?? writing.record["avatar"]
    }

    /// Rows name other companies by their ids alone.
    @Sendable private static func showContact(
        _ shown: inout JSONObject, _ contact: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        if view == .row {
            let others = contact["other_companies"]?.arrayValue ?? []
            shown["other_companies"] = .array(others.compactMap { $0["company_id"] as JSONValue? })
        } else if var avatar = service.attachments.json(contact["avatar"], sizeKey: "size", request) {
            avatar["avatar_url"] = avatar["attachment_url"]
            avatar["attachment_url"] = nil
            avatar["thumb_url"] = nil
            shown["avatar"] = .object(avatar)
        }
    }

    /// The requesters of the seeded tickets: two thirds of them belong to a company by the domain of their address.
    mutating func seedContacts(now: Date) {
        for index in 0..<50 {
            let person = InventedPerson(
                index + 40, at: ["globex.example", "initech.example", "mail.example"][index % 3])
            var contact = blank(
                Self.contacts, id: .int(70_041_000_001 + index),
                at: now.addingTimeInterval(-100 * 86_400 + Double(index) * 3600))
            contact["active"] = .bool(index.isMultiple(of: 2))
            contact["name"] = .string(person.name)
            contact["email"] = .string(person.email)
            contact["phone"] = .string("+1 555 01\(10 + index)")
            settle(contact: &contact)
            keep(contact, Self.contacts)
        }
    }
}
