// swift-tools-version: 6.2
import PackageDescription

// A package as a user of the library would write it: a server app, a connector for another product, another transport.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let freshworks = "swift-freshworks"

let package = Package(
    name: "server-app",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: freshworks, path: "../.."),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.0.0"),
    ],
    targets: [
        .target(
            name: "FreshworksAsyncHTTPClient",
            dependencies: [
                .product(name: "FreshworksCore", package: freshworks),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "_NIOFileSystem", package: "swift-nio"),
            ], swiftSettings: settings),
        .target(
            name: "Freshservice", dependencies: [.product(name: "FreshworksCore", package: freshworks)],
            swiftSettings: settings),
        // Loads libpq when a store is made, so nothing here needs it to start.
        .target(
            name: "PostgresStore", dependencies: [.product(name: "FreshworksCore", package: freshworks)],
            swiftSettings: settings),
        .executableTarget(
            name: "ServerApp",
            dependencies: [
                "FreshworksAsyncHTTPClient",
                .product(name: "Freshchat", package: freshworks),
                .product(name: "Freshdesk", package: freshworks),
                .product(name: "Freshsales", package: freshworks),
                .product(name: "FreshworksConnections", package: freshworks),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: settings),
        .testTarget(
            name: "ServerAppTests",
            dependencies: [
                "FreshworksAsyncHTTPClient", "Freshservice", "ServerApp",
                .product(name: "Freshchat", package: freshworks),
                .product(name: "Freshdesk", package: freshworks),
                .product(name: "Freshsales", package: freshworks),
                .product(name: "FreshworksConnections", package: freshworks),
                .product(name: "FreshworksCore", package: freshworks),
                .product(name: "FreshworksEtcd", package: freshworks),
                .product(name: "FreshworksSandbox", package: freshworks),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ], swiftSettings: settings),
        .testTarget(
            name: "PostgresStoreTests",
            dependencies: [
                "PostgresStore",
                .product(name: "FreshworksCore", package: freshworks),
                .product(name: "FreshworksSandbox", package: freshworks),
            ], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
