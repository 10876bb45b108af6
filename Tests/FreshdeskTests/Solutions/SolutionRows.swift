import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, solutions; the last {id} of a translation is a language, and `categories/{id}` lists the
// categories of a language too.
extension EndpointFolder {
    static let solutions = EndpointFolder(
        "Solutions", 29,
        """
        GET solutions/categories
        POST solutions/categories
        GET solutions/categories/{id}
        PUT solutions/categories/{id}
        DELETE solutions/categories/{id}
        GET solutions/categories/{id}/{id}
        POST solutions/categories/{id}/{id}
        PUT solutions/categories/{id}/{id}
        GET solutions/categories/{id}/folders
        POST solutions/categories/{id}/folders
        GET solutions/categories/{id}/folders/{id}
        GET solutions/folders/{id}
        PUT solutions/folders/{id}
        DELETE solutions/folders/{id}
        GET solutions/folders/{id}/{id}
        POST solutions/folders/{id}/{id}
        PUT solutions/folders/{id}/{id}
        GET solutions/folders/{id}/subfolders
        GET solutions/folders/{id}/subfolders/{id}
        GET solutions/folders/{id}/articles
        POST solutions/folders/{id}/articles
        GET solutions/folders/{id}/articles/{id}
        GET solutions/articles/{id}
        PUT solutions/articles/{id}
        DELETE solutions/articles/{id}
        GET solutions/articles/{id}/{id}
        POST solutions/articles/{id}/{id}
        PUT solutions/articles/{id}/{id}
        GET search/solutions
        """,
        calls: categoryCalls, folderCalls, articleCalls)

    private static let categoryCalls: [WireCall] = [
        .reading("GET solutions/categories", "solutions/categories?per_page=100", answer: orders.list()) {
            orders.facts(try await $0.solutions.categories.list().all())
        },
        .reading(
            "POST solutions/categories", "solutions/categories",
            #"{"name":"Orders","description":"All of them","visible_in_portals":[2]}"#, answer: orders.answer(201)
        ) {
            let draft = SolutionCategoryDraft(name: "Orders") {
                $0.description = "All of them"
                $0.visibleInPortals = [2]
            }
            orders.facts(try await $0.solutions.categories.create(draft))
        },
        .reading("GET solutions/categories/{id}", "solutions/categories/3", answer: orders.answer()) {
            orders.facts(try await $0.solutions.categories.get(3))
        },
        .reading("GET solutions/categories/{id}", "solutions/categories/es?per_page=100", answer: orders.list()) {
            orders.facts(try await $0.solutions.categories.list(language: "es").all())
        },
        .reading(
            "PUT solutions/categories/{id}", "solutions/categories/3", #"{"description":null}"#,
            answer: orders.answer()
        ) {
            orders.facts(
                try await $0.solutions.categories.update(3, SolutionCategoryUpdate { $0.description = .clear }))
        },
        .silent("DELETE solutions/categories/{id}", "solutions/categories/3") {
            try await $0.solutions.categories.delete(3)
        },
        .reading("GET solutions/categories/{id}/{id}", "solutions/categories/3/es", answer: orders.answer()) {
            orders.facts(try await $0.solutions.categories.get(3, language: "es"))
        },
        .reading(
            "POST solutions/categories/{id}/{id}", "solutions/categories/3/es", #"{"name":"Pedidos"}"#,
            answer: orders.answer(201)
        ) {
            let draft = SolutionCategoryDraft(name: "Pedidos")
            orders.facts(try await $0.solutions.categories.translate(3, language: "es", draft))
        },
        .reading(
            "PUT solutions/categories/{id}/{id}", "solutions/categories/3/pt-BR", #"{"name":"Pedidos"}"#,
            answer: orders.answer()
        ) {
            orders.facts(
                try await $0.solutions.categories.update(
                    3, language: "pt-BR", SolutionCategoryUpdate { $0.name = "Pedidos" }))
        },
    ]

