import Freshdesk
import TestSupport
import Testing

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
        .reading(
            "GET solutions/categories", "solutions/categories?per_page=100",
            answer: .json(200, #"[{"id":3,"name":"Orders"}]"#)
        ) { try await $0.solutions.categories.list().all().map(\.name) == ["Orders"] },
        .reading(
            "POST solutions/categories", "solutions/categories",
            #"{"name":"Orders","description":"All of them","visible_in_portals":[2]}"#,
            answer: .json(201, #"{"id":3,"description":"All of them"}"#)
        ) {
            let draft = SolutionCategoryDraft(name: "Orders") {
                $0.description = "All of them"
                $0.visibleInPortals = [2]
            }
            return try await $0.solutions.categories.create(draft).description == "All of them"
        },
        .reading("GET solutions/categories/{id}", "solutions/categories/3", answer: .json(200, #"{"id":3}"#)) {
            try await $0.solutions.categories.get(3).id == 3
        },
        .reading(
            "GET solutions/categories/{id}", "solutions/categories/es?per_page=100",
            answer: .json(200, #"[{"id":3,"name":"Pedidos"}]"#)
        ) { try await $0.solutions.categories.list(language: "es").all().map(\.name) == ["Pedidos"] },
        WireCall("PUT solutions/categories/{id}", "solutions/categories/3", #"{"description":null}"#) {
            try await $0.solutions.categories.update(3, SolutionCategoryUpdate { $0.description = .clear })
        },
        WireCall("DELETE solutions/categories/{id}", "solutions/categories/3", answer: .empty(204)) {
            try await $0.solutions.categories.delete(3)
        },
        .reading(
            "GET solutions/categories/{id}/{id}", "solutions/categories/3/es",
            answer: .json(200, #"{"id":3,"name":"Pedidos"}"#)
        ) { try await $0.solutions.categories.get(3, language: "es").name == "Pedidos" },
        .reading(
            "POST solutions/categories/{id}/{id}", "solutions/categories/3/es", #"{"name":"Pedidos"}"#,
            answer: .json(201, #"{"id":3,"name":"Pedidos"}"#)
        ) {
            let draft = SolutionCategoryDraft(name: "Pedidos")
            return try await $0.solutions.categories.translate(3, language: "es", draft).name == "Pedidos"
        },
        WireCall("PUT solutions/categories/{id}/{id}", "solutions/categories/3/pt-BR", #"{"name":"Pedidos"}"#) {
            try await $0.solutions.categories.update(
                3, language: "pt-BR", SolutionCategoryUpdate { $0.name = "Pedidos" })
        },
    ]

    private static let folderCalls: [WireCall] = [
        .reading(
            "GET solutions/categories/{id}/folders", "solutions/categories/3/folders?per_page=100",
            answer: .json(200, #"[{"id":4,"articles_count":5}]"#)
        ) { try await $0.solutions.folders.list(in: 3).all().map(\.articlesCount) == [5] },
        .reading(
            "POST solutions/categories/{id}/folders", "solutions/categories/3/folders",
            #"{"name":"Returns","visibility":4,"company_ids":[7]}"#, answer: .json(201, #"{"id":4,"category_id":3}"#)
        ) {
            let draft = SolutionFolderDraft(name: "Returns") {
                $0.visibility = .companies
                $0.companyIDs = [7]
            }
            return try await $0.solutions.folders.create(in: 3, draft).categoryID == 3
        },
        .reading(
            "GET solutions/categories/{id}/folders/{id}", "solutions/categories/3/folders/es?per_page=100",
            answer: .json(200, #"[{"id":4,"name":"Cambios"}]"#)
        ) { try await $0.solutions.folders.list(in: 3, language: "es").all().map(\.name) == ["Cambios"] },
        .reading(
            "GET solutions/folders/{id}", "solutions/folders/4",
            answer: .json(
                200,
                #"{"id":4,"hierarchy":[{"level":0,"type":"category","data":{"id":3,"name":"Orders","language":"en"}}]}"#
            )
        ) {
            let level = try await $0.solutions.folders.get(4).hierarchy?.first
            return level?.id == 3 && level?.name == "Orders" && level?.language == "en" && level?.type == "category"
        },
        WireCall("PUT solutions/folders/{id}", "solutions/folders/4", #"{"description":null,"parent_folder_id":2}"#) {
            try await $0.solutions.folders.update(
                4,
                SolutionFolderUpdate {
                    $0.description = .clear
                    $0.parentFolderID = 2
                })
        },
        WireCall("DELETE solutions/folders/{id}", "solutions/folders/4", answer: .empty(204)) {
            try await $0.solutions.folders.delete(4)
        },
        WireCall("GET solutions/folders/{id}/{id}", "solutions/folders/4/es") {
            _ = try await $0.solutions.folders.get(4, language: "es")
        },
        WireCall("POST solutions/folders/{id}/{id}", "solutions/folders/4/es", #"{"name":"Cambios"}"#) {
            try await $0.solutions.folders.translate(4, language: "es", SolutionFolderDraft(name: "Cambios"))
        },
        WireCall("PUT solutions/folders/{id}/{id}", "solutions/folders/4/es", #"{"description":"x"}"#) {
            try await $0.solutions.folders.update(
                4, language: "es", SolutionFolderUpdate { $0.description = .set("x") })
        },
        .reading(
            "GET solutions/folders/{id}/subfolders", "solutions/folders/2/subfolders?per_page=100",
            answer: .json(200, #"[{"id":4,"parent_folder_id":2}]"#)
        ) { try await $0.solutions.folders.subfolders(of: 2).all().map(\.parentFolderID) == [2] },
        .reading(
            "GET solutions/folders/{id}/subfolders/{id}", "solutions/folders/2/subfolders/es?per_page=100",
            answer: .json(200, #"[{"id":4,"parent_folder_id":2}]"#)
        ) { try await $0.solutions.folders.subfolders(of: 2, language: "es").all().map(\.id) == [4] },
    ]

    private static let articleCalls: [WireCall] = [
        .reading(
            "GET solutions/folders/{id}/articles", "solutions/folders/4/articles?per_page=100",
            answer: .json(200, #"[{"id":2,"status":2}]"#)
        ) { try await $0.solutions.articles.list(in: 4).all().map(\.status) == [.published] },
        .reading(
            "POST solutions/folders/{id}/articles", "solutions/folders/4/articles",
            """
            {"title":"Send it back","description":"<p>So</p>","status":1,"tags":["returns"],\
            "seo_data":{"meta_keywords":"a,b"}}
            """, answer: .json(201, #"{"id":2,"seo_data":{"meta_keywords":["a","b"]}}"#)
        ) {
            let draft = SolutionArticleDraft(title: "Send it back", description: "<p>So</p>") {
                $0.tags = ["returns"]
                $0.seoData = ["meta_keywords": "a,b"]
            }
            return try await $0.solutions.articles.create(in: 4, draft).seoData == ["meta_keywords": ["a", "b"]]
        },
        .reading(
            "GET solutions/folders/{id}/articles/{id}", "solutions/folders/4/articles/es?per_page=100",
            answer: .json(200, #"[{"id":2,"title":"Devolver"}]"#)
        ) { try await $0.solutions.articles.list(in: 4, language: "es").all().map(\.title) == ["Devolver"] },
        .reading(
            "GET solutions/articles/{id}", "solutions/articles/2",
            answer: .json(200, #"{"id":2,"thumbs_up":3,"attachments":[{"id":1,"name":"a.png","size":9}]}"#)
        ) {
            let article = try await $0.solutions.articles.get(2)
            return article.thumbsUp == 3 && article.attachments?.map(\.size) == [9]
        },
        WireCall("PUT solutions/articles/{id}", "solutions/articles/2", #"{"status":2,"agent_id":8}"#) {
            try await $0.solutions.articles.update(
                2,
                SolutionArticleUpdate {
                    $0.status = .published
                    $0.agentID = 8
                })
        },
        WireCall("DELETE solutions/articles/{id}", "solutions/articles/2", answer: .empty(204)) {
            try await $0.solutions.articles.delete(2)
        },
        WireCall("GET solutions/articles/{id}/{id}", "solutions/articles/2/es") {
            _ = try await $0.solutions.articles.get(2, language: "es")
        },
        WireCall(
            "POST solutions/articles/{id}/{id}", "solutions/articles/2/es",
            #"{"title":"Devolver","description":"<p>Así</p>","status":2}"#
        ) {
            let draft = SolutionArticleDraft(title: "Devolver", description: "<p>Así</p>", status: .published)
            try await $0.solutions.articles.translate(2, language: "es", draft)
        },
        WireCall("PUT solutions/articles/{id}/{id}", "solutions/articles/2/es", #"{"status":1}"#) {
            try await $0.solutions.articles.update(2, language: "es", SolutionArticleUpdate { $0.status = .draft })
        },
        .reading(
            "GET search/solutions", "search/solutions?term=send%20back",
            answer: .json(200, #"[{"id":2,"category_name":"Orders","modified_by":300000001}]"#)
        ) {
            let found = try await $0.solutions.search("send back").all()
            return found.map(\.categoryName) == ["Orders"] && found.map(\.modifiedBy) == [300_000_001]
        },
    ]
}
