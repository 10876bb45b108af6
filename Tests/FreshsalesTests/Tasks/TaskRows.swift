import Foundation
import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, tasks.
extension EndpointFolder {
    static let tasks = EndpointFolder(
        "Tasks", 5,
        """
        POST tasks
        GET tasks/{id}
        GET tasks
        PUT tasks/{id}
        DELETE tasks/{id}
        """,
        calls: [

            .reading(
                "POST tasks", "tasks",
                #"""
                {"task":{"title":"Send quote","due_date":"2025-02-06T16:00:00Z","owner_id":7,"targetable_type":"Contact",
                "targetable_id":5,"task_users_attributes":[{"user_id":9}]}}
                """#, answer: .json(201, #"{"task":{"id":8}}"#)
            ) {
                try await $0.tasks.create(
                    SalesTaskDraft("Send quote", due: Date(timeIntervalSince1970: 1_738_857_600), owner: 7) {
                        $0.target = .contact(5)
                        $0.collaboratorIDs = [9]
                    }
                ).id == 8
            },
            .reading(
                "GET tasks/{id}", "tasks/8?include=owner%2Ctargetable%2Cusers",
                answer: .json(200, #"{"users":[{"id":7}],"task":{"id":8,"owner_id":7}}"#)
            ) {
                let task = try await $0.tasks.get(8, include: [.owner, .users, .target])
                task.id == 8
                task.ownerID == 7
                task.owner?.id == 7
            },
            .reading(
                "GET tasks", "tasks?filter=due_today&per_page=100",
                answer: .json(200, #"{"tasks":[{"id":8}],"meta":{"total":1}}"#), unread: [".meta.total"]
            ) { try await $0.tasks.list(.dueToday).first()?.id == 8 },
            .reading(
                "PUT tasks/{id}", "tasks/8", #"{"task":{"status":1}}"#,
                answer: .json(200, #"{"task":{"id":8,"status":1}}"#)
            ) {
                let task = try await $0.tasks.complete(8)
                task.id == 8
                task.status == .completed
            },
            .silent("DELETE tasks/{id}", "tasks/8", answer: .json(200, "true")) { try await $0.tasks.delete(8) },
        ])
}
