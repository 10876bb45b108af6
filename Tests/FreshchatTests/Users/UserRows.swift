import Foundation
import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, users.
extension EndpointFolder {
    static let users = EndpointFolder(
        "Users", 7,
        """
        GET users
        POST users
        POST users/fetch
        GET users/{id}
        PUT users/{id}
        DELETE users/{id}
        GET users/{id}/conversations
        """,
        calls: userReads, userChanges)

    private static let mira = Sample<User>(
        """
        {"id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11","created_time":"2024-03-05T09:07:33.120Z",\
        "updated_time":"2024-03-06T11:00:00.004Z","email":"mira@example.org","phone":"+4930555010",\
        "first_name":"Mira","last_name":"Holm","avatar":{"url":"https://img.example.org/mira.png"},\
        "reference_id":"crm-1042","restore_id":"b6a0d0de-11aa-4f51-8f0e-7c7d4a4c2b10",\
        "properties":[{"name":"plan","value":"gold"}],"social_profiles":[],"login_status":false,\
        "org_contact_id":"1712345678901234567"}
        """
    ) { user in
        user.id == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"
        user.createdAt == time(1_709_629_653, 120)
        user.updatedAt == time(1_709_722_800, 4)
        user.email == "mira@example.org"
        user.phone == "+4930555010"
        user.firstName == "Mira"
        user.lastName == "Holm"
        user.avatar?.url?.absoluteString == "https://img.example.org/mira.png"
        user.referenceID == "crm-1042"
        user.restoreID == "b6a0d0de-11aa-4f51-8f0e-7c7d4a4c2b10"
        user.properties == ["plan": "gold"]
        user.socialProfiles == []
        user.isLoggedIn == false
        user.orgContactID == "1712345678901234567"
    }

    private static let userReads: [WireCall] = [
        .reading(
            "GET users", "users?created_from=2000-01-01T00%3A00%3A00.000Z&items_per_page=50",
            answer: .json(200, page("users", mira.text)), unread: paginationPlaces
        ) {
            mira.facts(try await $0.users.list().all())
        },
        .reading(
            "POST users/fetch", "users/fetch", #"{"ids":["5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11","gone"]}"#,
            answer: mira.list(under: "users")
        ) {
            mira.facts(try await $0.users.fetch(["5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11", "gone"]))
        },
        .reading("GET users/{id}", "users/5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11", answer: mira.answer()) {
            mira.facts(try await $0.users.get("5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"))
        },
        .reading(
            "GET users/{id}/conversations", "users/u1/conversations",
            answer: .json(200, #"{"conversations":[{"id":"9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a"},{"id":"c2"}]}"#)
        ) {
            try await $0.users.conversations(of: "u1").all().map(\.id) == [
                "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a", "c2",
            ]
        },
    ]

    private static let userChanges: [WireCall] = [
        .reading(
            "POST users", "users",
            """
            {"email":"mira@example.org","first_name":"Mira","last_name":"Holm","phone":"+4930555010",\
            "reference_id":"crm-1042","avatar":{"url":"https://img.example.org/mira.png"},\
            "properties":[{"name":"plan","value":"gold"}],"social_profiles":[{"type":"twitter","id":"mira"}]}
            """, answer: mira.answer()
        ) {
            var draft = UserDraft(
                email: "mira@example.org", firstName: "Mira", lastName: "Holm", phone: "+4930555010",
                referenceID: "crm-1042")
            draft.avatar = Picture(url: try #require(URL(string: "https://img.example.org/mira.png")))
            draft.properties = ["plan": "gold"]
            draft.socialProfiles = [SocialProfile(type: .twitter, id: "mira")]
            mira.facts(try await $0.users.create(draft))
        },
        .reading("PUT users/{id}", "users/u1", #"{"phone":"","properties":[]}"#, answer: mira.answer()) {
            let update = UserUpdate {
                $0.phone = .clear
                $0.properties = [:]
            }
            mira.facts(try await $0.users.update("u1", update))
        },
        .reading(
            "PUT users/{id}", "users/u1",
            """
            {"email":"m@example.org","first_name":"M","last_name":"H","phone":"1","reference_id":"r",\
            "avatar":{"url":"https://img.example.org/m.png"},"properties":[{"name":"seats","value":"12"}],\
            "social_profiles":[{"type":"mastodon","id":"m"}]}
            """, answer: mira.answer()
        ) {
            let update = try UserUpdate {
                $0.email = "m@example.org"
                $0.firstName = "M"
                $0.lastName = "H"
                $0.phone = "1"
                $0.referenceID = "r"
                $0.avatar = Picture(url: try #require(URL(string: "https://img.example.org/m.png")))
                $0.properties = ["seats": "12"]
                $0.socialProfiles = [SocialProfile(type: .init(rawValue: "mastodon"), id: "m")]
            }
            mira.facts(try await $0.users.update("u1", update))
        },
        .silent("DELETE users/{id}", "users/u1", answer: .json(202, accepted)) { try await $0.users.delete("u1") },
    ]
}
