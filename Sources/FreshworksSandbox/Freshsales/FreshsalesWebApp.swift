import FreshworksCore

/// The few routes of the web app that take an API key. They stand beside `/api` alone.
extension FreshsalesService {
    /// What they are below, so that no path of the API can be one of them.
    static let webAppPath = "/crm"

    static let webAppRoutes = [
        webApp("sales/deals/{id}/tasks") { (request, service) throws(SandboxReply) in
            let rows = service.about(try service.record(of: deals, request), "Deal", tasks)
            return .json(200, ["tasks": .array(rows.map { .object(tasks.visible($0, inList: true)) })])
        },
        conversations(deals), conversations(contacts),
    ]

    private static func conversations(_ collection: FreshsalesRecords) -> Route<FreshsalesService> {
        webApp("sales/\(collection.path)/{id}/conversations/all") { (request, service) throws(SandboxReply) in
            _ = try service.record(of: collection, request)
            return .json(200, ["email_conversations": []])
        }
    }

    private static func webApp(
        _ path: String, _ handler: @escaping Route<FreshsalesService>.Handler
    ) -> Route<FreshsalesService> {
        Route("GET", path) { (request, service) throws(SandboxReply) in
            guard request.basePath == webAppPath else { throw FreshsalesReplies.notFoundPage }
            return try handler(request, &service)
        }
    }
}

extension Door {
    /// Where a path leads that is one of the web app's routes.
    static func freshsalesWebApp(_ path: String) -> Door? {
        path.wholeMatch(of: /\/crm\/sales\/(deals\/[^\/]+\/tasks|(deals|contacts)\/[^\/]+\/conversations\/all)/)
            .map { _ in .service(.product(.freshsales), basePath: FreshsalesService.webAppPath) }
    }
}
