import Foundation
import FreshworksCore

/// Uses a ``FileStore`` as one process of several: `store TASK FOLDER`.
enum StoreWork {
    private static let key = "shared"

    static func run(_ arguments: [String]) async throws {
        guard arguments.count == 2 else { exit(64) }
        let store = try FileStore(directory: URL(filePath: arguments[1], directoryHint: .isDirectory))
        switch arguments[0] {
        case "count": try await count(in: store)
        case "write": try await write(to: store)
        case "overrun": try await overrun(store)
        default: exit(64)
        }
    }

    /// Adds one until it was acknowledged 50 times, and says how often it met a conflict.
    private static func count(in store: FileStore) async throws {
        var (value, acknowledged, conflicts) = (try await store.load(key), 0, 0)
        while acknowledged < 50 {
            let next = (value.flatMap { Int(String(decoding: $0.data, as: UTF8.self)) } ?? 0) + 1
            let data = Data(String(next).utf8)
            switch try await store.save(data, for: key, expecting: value?.version ?? .absent) {
            case .done(let version):
                value = StoredValue(data: data, version: version)
                acknowledged += 1
            case .conflict(let current):
                value = current
                conflicts += 1
            }
        }
        say("\(acknowledged) \(conflicts)")
    }

    /// Writes values that describe themselves, for ever: a number, one higher each time, the SHA-256 of what follows, and
    /// some bytes. Each number is said once its value is acknowledged.
    private static func write(to store: FileStore) async throws {
        let value = try await store.load(key)
        var number = 0
        if let value, let text = String(decoding: value.data, as: UTF8.self).split(separator: " ").first {
            number = Int(text) ?? 0
        }
        var version = value?.version ?? .absent
        while true {
            number += 1
            let payload = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: .random(in: 0...20_000))
            let digest = Data(SHA256.hash(payload)).base64EncodedString()
            let data = Data("\(number) \(digest) ".utf8) + payload
            guard case .done(let new) = try await store.save(data, for: key, expecting: version) else { exit(1) }
            version = new
            say("\(number)")
        }
    }

    /// Replaces a value where the system lets no file grow beyond 4 KiB, which ends a write in its middle.
    private static func overrun(_ store: FileStore) async throws {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
        #if canImport(Darwin)
            setrlimit(RLIMIT_FSIZE, &limit)
        #else
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        #endif
        guard let value = try await store.load(key) else { exit(1) }
        do {
            _ = try await store.save(Data(repeating: 7, count: 65_536), for: key, expecting: value.version)
            say("saved")
        } catch {
            say("\(error)")
        }
    }

    /// Says a line at once.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}
