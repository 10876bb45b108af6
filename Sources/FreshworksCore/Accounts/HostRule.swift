/// A place where accounts of a product live.
public struct HostRule: Sendable, Hashable {
    /// Which hosts the rule allows.
    public let match: Match
    /// The path that every API address on these hosts starts with, such as `/api/v2`.
    public let basePath: String

    /// Which hosts a rule allows.
    public enum Match: Sendable, Hashable {
        /// Exactly one label in front of a suffix such as `.freshdesk.com`. The dot is part of the suffix, so that
        /// `evilfreshdesk.com` does not match.
        case tenants(suffix: String)
        /// This host alone.
        case exactly(String)
    }

    /// Allows one tenant label in front of a suffix such as `.freshdesk.com`.
    public static func tenants(under suffix: String, basePath: String) -> HostRule {
        HostRule(match: .tenants(suffix: suffix), basePath: basePath)
    }

    /// Allows one host that several tenants share.
    public static func exactly(_ host: String, basePath: String) -> HostRule {
        HostRule(match: .exactly(host), basePath: basePath)
    }

    /// What stands before the rule's suffix in a host; the host itself under a rule for one; `nil` if the rule does not fit.
    func label(of host: String) -> String? {
        switch match {
        case .tenants(let suffix): host.hasSuffix(suffix) ? String(host.dropLast(suffix.count)) : nil
        case .exactly(let only): host == only ? host : nil
        }
    }

    var suffix: String? {
        if case .tenants(let suffix) = match { suffix } else { nil }
    }
}
