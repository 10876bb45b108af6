import Foundation
import FreshworksEtcd
import Synchronization
import TestSupport
import Testing

extension JSONValue {
    /// A text as the gateway spells bytes.
    static func base64(_ text: String) -> JSONValue { .string(Data(text.utf8).base64EncodedString()) }
}

/// Counts calls.
final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .sequentiallyConsistent) }

    @discardableResult
    func next() -> Int { count.add(1, ordering: .sequentiallyConsistent).newValue }
}

extension EtcdServers {
    /// Who the user `app` is.
    static let userVariables = ["FRESHWORKS_ETCD_USER": "app", "FRESHWORKS_ETCD_PASSWORD": "FAKEpassword1"]

    /// Makes `root`, and `app` with a role for the prefix `app/`.
    func enableUsers() async throws {
        let end = JSONValue.base64("app0")
        for (function, body) in [
            ("auth/user/add", ["name": "root", "password": "FAKErootpassword"]),
            ("auth/role/add", ["name": "root"]),
            ("auth/user/grant", ["user": "root", "role": "root"]),
            ("auth/user/add", ["name": "app", "password": "FAKEpassword1"]),
            ("auth/role/add", ["name": "app"]),
            (
                "auth/role/grant",
                ["name": "app", "perm": ["permType": "READWRITE", "key": .base64("app/"), "range_end": end]]
            ),
            ("auth/user/grant", ["user": "app", "role": "app"]),
            ("auth/enable", [:]),
        ] as [(String, JSONValue)] {
            _ = try await call(function, body)
        }
    }

    func token(of user: String) async throws -> String {
        let answer = try await call("auth/authenticate", ["name": .string(user), "password": "FAKErootpassword"])
        return try #require(answer["token"]?.stringValue)
    }
}
