import FreshworksCore

extension FreshdeskService {
    static let settingsRoutes = [Route<FreshdeskService>("GET", "settings/helpdesk", helpDeskSettings)]

    private static func helpDeskSettings(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.refuse(request.query.strangers(besides: []), nil)
        return .json(
            200,
            [
                "primary_language": "en", "supported_languages": ["de", "fr"], "portal_languages": ["en", "de"],
                "help_widget_languages": ["en"],
            ])
    }
}
