import Foundation
import FreshworksCore

/// The knowledge base.
extension FreshdeskService {
    static let solutionCategories = FreshdeskRecords(
        "solutions/categories", noun: "category", firstID: 70_001_000_000,
        rules: FreshdeskRecords.Rules(removed: removeContents)
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description")
        RecordKey("visible_in_portals", .ids, [])
        RecordKey("icon", .object, [:]).readOnly
        translations
    }

    static let solutionFolders = FreshdeskRecords(
        "solutions/folders", noun: "folder", firstID: 70_002_000_000,
        in: FreshdeskRecords.Parent("solutions/categories", "folders", key: "category_id"),
        rules: FreshdeskRecords.Rules(removed: removeContents, show: showSolution)
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description")
        RecordKey("parent_folder_id", .id.orNull).pointing(to: "solutions/folders", "folder")
        RecordKey("visibility", .number(of: Array(1...7)), 1)
        RecordKey.nulls("category_id")
        RecordKey("company_ids", .ids, nil).pointing(to: "companies", "company")
        RecordKey("contact_segment_ids", .ids, nil)
        RecordKey("company_segment_ids", .ids, nil)
        RecordKey.nulls("icon_url")
        translations
    }

    static let solutionArticles = FreshdeskRecords(
        "solutions/articles", noun: "article", firstID: 70_003_000_000,
        in: FreshdeskRecords.Parent("solutions/folders", "articles", key: "folder_id"),
        rules: FreshdeskRecords.Rules(settle: settleArticle, show: showSolution)
    ) {
        RecordKey("title", .filled).required
        RecordKey("description", .filled).required
        RecordKey("status", .number(of: [1, 2]), 1).required
        RecordKey("agent_id", .id).updateOnly.pointing(to: "agents", "agent")
        RecordKey("type", .integer, 1).readOnly
        RecordKey.nulls("category_id", "folder_id")
        RecordKey("tags", .texts, [])
        RecordKey(
            "seo_data", .object(["meta_title": .text, "meta_description": .text, "meta_keywords": .any]), [:])
        for name in ["thumbs_up", "thumbs_down", "hits", "suggested", "feedback_count"] {
            RecordKey(name, .integer, 0).readOnly
        }
        RecordKey("attachments", .any, []).readOnly
        RecordKey("cloud_files", .any, []).readOnly
        translations
    }

    static let solutionRoutes =
        [
            Route<FreshdeskService>(
                "GET", "solutions/folders/{folder}/subfolders", scope: "solutions_folders.view", listSubfolders),
            Route<FreshdeskService>(
                "GET", "solutions/folders/{folder}/subfolders/{language}", scope: "solutions_folders.view",
                listSubfolders),
            Route<FreshdeskService>("GET", "search/solutions", scope: "solutions_articles.view", searchSolutions),
        ]
        // Before the translations, since a language stands where these words do.
        + [solutionFolders, solutionArticles].flatMap { collection in
            routes(of: collection).filter { $0.pattern.text == collection.listPath }
        }
        + translationRoutes(of: solutionCategories, ["name", "description"])
        + translationRoutes(of: solutionFolders, ["name", "description"])
        + translationRoutes(of: solutionArticles, ["title", "description", "status", "tags", "seo_data", "agent_id"])

    @Sendable private static func settleArticle(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard writing.isNew else { return }
        writing.record["agent_id"] = try service.caller(of: writing.request)["id"]
        writing.record["category_id"] = service[solutionFolders, writing.record["folder_id"]]?["category_id"]
    }

    /// A category goes with its folders, a folder with its folders and articles.
    @Sendable private static func removeContents(
        _ record: JSONObject, _ service: inout FreshdeskService, _ request: SandboxRequest
    ) {
        for folder in service.all(solutionFolders)
        where folder["category_id"] == record["id"] || folder["parent_folder_id"] == record["id"] {
            service.remove(folder, solutionFolders)
            removeContents(folder, &service, request)
        }
        for article in service.all(solutionArticles) where article["folder_id"] == record["id"] {
            service.remove(article, solutionArticles)
        }
    }

    /// What is counted, and the way from the category down.
    @Sendable private static func showSolution(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        if record["folder_id"] == nil {
            shown["articles_count"] = .int(service.all(solutionArticles).count { $0["folder_id"] == record["id"] })
            shown["sub_folders_count"] = .int(
                service.all(solutionFolders).count { $0["parent_folder_id"] == record["id"] })
        } else {
            shown["description_text"] = .string(FreshdeskHTML.text(shown["description"]?.stringValue ?? ""))
        }
        let folder = record["folder_id"] == nil ? record : service[solutionFolders, record["folder_id"]]
        shown["hierarchy"] = service.hierarchy(of: folder, request.language)
    }

    private func hierarchy(of folder: JSONObject?, _ language: String) -> JSONValue {
        var folders: [JSONObject] = []
        var next = folder
        while let current = next, !folders.contains(where: { $0["id"] == current["id"] }) {
            folders.insert(current, at: 0)
            next = self[Self.solutionFolders, current["parent_folder_id"]]
        }
        let category = self[Self.solutionCategories, folder?["category_id"]]
        let steps = [category.map { ("category", $0) }].compactMap(\.self) + folders.map { ("folder", $0) }
        return .array(
            steps.enumerated().map { level, step in
                let name = step.1["translations"]?[language]?["name"] ?? step.1["name"] ?? .null
                return [
                    "level": .int(level), "type": .string(step.0),
                    "data": ["id": step.1["id"] ?? .null, "name": name, "language": .string(language)],
                ]
            })
    }

    private static func listSubfolders(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        guard let id = SandboxRequest.id(request.parameters["folder"] ?? ""),
            let folder = service[solutionFolders, .int(id)]
        else { throw .empty(404) }
        try service.refuse(service.check(request.query, solutionFolders), nil)
        let found = service.all(solutionFolders).filter { $0["parent_folder_id"] == folder["id"] }
        guard request.parameters["language"] != nil else {
            return try service.reply(found, solutionFolders, request)
        }
        var request = request
        request.parameters["parent"] = folder["category_id"].map { "\($0)" }
        return try service.list(solutionFolders, in: request.language, request) {
            $0["parent_folder_id"] == folder["id"]
        }
    }

    private static func searchSolutions(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let page = FreshdeskPage(request.query, lastPage: .max)
        try service.refuse(request.query.strangers(besides: ["term", "page", "per_page"]) + page.flaws, nil)
        guard let term = request.query["term"]?.lowercased(), !term.isEmpty else {
            throw FreshdeskReplies.validation([Flaw("term", .missing)], tellsUser: false) ?? .empty(400)
        }
        let found = service.all(solutionArticles).filter { article in
            ["title", "description"].contains { article[$0]?.stringValue?.lowercased().contains(term) ?? false }
        }
        return page.reply(found, to: request) { article in
            var shown = service.show(article, .row, solutionArticles, request).objectValue ?? JSONObject()
            let folder = service[solutionFolders, article["folder_id"]]
            shown["category_name"] = service[solutionCategories, article["category_id"]]?["name"] ?? .null
            shown["folder_name"] = folder?["name"] ?? .null
            shown["folder_visibility"] = folder?["visibility"] ?? .null
            shown["path"] = .string("\(article["id"] ?? .null)-article")
            shown["language_id"] = 6
            shown["modified_at"] = article["updated_at"] ?? .null
            shown["modified_by"] = article["agent_id"] ?? .null
            return .object(shown)
        }
    }

    mutating func seedSolutions() { plant(Self.solutionCategories, ["Default Category", "General"]) }
}
