import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk canned responses", .inTurn)
struct CannedResponseTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            title         settable  text    required  | refuses [" "]
            content_html  settable  text    contentHTML required  | refuses [""]
            content       read      text
            folder_id     settable  id      folderID required
            visibility    settable  number  required  | refuses [-1, 3] | sample 2
            group_ids     settable  ids
            attachments   read      objects  | sample [{"id":1}]
            created_at    read      time
            updated_at    read      time
            """
        ).expectFields(of: CannedResponse.Fields.self)
        try FieldSheet(
            """
            name              settable  text    required  | refuses [""]
            personal          read      bool    isPersonal
            responses_count   read      number
            canned_responses  read      objects  responses  | sample [{"id":1}]
            created_at        read      time
            updated_at        read      time
            """
        ).expectFields(of: CannedResponseFolder.Fields.self)
    }

    @Test("a response for groups names them, and many are none without a draft")
    func refusals() async throws {
        let responses = try SandboxDesk().client.cannedResponses
        let draft = CannedResponseDraft(title: "T", contentHTML: "H", folderID: 1, visibility: .groups)
        #expect(draft.fieldErrors.map(\.field) == ["group_ids"])
        await expectRefusal(.invalidArgument) { _ = try await responses.create([]) }
        await expectRefusal(.invalidArgument) { _ = try await responses.create([draft]) }
    }

    @Test("the sandbox keeps them in folders, with their files, for administrators alone")
    func sandbox() async throws {
        let desk = try SandboxDesk()
        let responses = desk.client.cannedResponses
        let folder = try await responses.folders.create(CannedResponseFolderDraft(name: "Returns"))
        #expect(folder.isPersonal == nil)
        let made = try await responses.create(
            CannedResponseDraft(title: "Send it back", contentHTML: "Please <b>do</b>", folderID: folder.id),
            attachments: [.data(Data([1, 2, 3]), filename: "label.pdf")])
        #expect(made.contentHTML == "<div>Please <b>do</b></div>")
        #expect(made.content == "Please do")
        #expect(made.attachments?.map(\.size) == [3])
        #expect(try await responses.folders.get(folder.id).responses?.map(\.title) == ["Send it back"])
        #expect(try await responses.folders.list().all().map(\.responsesCount) == [0, 1])
        #expect(try await responses.folders.responses(in: folder.id).all().map(\.id) == [made.id])
        let changed = try await responses.update(made.id, CannedResponseUpdate { $0.title = "Back" })
        #expect(changed.title == "Back")
        #expect(changed.attachments?.count == 1)
        let group = try #require(try await desk.client.groups.list().first())
        let job = try await responses.create([
            CannedResponseDraft(title: "A", contentHTML: "a", folderID: folder.id, visibility: .groups) {
                $0.groupIDs = [group.id]
            },
            CannedResponseDraft(title: "B", contentHTML: "b", folderID: 1),
        ])
        _ = try await desk.client.jobs.get(job.id)
        #expect(try await desk.client.jobs.get(job.id).status == .partial)
        await expectRefusal(.forbidden) { _ = try await desk.agent.cannedResponses.get(made.id) }
        let deletion = Endpoint<Void>("canned_responses.delete", .delete, "canned_responses/\(made.id)")
        await expectRefusal(.methodNotAllowed) { try await desk.client.send(deletion) }
    }
}
