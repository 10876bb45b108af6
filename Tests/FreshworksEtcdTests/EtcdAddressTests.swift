import FreshworksEtcd
import TestSupport
import Testing

@Suite("The address of an etcd store")
struct EtcdAddressTests {
    @Test(
        "names the members, the prefix and whether to encrypt",
        arguments: [
            ("etcd://127.0.0.1:2379/app", "EtcdStore(http://127.0.0.1:2379, app/)"),
            ("etcd://localhost/", "EtcdStore(http://localhost:2379, freshworks/)"),
            ("etcd://localhost", "EtcdStore(http://localhost:2379, freshworks/)"),
            ("etcd://[::1]:1,127.0.0.1:2/a/b/", "EtcdStore(http://[::1]:1, http://127.0.0.1:2, a/b/)"),
            (
                "etcds://one.example,two.example:443/app",
                "EtcdStore(https://one.example:2379, https://two.example, app/)"
            ),
            ("ETCDS://One.Example/a%20b", "EtcdStore(https://one.example:2379, a b/)"),
        ])
    func reads(address: String, described: String) throws {
        #expect(try EtcdStore(address: address, variables: [:]).description == described)
    }

    @Test(
        "is refused with a reason, and a password in it is never repeated",
        arguments: [
            ("etcd://one.example:2379/app", "is not encrypted"),
            ("etcd://127.0.0.1,one.example/app", "is not encrypted"),
            ("etcds://app:hunter2@one.example/app", "holds a password"),
            ("etcds://app:hunter2@one.example,two.example/app", "holds a password"),
            ("etcds://one.example,app:hunter2@two.example/app", "holds a password"),
            ("etcds://app:hun@ter2@one.example/app", "holds a password"),
            ("https://one.example:2379/app", "not of the form"),
            ("one.example:2379/app", "not of the form"),
            ("etcds:///app", "is none"),
            ("etcds://one.example,/app", "is none"),
            ("etcds://one.example:0/app", "port"),
            ("etcds://one.example:65536/app", "port"),
            ("etcds://one.example:+1/app", "port"),
            ("etcds://one.example/app?x=hunter2", "not of the form"),
            ("etcds://one.example/app#hunter2", "not of the form"),
            ("etcds://one.example/a%0Ab", "control characters"),
            ("etcds://one.example/a%zz", "percent-encoded"),
            ("etcds://one.example\\@two.example/app", "no password"),
            ("etcds://@one.example/app", "no user"),
            ("etcds://öne.example/app", "is none"),
        ])
    func refuses(address: String, reason: String) throws {
        let error = try #require(throws: FreshworksError.self) {
            _ = try EtcdStore(address: address, variables: [:])
        }
        #expect(error.description.contains(reason))
        #expect(error.advice != nil)
        #expect(!error.description.contains("ter2"))
    }

    @Test("takes the user from the address or the environment, and the password from the environment alone")
    func user() throws {
        let password = ["FRESHWORKS_ETCD_PASSWORD": "hunter2"]
        let named = try EtcdStore(address: "etcds://app@one.example/app", variables: password)
        #expect(named.description == "EtcdStore(https://one.example:2379, app/)")
        #expect(!Exposure(of: named).shows(["hunter2"]))
        for (address, variables) in [
            ("etcds://app@one.example/app", [:]), ("etcds://one.example/app", ["FRESHWORKS_ETCD_USER": "app"]),
        ] {
            let error = try #require(throws: FreshworksError.self) {
                _ = try EtcdStore(address: address, variables: variables)
            }
            #expect(error.code == .notConfigured)
        }
        let both = try #require(throws: FreshworksError.self) {
            _ = try EtcdStore(
                address: "etcds://app@one.example/app",
                variables: ["FRESHWORKS_ETCD_PASSWORD": "a", "FRESHWORKS_ETCD_PASSWORD_FILE": "/b"])
        }
        #expect(both.code == .conflictingVariables)
    }

    @Test(
        "of a member is a URL of nothing but scheme, host and port",
        arguments: [
            "http://one.example:2379", "https://app:hunter2@one.example", "https://one.example/v3", "one.example",
            "ftp://127.0.0.1", "https://", "https://one.example?a", "",
        ])
    func member(endpoint: String) throws {
        let error = try #require(throws: FreshworksError.self) { _ = try EtcdStore(endpoints: [endpoint]) }
        #expect(error.code == .invalidArgument)
        #expect(!error.description.contains("hunter2"))
    }

    @Test("and the prefix are needed, and a call needs time")
    func needed() throws {
        for make: () throws -> EtcdStore in [
            { try EtcdStore(endpoints: []) }, { try EtcdStore(endpoints: ["http://[::1]:1"], prefix: "") },
            { try EtcdStore(endpoints: ["http://[::1]:1"], prefix: "/") },
            { try EtcdStore(endpoints: ["http://[::1]:1"], prefix: "a\u{0}") },
            { try EtcdStore(endpoints: ["http://[::1]:1"], timeout: .zero) },
        ] {
            let error = try #require(throws: FreshworksError.self) { _ = try make() }
            #expect(error.code == .invalidArgument)
        }
    }
}
