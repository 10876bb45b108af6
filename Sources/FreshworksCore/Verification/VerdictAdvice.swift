import Foundation

extension Verification.Verdict {
    /// One sentence for the person who configured the credential. It quotes nothing that could be a secret.
    func advice(
        for account: FreshworksAccount, response: TransportResponse?, error: FreshworksError?, sent: Credential?
    ) -> String {
        let product = account.product
        let host = account.origin.host
        switch self {
        case .valid:
            return "The credential works."
        case .invalidCredential:
            return error?.sentence ?? product.rejection(of: sent)
        case .forbidden where response?.allowsNoCalls == true:
            return """
                The plan of \(host) has no API: it allows 0 calls; an administrator can take a plan with API calls, and waiting \
                does not help.
                """
        case .forbidden:
            let words = response.map(ErrorBody.init).map { [$0.code, $0.message].compactMap(\.self) } ?? []
            let says = words.isEmpty ? "" : " (it says: \(words.joined(separator: ", ")))"
            return """
                The service knows the credential but forbids this call\(says): its owner's role, the account's plan or state, or a \
                list of allowed addresses; ask an administrator of \(host).
                """
        case .wrongHost where error?.code == .nameNotResolved:
            return """
                The name \(host) does not resolve; check the subdomain for typing errors, and this machine's resolver \
                if other names fail too.
                """
        case .wrongHost:
            let target = response.flatMap(Self.redirectTarget).map { " (it redirects to \($0))" } ?? ""
            return """
                The host \(host) does not serve the \(product.title) API of an account\(target); copy the subdomain from the \
                address bar of your \(product.title) account.
                """
        case .wrongProduct:
            return """
                An API answers at \(host), but it is not \(product.title)'s; check that subdomain and credential are \
                those of \(product.title).
                """
        case .rateLimited:
            return """
                The account's rate limit is used up; wait a while, let other programs call less often, or look whether its plan \
                has API calls at all.
                """
        case .unreachable:
            let cause = error.map { " (\($0.message))" } ?? ""
            return
                "The host \(host) cannot be reached\(cause); check the network, a proxy or firewall, and the base URL."
        case .notConfigured:
            return error?.sentence ?? "Nothing is configured for \(product.title)."
        // Nothing was sent, so nobody answered and no service is to blame.
        case .inconclusive where response == nil && error?.attempts == 0:
            return error?.sentence ?? "Nothing was sent."
        default:
            let cause = response.map { "status \($0.status)" } ?? error?.message ?? "no answer"
            return "The answer proves nothing (\(cause)); the service may be disturbed, so try again later."
        }
    }

    /// The host of a redirect, and nothing else of it: the rest may carry a session.
    private static func redirectTarget(_ response: TransportResponse) -> String? {
        guard (300..<400).contains(response.status) else { return nil }
        return response.headers["Location"].flatMap { URL(string: $0)?.host() }
    }
}

extension FreshworksError {
    /// What happened and what to do, in one sentence.
    package var sentence: String {
        advice.map { "\(message.capitalizedFirst); \($0.loweredFirst)" } ?? "\(message.capitalizedFirst)."
    }

    /// The same for a call that was made to obtain a credential: it says where.
    var providerSentence: String {
        var error = self
        error.message = "no credential was obtained (\(requestLine ?? operation ?? "")): \(message)"
        return error.sentence
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
