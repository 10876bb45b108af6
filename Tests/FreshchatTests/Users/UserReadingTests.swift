import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Reading Freshchat users")
struct UserReadingTests {
    private static let example = #"""
        {"id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11","created_time":"2024-03-05T09:07:33.120Z",\#
        "updated_time":"2024-03-06T11:00:00.004Z","email":"mira@example.org","phone":"+4930555010",\#
        "first_name":"Mira","last_name":"Holm","avatar":{"url":"https://img.example.org/mira.png"},\#
        "reference_id":"crm-1042","restore_id":"b6a0d0de-11aa-4f51-8f0e-7c7d4a4c2b10",\#
        "properties":[{"name":"plan","value":"gold"}],\#
        "social_profiles":[{"type":"linkedin","id":"mira-holm"}],"login_status":false,\#
        "org_contact_id":"1712345678901234567"}
        """#

    @Test("every documented property of the example")
    func example() throws {
        let probe = try RecordProbe<User>(Self.example)
        #expect(probe.record.id == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        probe.reads(\.createdAt, time(1_709_629_653, 120))
        probe.reads(\.updatedAt, time(1_709_722_800, 4))
        probe.reads(\.email, "mira@example.org")
        probe.reads(\.phone, "+4930555010")
        probe.reads(\.firstName, "Mira")
        probe.reads(\.lastName, "Holm")
        probe.reads(\.avatar?.url?.absoluteString, "https://img.example.org/mira.png")
        probe.reads(\.referenceID, "crm-1042")
        probe.reads(\.restoreID, "b6a0d0de-11aa-4f51-8f0e-7c7d4a4c2b10")
        #expect(probe.record.properties == ["plan": "gold"])
        probe.reads(\.socialProfiles, [SocialProfile(type: .linkedIn, id: "mira-holm")])
        probe.reads(\.isLoggedIn, false)
        probe.reads(\.orgContactID, "1712345678901234567")
    }

    @Test("unknown keys, unknown words, ids as numbers, an avatar without an address")
    func surprises() throws {
        let user = try RecordProbe<User>(
            #"{"id":7,"later":[1.50],"avatar":{},"social_profiles":[{"type":"Mastodon","id":9}],"#
                + #""properties":[{"name":"seats","value":12},{"name":"empty","value":null},{"name":"vip","value":true}],"org_contact_id":17}"#
        ).record
        #expect(user.id == "7")
        #expect(user.avatar != nil)
        #expect(user.avatar?.url == nil)
        #expect(user.socialProfiles == [SocialProfile(type: .init(rawValue: "mastodon"), id: "9")])
        #expect(user.properties == ["seats": 12, "empty": .null, "vip": true])
        let seats: String? = user.properties["seats"]
        let isVIP: Bool? = user.properties["vip"]
        #expect(seats == "12")
        #expect(isVIP == true)
        #expect(user.orgContactID == "17")
    }

    @Test("a row without an id is an error that names it")
    func unreadableRow() async throws {
        let wire = ScriptedTransport(.json(200, page("users", #"{"id":"a"},{"email":"x"}"#)))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(wire).users.list(.everyone).all()
        }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message == "row 1: id is missing or not a string")
    }

    @Test("a reference keeps its object")
    func reference() throws {
        #expect(try RecordProbe<ConversationReference>(#"{"id":"c1","later":null}"#).record.id == "c1")
    }
}
