// Source: developers.freshdesk.com/api, solutions; the last {id} of a translation is a language, and `categories/{lang}` lists categories in one.
extension EndpointFolder {
    static let solutions = EndpointFolder(
        "Solutions", 28,
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
        GET solutions/articles/{id}
        PUT solutions/articles/{id}
        DELETE solutions/articles/{id}
        GET solutions/articles/{id}/{id}
        POST solutions/articles/{id}/{id}
        PUT solutions/articles/{id}/{id}
        GET search/solutions
        """,
        notBuilt: """
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
            GET solutions/articles/{id}
            PUT solutions/articles/{id}
            DELETE solutions/articles/{id}
            GET solutions/articles/{id}/{id}
            POST solutions/articles/{id}/{id}
            PUT solutions/articles/{id}/{id}
            GET search/solutions
            """)
}
