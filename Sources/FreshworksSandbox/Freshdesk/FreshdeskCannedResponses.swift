import Foundation
import FreshworksCore

/// Replies that agents have ready, and their folders. Nothing of it can be deleted.
extension FreshdeskService {
    static let cannedFolders = FreshdeskRecords(
        "canned_response_folders", noun: "folder", firstID: 70_004_000_000, calls: [.list, .create, .view, .update],
        rules: FreshdeskRecords.Rules(admits: requireAdministrator, show: showCannedFolder)
    ) {
        RecordKey("name", .filled).required
        RecordKey("personal", .flag, false).readOnly
    }

    static let cannedResponses = FreshdeskRecords(
        "canned_responses", noun: "canned response", firstID: 70_005_000_000, calls: [.create, .view, .update],
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, settle: settleCannedResponse, check: checkCannedResponse,
            kept: keepCannedFiles, show: showCannedResponse)
    ) {
        RecordKey("title", .filled).required
        RecordKey("folder_id", .id).required.pointing(to: "canned_response_folders", "folder")
        RecordKey("content", .text).readOnly
        RecordKey("content_html", .filled).required
        RecordKey.files("attachments", [])
        RecordKey("visibility", .number(of: [0, 1, 2]), 0).required
        RecordKey("group_ids", .ids, []).pointing(to: "groups", "group")
    }

    static let cannedRoutes = [
        Route<FreshdeskService>("POST", "canned_responses/bulk", scope: "canned_responses.create", createCanned),
        Route<FreshdeskService>(
            "GET", "canned_response_folders/{id}/responses", scope: "canned_responses.view", listCanned),
    ]

    @Sendable private static func settleCannedResponse(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let html = FreshdeskHTML.wrapped(writing.record["content_html"]?.stringValue ?? "")
        writing.record["content_html"] = .string(html)
        writing.record["content"] = .string(FreshdeskHTML.text(html))
    }

    @Sendable private static func checkCannedResponse(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        if writing.record["visibility"] == 2, (writing.record["group_ids"] ?? []).isBlank {
            writing.refuse("group_ids", .missing)
        }
        let present = service.attachments.size(of: writing.base["attachments"]?.arrayValue ?? [])
        let sent = writing.files("attachments").reduce(present) { $0 + $1.content.count }
        if sent > FreshdeskAttachments.limit {
            let words = "The total size of attachments should not exceed 20 MB"
            writing.refuse("attachments", .said(code: "invalid_value", words))
        }
    }

    @Sendable private static func keepCannedFiles(_ writing: inout Writing, _ service: inout FreshdeskService) {
        let files = service.attachments.add(writing.files("attachments"), now: writing.request.now)
        writing.record["attachments"] = .array((writing.record["attachments"]?.arrayValue ?? []) + files)
    }

    @Sendable private static func showCannedResponse(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        shown["attachments"] = service.files(of: record, sizeKey: "size", request)
    }

    /// A new folder shows its name alone; a single one what is in it, and a row how much.
    @Sendable private static func showCannedFolder(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        let own = service.all(cannedResponses).filter { $0["folder_id"] == record["id"] }
        switch view {
        case .row: shown["responses_count"] = .int(own.count)
        case .single:
            shown["personal"] = nil
            shown["canned_responses"] = .array(own.map { ["id": $0["id"] ?? .null, "title": $0["title"] ?? .null] })
        case .created, .updated: shown = ["id": record["id"] ?? .null, "name": record["name"] ?? .null]
        }
    }

    private static func listCanned(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let folder = try service.record(of: cannedFolders, request)
        try service.refuse(service.check(request.query, cannedResponses), nil)
        return try service.reply(
            service.all(cannedResponses).filter { $0["folder_id"] == folder["id"] }, cannedResponses, request)
    }

    private static func createCanned(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try requireAdministrator(request, service)
        let writing = try service.sent(request) { RecordKey("canned_responses", .objects).required }
        let drafts = writing["canned_responses"]?.arrayValue ?? []
        if drafts.isEmpty { try service.refuse("canned_responses", .blank) }
        var failed = 0
        for draft in drafts {
            do throws(SandboxReply) {
                _ = try service.call("POST", ["canned_responses"], draft.objectValue ?? JSONObject(), request)
            } catch {
                failed += 1
            }
        }
        return service.begin("canned-responses-create", failed: failed, of: drafts.count, isNumber: true, request)
    }

    mutating func seedCanned() { plant(Self.cannedFolders, ["General"]) }
}
