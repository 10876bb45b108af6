import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, marketing lists.
extension EndpointFolder {
    static let lists = EndpointFolder(
        "Lists", 7,
        """
        POST lists
        GET lists
        PUT lists/{id}
        GET contacts/lists/{id}
        PUT lists/{id}/add_contacts
        PUT lists/{id}/remove_contacts
        PUT lists/{id}/move_contacts
        """,
        calls: [

            .reading(
                "POST lists", "lists", #"{"name":"News"}"#, answer: .json(200, #"{"list":{"id":8,"name":"News"}}"#)
            ) {
                let list = try await $0.lists.create(MarketingListDraft(name: "News"))
                list.id == 8
                list.name == "News"
            },
            .reading(
                "GET lists", "lists?per_page=100",
                answer: .json(200, #"{"lists":[{"id":8}],"meta":{"total_pages":1}}"#)
            ) { try await $0.lists.list().all().map(\.id) == [8] },
            .reading("PUT lists/{id}", "lists/8", #"{"name":"Old"}"#, answer: .json(200, #"{"list":{"id":8}}"#)) {
                try await $0.lists.update(8, MarketingListUpdate { $0.name = "Old" }).id == 8
            },
            .reading(
                "GET contacts/lists/{id}", "contacts/lists/8?per_page=100",
                answer: .json(200, #"{"contacts":[{"id":5}],"meta":{"total_pages":1}}"#)
            ) { try await $0.lists.contacts(of: 8).all().map(\.id) == [5] },
            .silent(
                "PUT lists/{id}/add_contacts", "lists/8/add_contacts", #"{"ids":[5,6]}"#, answer: .empty(200)
            ) { try await $0.lists.add([5, 6], to: 8) },
            .silent(
                "PUT lists/{id}/remove_contacts", "lists/8/remove_contacts", #"{"ids":[5]}"#, answer: .empty(200)
            ) { try await $0.lists.remove([5], from: 8) },
            .silent(
                "PUT lists/{id}/remove_contacts", "lists/8/remove_contacts", #"{"all":true}"#, answer: .empty(200)
            ) { try await $0.lists.removeAll(from: 8) },
            .silent(
                "PUT lists/{id}/move_contacts", "lists/8/move_contacts", #"{"ids":[5],"from_list_id":7}"#,
                answer: .json(200, #"{"message":"ok"}"#)
            ) { try await $0.lists.move([5], from: 7, to: 8) },
        ])
}
