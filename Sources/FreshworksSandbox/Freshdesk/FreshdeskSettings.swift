import FreshworksCore

extension FreshdeskService {
    static let settingsRoutes = [
        Route<FreshdeskService>("GET", "settings/helpdesk") { request, _ throws(SandboxReply) in
            var validation = FreshdeskValidation()
            validation.allowOnly([], in: request.query)
            try validation.finish()
            return .json(
                200,
                [
                    "primary_language": "en", "supported_languages": ["de", "fr"], "portal_languages": ["en", "de"],
                    "help_widget_languages": ["en"],
                ])
        }
    ]
}