    private static let folderCalls: [WireCall] = [
        .reading(
            "GET solutions/categories/{id}/folders", "solutions/categories/3/folders?per_page=100",
            answer: returns.list()
        ) { returns.facts(try await $0.solutions.folders.list(in: 3).all()) },
        .reading(
            "POST solutions/categories/{id}/folders", "solutions/categories/3/folders",
            #"{"name":"Returns","visibility":4,"company_ids":[7]}"#, answer: returns.answer(201)
        ) {
            let draft = SolutionFolderDraft(name: "Returns") {
                $0.visibility = .companies
                $0.companyIDs = [7]
            }
            returns.facts(try await $0.solutions.folders.create(in: 3, draft))
        },
        .reading(
            "GET solutions/categories/{id}/folders/{id}", "solutions/categories/3/folders/es?per_page=100",
            answer: returns.list()
        ) { returns.facts(try await $0.solutions.folders.list(in: 3, language: "es").all()) },
        .reading("GET solutions/folders/{id}", "solutions/folders/4", answer: returns.answer()) {
            returns.facts(try await $0.solutions.folders.get(4))
        },
        .reading(
            "PUT solutions/folders/{id}", "solutions/folders/4", #"{"description":null,"parent_folder_id":2}"#,
            answer: returns.answer()
        ) {
            returns.facts(
                try await $0.solutions.folders.update(
                    4,
                    SolutionFolderUpdate {
                        $0.description = .clear
                        $0.parentFolderID = 2
                    }))
        },
        .silent("DELETE solutions/folders/{id}", "solutions/folders/4") { try await $0.solutions.folders.delete(4) },
        .reading("GET solutions/folders/{id}/{id}", "solutions/folders/4/es", answer: returns.answer()) {
            returns.facts(try await $0.solutions.folders.get(4, language: "es"))
        },
        .reading(
            "POST solutions/folders/{id}/{id}", "solutions/folders/4/es", #"{"name":"Cambios"}"#,
            answer: returns.answer(201)
        ) {
            let draft = SolutionFolderDraft(name: "Cambios")
            returns.facts(try await $0.solutions.folders.translate(4, language: "es", draft))
        },
        .reading(
            "PUT solutions/folders/{id}/{id}", "solutions/folders/4/es", #"{"description":"x"}"#,
            answer: returns.answer()
        ) {
            returns.facts(
                try await $0.solutions.folders.update(
                    4, language: "es", SolutionFolderUpdate { $0.description = .set("x") }))
        },
        .reading(
            "GET solutions/folders/{id}/subfolders", "solutions/folders/2/subfolders?per_page=100",
            answer: returns.list()
        ) { returns.facts(try await $0.solutions.folders.subfolders(of: 2).all()) },
        .reading(
            "GET solutions/folders/{id}/subfolders/{id}", "solutions/folders/2/subfolders/es?per_page=100",
            answer: returns.list()
        ) { returns.facts(try await $0.solutions.folders.subfolders(of: 2, language: "es").all()) },
    ]

    private static let articleCalls: [WireCall] = [
        .reading(
            "GET solutions/folders/{id}/articles", "solutions/folders/4/articles?per_page=100", answer: sendBack.list()
        ) { sendBack.facts(try await $0.solutions.articles.list(in: 4).all()) },
        .reading(
            "POST solutions/folders/{id}/articles", "solutions/folders/4/articles",
            """
            {"title":"Send it back","description":"<p>So</p>","status":1,"tags":["returns"],\
            "seo_data":{"meta_keywords":"a,b"}}
            """, answer: sendBack.answer(201)
        ) {
            let draft = SolutionArticleDraft(title: "Send it back", description: "<p>So</p>") {
                $0.tags = ["returns"]
                $0.seoData = ["meta_keywords": "a,b"]
            }
            sendBack.facts(try await $0.solutions.articles.create(in: 4, draft))
        },
        .reading(
            "GET solutions/folders/{id}/articles/{id}", "solutions/folders/4/articles/es?per_page=100",
            answer: sendBack.list()
        ) { sendBack.facts(try await $0.solutions.articles.list(in: 4, language: "es").all()) },
        .reading("GET solutions/articles/{id}", "solutions/articles/2", answer: sendBack.answer()) {
            sendBack.facts(try await $0.solutions.articles.get(2))
        },
        .reading(
            "PUT solutions/articles/{id}", "solutions/articles/2", #"{"status":2,"agent_id":8}"#,
            answer: sendBack.answer()
        ) {
            sendBack.facts(
                try await $0.solutions.articles.update(
                    2,
                    SolutionArticleUpdate {
                        $0.status = .published
                        $0.agentID = 8
                    }))
        },
        .silent("DELETE solutions/articles/{id}", "solutions/articles/2") {
            try await $0.solutions.articles.delete(2)
        },
        .reading("GET solutions/articles/{id}/{id}", "solutions/articles/2/es", answer: sendBack.answer()) {
            sendBack.facts(try await $0.solutions.articles.get(2, language: "es"))
        },
        .reading(
            "POST solutions/articles/{id}/{id}", "solutions/articles/2/es",
            #"{"title":"Devolver","description":"<p>Así</p>","status":2}"#, answer: sendBack.answer(201)
        ) {
            let draft = SolutionArticleDraft(title: "Devolver", description: "<p>Así</p>", status: .published)
            sendBack.facts(try await $0.solutions.articles.translate(2, language: "es", draft))
        },
        .reading(
            "PUT solutions/articles/{id}/{id}", "solutions/articles/2/es", #"{"status":1}"#, answer: sendBack.answer()
        ) {
            sendBack.facts(
                try await $0.solutions.articles.update(2, language: "es", SolutionArticleUpdate { $0.status = .draft }))
        },
        .reading("GET search/solutions", "search/solutions?term=send%20back", answer: found.list()) {
            found.facts(try await $0.solutions.search("send back").all())
        },
    ]
}

