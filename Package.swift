// swift-tools-version: 6.2
import PackageDescription

var settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]
// Set by .ci/run, so that one build shows warnings and runs the tests.
if Context.environment["FRESHWORKS_NO_WARNINGS"] != nil { settings.append(.treatAllWarnings(as: .error)) }

let package = Package(
    name: "swift-freshworks",
    // Synchronization.Mutex sets these minimums. Built and tested on Linux.
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "FreshworksCore", targets: ["FreshworksCore"]),
        .library(name: "Freshdesk", targets: ["Freshdesk"]),
        .library(name: "Freshchat", targets: ["Freshchat"]),
        .library(name: "Freshsales", targets: ["Freshsales"]),
        .library(name: "FreshworksConnections", targets: ["FreshworksConnections"]),
        .library(name: "FreshworksEtcd", targets: ["FreshworksEtcd"]),
        .library(name: "FreshworksSandbox", targets: ["FreshworksSandbox"]),
        .executable(name: "freshworks", targets: ["freshworks"]),
    ],
    targets: [
        // libcurl, loaded at run time: the C functions that Swift cannot call by itself. Empty but on Linux.
        .target(name: "CLibcurl"),
        .target(
            name: "FreshworksCore",
            dependencies: [.target(name: "CLibcurl", condition: .when(platforms: [.linux]))],
            swiftSettings: settings),
        .target(name: "Freshdesk", dependencies: ["FreshworksCore"], swiftSettings: settings),
        .target(name: "Freshchat", dependencies: ["FreshworksCore"], swiftSettings: settings),
        .target(name: "Freshsales", dependencies: ["FreshworksCore"], swiftSettings: settings),
        // Named, verified credentials over any store. Connectors never import it.
        .target(name: "FreshworksConnections", dependencies: ["FreshworksCore"], swiftSettings: settings),
        // A store for several machines.
        .target(name: "FreshworksEtcd", dependencies: ["FreshworksCore"], swiftSettings: settings),
        .target(name: "FreshworksSandbox", dependencies: ["FreshworksCore"], swiftSettings: settings),
        .executableTarget(
            name: "freshworks",
            dependencies: [
                "FreshworksCore", "Freshdesk", "Freshchat", "Freshsales", "FreshworksConnections", "FreshworksEtcd",
                "FreshworksSandbox",
            ],
            swiftSettings: settings),

        // What several test targets share: raw sockets, scripted transports, seeded randomness.
        .target(
            name: "TestSupport", dependencies: ["FreshworksCore", "FreshworksSandbox"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "FreshworksCoreTests",
            dependencies: ["FreshworksCore", "FreshworksSandbox", "TestSupport", "ProcessWorker"],
            swiftSettings: settings),
        .testTarget(
            name: "FreshdeskTests", dependencies: ["Freshdesk", "FreshworksSandbox", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FreshchatTests", dependencies: ["Freshchat", "FreshworksSandbox", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FreshsalesTests", dependencies: ["Freshsales", "FreshworksSandbox", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FreshworksConnectionsTests",
            dependencies: [
                "FreshworksConnections", "Freshdesk", "Freshchat", "Freshsales", "FreshworksSandbox", "TestSupport",
                "ProcessWorker",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "FreshworksEtcdTests",
            dependencies: ["FreshworksEtcd", "FreshworksSandbox", "TestSupport", "ProcessWorker", "freshworks"],
            swiftSettings: settings),
        .testTarget(
            name: "FreshworksSandboxTests", dependencies: ["FreshworksSandbox", "TestSupport", "ProcessWorker"],
            swiftSettings: settings),
        .testTarget(
            name: "freshworksTests",
            dependencies: [
                "freshworks", "Freshdesk", "Freshchat", "Freshsales", "FreshworksConnections", "FreshworksSandbox",
                "TestSupport",
            ],
            swiftSettings: settings),
        // A process of its own for tests that race, stop and kill one.
        .executableTarget(
            name: "ProcessWorker",
            dependencies: [
                "FreshworksCore", "Freshdesk", "Freshchat", "Freshsales", "FreshworksConnections", "FreshworksEtcd",
                "FreshworksSandbox",
            ],
            path: "Tests/ProcessWorker",
            swiftSettings: settings),
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["FreshworksCore", "Freshdesk", "FreshworksConnections", "FreshworksSandbox"],
            path: "Tests/Benchmarks",
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// For the thread sanitizer, which does not see the toolchain's locks: see the module's one file.
if Context.environment["FRESHWORKS_TRACED_LOCKS"] != nil {
    for target in package.targets where target.name != "CLibcurl" {
        target.dependencies.append("Synchronization")
    }
    package.targets.append(.target(name: "Synchronization", path: "Tests/TracedLocks"))
}
