public import Foundation

extension EtcdStore {
    /// A store named by one text: `etcd://HOST:PORT[,HOST:PORT…]/PREFIX`, or `etcds://` for https.
    ///
    /// Plain `etcd://` is for loopback addresses alone. A port that is left out is 2379, a prefix `freshworks`. A user stands
    /// before the hosts, `etcds://app@…`, or in `FRESHWORKS_ETCD_USER`. The password is taken from
    /// `FRESHWORKS_ETCD_PASSWORD`, or from the file that `FRESHWORKS_ETCD_PASSWORD_FILE` names; an address that holds one is
    /// refused, because arguments are seen by others.
    /// - Parameter variables: What the environment says; nothing else of it is read.
    /// - Throws: ``FreshworksError/Code/invalidArgument``, saying what is wrong with the address;
    ///   ``FreshworksError/Code/notConfigured`` for a user without a password; why the password's file cannot be used.
    public init(
        address: String, variables: [String: String] = ProcessInfo.processInfo.environment,
        timeout: Duration = .seconds(8), runtime: FreshworksRuntime = .shared
    ) throws {
        let parts = PastedAddress(address)
        guard let scheme = ["etcd": "http", "etcds": "https"][parts.scheme ?? ""], parts.suffix.isEmpty else {
            throw Self.refusal("is not of the form etcd://HOST:PORT[,HOST:PORT…]/PREFIX", "Use etcds:// for https.")
        }
        if let user = parts.userInfo, user.contains(":") {
            throw Self.refusal(
                "holds a password", "Leave the user's name before the @, and set FRESHWORKS_ETCD_PASSWORD.")
        }
        let authority = address.dropFirst((parts.scheme?.count ?? 0) + 3).prefix { $0 != "/" }
        let hosts = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        let endpoints = try hosts.split(separator: ",", omittingEmptySubsequences: false).map {
            try EtcdEndpoint(String($0), scheme: scheme, port: 2379)
        }
        let path = parts.path.drop { $0 == "/" }
        guard let prefix = String(path).removingPercentEncoding else {
            throw Self.refusal("has a prefix that is not percent-encoded", "Write a percent sign as %25.")
        }
        try self.init(
            endpoints: endpoints, space: EtcdKeySpace(prefix: prefix.isEmpty ? "freshworks" : prefix),
            user: Self.user(parts.userInfo.map(String.init), in: variables), timeout: timeout, runtime: runtime)
    }

    private static func user(_ name: String?, in variables: [String: String]) throws -> User? {
        let named = name ?? variables["FRESHWORKS_ETCD_USER"].flatMap { $0.isEmpty ? nil : $0 }
        guard let named else { return nil }
        guard !named.isEmpty, let name = named.removingPercentEncoding else {
            throw refusal("has no user before the @", "Leave the @ out, or name one.")
        }
        guard let password = try FreshworksEnvironment.secret("FRESHWORKS_ETCD_PASSWORD", in: variables) else {
            throw FreshworksError(
                .notConfigured, "there is no password for the user of etcd",
                advice: "Set FRESHWORKS_ETCD_PASSWORD or FRESHWORKS_ETCD_PASSWORD_FILE.")
        }
        return User(name: name, password: password)
    }

    /// The address itself may hold a password and is not quoted.
    private static func refusal(_ reason: String, _ advice: String) -> FreshworksError {
        FreshworksError(.invalidArgument, "the address of the store \(reason)", advice: advice)
    }
}
