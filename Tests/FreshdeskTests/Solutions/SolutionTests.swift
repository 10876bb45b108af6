import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The knowledge base of Freshdesk", .inTurn)
struct SolutionTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name                settable   text  required  | refuses [" "]
            description         clearable  text
            visible_in_portals  settable   ids
            icon                read       object
            created_at          read       time
            updated_at          read       time
            """
        ).expectFields(of: SolutionCategory.Fields.self)
        try FieldSheet(
            """
            name                 settable   text  required  | refuses [""]
            description          clearable  text
            parent_folder_id     settable   id
            visibility           settable   number  | refuses [0, 8] | sample 7
            company_ids          settable   ids
            contact_segment_ids  settable   ids
            company_segment_ids  settable   ids
            category_id          read       id
            hierarchy            read       objects
            articles_count       read       number
            sub_folders_count    read       number  subfoldersCount
            icon_url             read       url
            created_at           read       time
            updated_at           read       time
            """
        ).expectFields(of: SolutionFolder.Fields.self)
        try FieldSheet(
            """
            level  read  number
            type   read  word
            data   read  object
            """
        ).expectFields(of: SolutionLevel.Fields.self)
    }

    @Test("every field of an article as the service documents it")
    func articleFields() throws {
        try FieldSheet(
            """
            title              settable  text    required  | refuses [""]
            description        settable  text    required  | refuses [" "]
            description_text   read      text
            status             settable  number  required  | refuses [0, 3] | sample 2
            tags               settable  texts
            seo_data           settable  object
            agent_id           later     id
            type               read      number
            category_id        read      id
            folder_id          read      id
            hierarchy          read      objects
            attachments        read      objects  | sample [{"id":1}]
            cloud_files        read      objects
            thumbs_up          read      number
            thumbs_down        read      number
            hits               read      number
            suggested          read      number
            feedback_count     read      number
            category_name      read      text
            folder_name        read      text
            folder_visibility  read      number
            path               read      text
            language_id        read      number
            modified_at        read      time
            modified_by        read      id
            created_at         read      time
            updated_at         read      time
            """
        ).expectFields(of: SolutionArticle.Fields.self)
    }

    @Test("categories hold folders, which hold articles; what holds others takes them along when it is deleted")
    func sandbox() async throws {
        let solutions = try SandboxDesk().client.solutions
        #expect(try await solutions.categories.list().all().map(\.name) == ["Default Category", "General"])
        let orders = try await solutions.categories.create(SolutionCategoryDraft(name: "Orders"))
        await expectRefusal(.conflict) {
            _ = try await solutions.categories.create(SolutionCategoryDraft(name: "orders"))
        }
        let returns = try await solutions.folders.create(in: orders.id, SolutionFolderDraft(name: "Returns"))
        #expect(returns.categoryID == orders.id)
        #expect(returns.visibility == .everybody)
        let abroad = try await solutions.folders.create(
            in: orders.id, SolutionFolderDraft(name: "Abroad") { $0.parentFolderID = returns.id })
        #expect(abroad.hierarchy?.map(\.name) == ["Orders", "Returns", "Abroad"])
        #expect(try await solutions.folders.subfolders(of: returns.id).all().map(\.id) == [abroad.id])
        #expect(try await solutions.folders.get(returns.id).subfoldersCount == 1)
        let article = try await solutions.articles.create(
            in: abroad.id, SolutionArticleDraft(title: "Customs", description: "<p>Fill in <b>both</b> forms</p>"))
        #expect(article.descriptionText == "Fill in both forms")
        #expect(article.status == .draft)
        #expect(article.categoryID == orders.id)
        #expect(try await solutions.articles.list(in: abroad.id).all().map(\.id) == [article.id])
        #expect(try await solutions.articles.list(in: returns.id).all() == [])
        let found = try await solutions.search("both").all()
        #expect(found.map(\.folderName) == ["Abroad"])
        #expect(try await solutions.search("neither").all() == [])
        try await solutions.categories.delete(orders.id)
        await expectRefusal(.notFound) { _ = try await solutions.articles.get(article.id) }
        await expectRefusal(.notFound) { _ = try await solutions.folders.list(in: orders.id).all() }
    }

    @Test("a translation says its own words, and shows the rest of the record")
    func translations() async throws {
        let solutions = try SandboxDesk().client.solutions
        let category = try #require(try await solutions.categories.list().first())
        let folder = try await solutions.folders.create(in: category.id, SolutionFolderDraft(name: "Returns"))
        await expectRefusal(.notFound) { _ = try await solutions.folders.get(folder.id, language: "de") }
        let german = try await solutions.folders.translate(
            folder.id, language: "de", SolutionFolderDraft(name: "Rückgabe"))
        #expect(german.id == folder.id)
        #expect(german.hierarchy?.last?.name == "Rückgabe")
        #expect(german.hierarchy?.last?.language == "de")
        #expect(try await solutions.folders.get(folder.id).name == "Returns")
        #expect(try await solutions.folders.list(in: category.id, language: "de").all().map(\.name) == ["Rückgabe"])
        #expect(try await solutions.folders.list(in: category.id, language: "fr").all() == [])
        await expectRefusal(.conflict) {
            try await solutions.folders.translate(folder.id, language: "de", SolutionFolderDraft(name: "Noch einmal"))
        }
        try await solutions.folders.update(
            folder.id, language: "de", SolutionFolderUpdate { $0.description = .set("Alles") })
        #expect(try await solutions.folders.get(folder.id, language: "de").name == "Rückgabe")
        #expect(try await solutions.folders.get(folder.id, language: "de").description == "Alles")
        try await solutions.categories.translate(
            category.id, language: "fr", SolutionCategoryDraft(name: "Général"))
        #expect(try await solutions.categories.list(language: "fr").all().map(\.name) == ["Général"])
        let article = try await solutions.articles.create(
            in: folder.id, SolutionArticleDraft(title: "How", description: "<p>So</p>"))
        let draft = SolutionArticleDraft(title: "Wie", description: "<p>Und</p>", status: .published)
        try await solutions.articles.translate(article.id, language: "de", draft)
        #expect(
            try await solutions.articles.list(in: folder.id, language: "de").all().map(\.descriptionText) == ["Und"])
    }

    @Test("a language is a code, since another word would call something else", arguments: ["", "folders", "5", "d/e"])
    func languages(code: String) async throws {
        let folders = try SandboxDesk().client.solutions.folders
        let error = await #expect(throws: FreshworksError.self) { _ = try await folders.get(4, language: code) }
        #expect([.invalidArgument, .invalidPath].contains(error?.code))
        await #expect(throws: FreshworksError.self) { _ = try await folders.list(in: 4, language: code).all() }
    }
}
