import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Canned responses.
extension EndpointFolder {
    static let cannedResponses = EndpointFolder(
        "Canned responses", 9,
        """
        GET canned_response_folders
        POST canned_response_folders
        GET canned_response_folders/{id}
        PUT canned_response_folders/{id}
        GET canned_response_folders/{id}/responses
        POST canned_responses
        GET canned_responses/{id}
        PUT canned_responses/{id}
        POST canned_responses/bulk
        """,
        calls: [
            .reading("GET canned_response_folders", "canned_response_folders?per_page=100", answer: folder.list()) {
                folder.facts(try await $0.cannedResponses.folders.list().all())
            },
            // The sample of this answer spells the id so.
            .reading(
                "POST canned_response_folders", "canned_response_folders", #"{"name":"Folder"}"#,
                answer: .json(201, #"{"Id":82000044383,"name":"Folder"}"#)
            ) {
                let folder = try await $0.cannedResponses.folders.create(CannedResponseFolderDraft(name: "Folder"))
                folder.id == 82_000_044_383
                folder.name == "Folder"
            },
            .reading(
                "GET canned_response_folders/{id}", "canned_response_folders/1",
                answer: .json(200, #"{"id":1,"name":"Mine","canned_responses":[{"id":7,"title":"Hello"}]}"#)
            ) {
                let folder = try await $0.cannedResponses.folders.get(1)
                folder.id == 1
                folder.name == "Mine"
                folder.responses?.map(\.id) == [7]
                folder.responses?.map(\.title) == ["Hello"]
            },
            .reading(
                "PUT canned_response_folders/{id}", "canned_response_folders/1", #"{"name":"New"}"#,
                answer: folder.answer()
            ) {
                folder.facts(
                    try await $0.cannedResponses.folders.update(1, CannedResponseFolderUpdate { $0.name = "New" }))
            },
            .reading(
                "GET canned_response_folders/{id}/responses", "canned_response_folders/1/responses?per_page=100",
                answer: hello.list()
            ) { hello.facts(try await $0.cannedResponses.folders.responses(in: 1).all()) },
            .reading(
                "POST canned_responses", "canned_responses",
                #"{"title":"T","content_html":"<p>Hi</p>","folder_id":4,"visibility":2,"group_ids":[9]}"#,
                answer: hello.answer(201)
            ) {
                let draft = CannedResponseDraft(
                    title: "T", contentHTML: "<p>Hi</p>", folderID: 4, visibility: .groups
                ) { $0.groupIDs = [9] }
                hello.facts(try await $0.cannedResponses.create(draft))
            },
            .reading(
                "POST canned_responses", "canned_responses",
                form: [
                    "attachments[]=@a.txt", "content_html=<p>Hi</p>", "folder_id=4", "title=T", "visibility=0",
                ], answer: hello.answer(201)
            ) {
                hello.facts(
                    try await $0.cannedResponses.create(
                        CannedResponseDraft(title: "T", contentHTML: "<p>Hi</p>", folderID: 4),
                        attachments: [.data(Data("x".utf8), filename: "a.txt")]))
            },
            .reading("GET canned_responses/{id}", "canned_responses/7", answer: hello.answer()) {
                hello.facts(try await $0.cannedResponses.get(7))
            },
            .reading(
                "PUT canned_responses/{id}", "canned_responses/7", #"{"visibility":1,"folder_id":5}"#,
                answer: hello.answer()
            ) {
                hello.facts(
                    try await $0.cannedResponses.update(
                        7,
                        CannedResponseUpdate {
                            $0.visibility = .personal
                            $0.folderID = 5
                        }))
            },
            .reading(
                "POST canned_responses/bulk", "canned_responses/bulk",
                #"{"canned_responses":[{"title":"T","content_html":"H","folder_id":4,"visibility":0}]}"#,
                answer: .json(202, #"{"job_id":100,"href":"https://acme.freshdesk.com/api/v2/jobs/100"}"#)
            ) {
                let job = try await $0.cannedResponses.create([
                    CannedResponseDraft(title: "T", contentHTML: "H", folderID: 4)
                ])
                job.id == "100"
                job.json["href"] == "https://acme.freshdesk.com/api/v2/jobs/100"
            },
        ])
}

private let folder = Sample<CannedResponseFolder>(
    """
    {"id":1,"name":"My folder","personal":true,"responses_count":3,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 1
    $0.name == "My folder"
    $0.isPersonal == true
    $0.responsesCount == 3
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let hello = Sample<CannedResponse>(
    """
    {"id":7,"title":"Hello","folder_id":4,"content":"Hi","content_html":"<p>Hi</p>","group_ids":[9],"visibility":2,\
    "attachments":[\(Sample<FileAttachment>.log.text)],"created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 7
    $0.title == "Hello"
    $0.folderID == 4
    $0.content == "Hi"
    $0.contentHTML == "<p>Hi</p>"
    $0.groupIDs == [9]
    $0.visibility == .groups
    Sample<FileAttachment>.log.facts($0.attachments ?? [])
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