private let orders = Sample<SolutionCategory>(
    """
    {"id":3,"name":"Orders","description":"All of them","visible_in_portals":[2],"icon":{"id":4},\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 3
    $0.name == "Orders"
    $0.description == "All of them"
    $0.visibleInPortals == [2]
    $0.icon == ["id": 4]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let hierarchy = #"[{"level":0,"type":"category","data":{"id":3,"name":"Orders","language":"en"}}]"#

@Facts
private func facts(of hierarchy: [SolutionLevel]?) -> [Int] {
    hierarchy?.map(\.level) == [0]
    hierarchy?.map(\.type) == ["category"]
    hierarchy?.map(\.id) == [3]
    hierarchy?.map(\.name) == ["Orders"]
    hierarchy?.map(\.language) == ["en"]
}

private let returns = Sample<SolutionFolder>(
    """
    {"id":4,"name":"Returns","description":"What goes back","visibility":4,"parent_folder_id":2,\
    "hierarchy":\(hierarchy),"articles_count":5,"sub_folders_count":1,"category_id":3,"company_ids":[7],\
    "contact_segment_ids":[8],"company_segment_ids":[9],"icon_url":"https://cdn.example.net/i",\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 4
    $0.name == "Returns"
    $0.description == "What goes back"
    $0.visibility == .companies
    $0.parentFolderID == 2
    facts(of: $0.hierarchy)
    $0.articlesCount == 5
    $0.subfoldersCount == 1
    $0.categoryID == 3
    $0.companyIDs == [7]
    $0.contactSegmentIDs == [8]
    $0.companySegmentIDs == [9]
    $0.iconURL?.absoluteString == "https://cdn.example.net/i"
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let sendBack = Sample<SolutionArticle>(
    """
    {"id":2,"title":"Send it back","description":"<p>So</p>","description_text":"So","status":2,"type":1,"agent_id":8,\
    "category_id":3,"folder_id":4,"hierarchy":\(hierarchy),"tags":["returns"],\
    "seo_data":{"meta_title":"Returns","meta_keywords":["a","b"]},"attachments":[\(Sample<FileAttachment>.log.text)],\
    "cloud_files":[{"id":6}],"thumbs_up":3,"thumbs_down":1,"hits":20,"suggested":4,"feedback_count":2,\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 2
    $0.title == "Send it back"
    $0.description == "<p>So</p>"
    $0.descriptionText == "So"
    $0.status == .published
    $0.type == 1
    $0.agentID == 8
    $0.categoryID == 3
    $0.folderID == 4
    facts(of: $0.hierarchy)
    $0.tags == ["returns"]
    $0.seoData == ["meta_title": "Returns", "meta_keywords": ["a", "b"]]
    Sample<FileAttachment>.log.facts($0.attachments ?? [])
    $0.cloudFiles == [["id": 6]]
    $0.thumbsUp == 3
    $0.thumbsDown == 1
    $0.hits == 20
    $0.suggested == 4
    $0.feedbackCount == 2
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

/// What a search shows besides.
private let found = Sample<SolutionArticle>(
    """
    {"id":2,"title":"Send it back","status":2,"category_name":"Orders","folder_name":"Returns","folder_visibility":1,\
    "path":"2-send-it-back","language_id":6,"modified_at":"2025-01-04T09:00:00Z","modified_by":300000001}
    """
) {
    $0.id == 2
    $0.title == "Send it back"
    $0.status == .published
    $0.categoryName == "Orders"
    $0.folderName == "Returns"
    $0.folderVisibility == .everybody
    $0.path == "2-send-it-back"
    $0.languageID == 6
    $0.modifiedAt == utc(2025, 1, 4, 9)
    $0.modifiedBy == 300_000_001
}
