import Foundation
import Freshdesk
import TestSupport
import Testing

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
            .reading(
                "GET canned_response_folders", "canned_response_folders?per_page=100",
                answer: .json(200, #"[{"id":1,"name":"My folder","personal":true,"responses_count":3}]"#)
            ) {
                let folder = try await $0.cannedResponses.folders.list().first()
                return folder?.isPersonal == true && folder?.responsesCount == 3
            },
            .reading(
                "POST canned_response_folders", "canned_response_folders", #"{"name":"Folder"}"#,
                answer: .json(201, #"{"Id":82000044383,"name":"Folder"}"#)
            ) {
                try await $0.cannedResponses.folders.create(CannedResponseFolderDraft(name: "Folder")).id
                    == 82_000_044_383
            },
            .reading(
                "GET canned_response_folders/{id}", "canned_response_folders/1",
                answer: .json(200, #"{"id":1,"canned_responses":[{"id":7,"title":"Hello"}]}"#)
            ) { try await $0.cannedResponses.folders.get(1).responses?.map(\.title) == ["Hello"] },
            WireCall("PUT canned_response_folders/{id}", "canned_response_folders/1", #"{"name":"New"}"#) {
                try await $0.cannedResponses.folders.update(1, CannedResponseFolderUpdate { $0.name = "New" })
            },
            .reading(
                "GET canned_response_folders/{id}/responses", "canned_response_folders/1/responses?per_page=100",
                answer: .json(200, #"[{"id":7,"content":"Hi","content_html":"<p>Hi</p>","attachments":[{"id":1}]}]"#)
            ) {
                let response = try await $0.cannedResponses.folders.responses(in: 1).first()
                return response?.contentHTML == "<p>Hi</p>" && response?.attachments?.map(\.id) == [1]
            },
            .reading(
                "POST canned_responses", "canned_responses",
                #"{"title":"T","content_html":"<p>Hi</p>","folder_id":4,"visibility":2,"group_ids":[9]}"#,
                answer: .json(201, #"{"id":7,"folder_id":4,"content":"Hi"}"#)
            ) {
                let draft = CannedResponseDraft(
                    title: "T", contentHTML: "<p>Hi</p>", folderID: 4, visibility: .groups
                ) { $0.groupIDs = [9] }
                return try await $0.cannedResponses.create(draft).content == "Hi"
            },
            WireCall(
                "POST canned_responses", "canned_responses",
                form: [
                    "attachments[]=@a.txt", "content_html=<p>Hi</p>", "folder_id=4", "title=T", "visibility=0",
                ]
            ) {
                try await $0.cannedResponses.create(
                    CannedResponseDraft(title: "T", contentHTML: "<p>Hi</p>", folderID: 4),
                    attachments: [.data(Data("x".utf8), filename: "a.txt")])
            },
            WireCall("GET canned_responses/{id}", "canned_responses/7") { _ = try await $0.cannedResponses.get(7) },
            WireCall("PUT canned_responses/{id}", "canned_responses/7", #"{"visibility":1,"folder_id":5}"#) {
                try await $0.cannedResponses.update(
                    7,
                    CannedResponseUpdate {
                        $0.visibility = .personal
                        $0.folderID = 5
                    })
            },
            .reading(
                "POST canned_responses/bulk", "canned_responses/bulk",
                #"{"canned_responses":[{"title":"T","content_html":"H","folder_id":4,"visibility":0}]}"#,
                answer: .json(202, #"{"job_id":100,"href":"https://acme.freshdesk.com/api/v2/jobs/100"}"#)
            ) {
                try await $0.cannedResponses.create([CannedResponseDraft(title: "T", contentHTML: "H", folderID: 4)])
                    .id == "100"
            },
        ])
}
