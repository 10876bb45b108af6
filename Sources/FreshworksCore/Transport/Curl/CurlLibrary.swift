#if os(Linux)
    import CLibcurl
    import Foundation

    /// The libcurl of this machine. FoundationNetworking needs it too, so it is there wherever that is linked dynamically.
    struct CurlLibrary: Sendable {
        /// The version as 0xMMmmpp.
        var version: UInt32
        /// The file of certificates that it trusts by itself; `nil` where it trusts a folder alone, or does not tell.
        var certificateFile: String?

        /// The library, loaded once; `nil` where there is none, or none that is new enough.
        static let system = load("libcurl.so.4")

        /// 7.68, the first with `curl_multi_wakeup`.
        static let oldest: UInt32 = 0x07_44_00

        /// Loads a library.
        /// - Parameter found: For tests: what to take its version for.
        static func load(_ name: String, as found: UInt32? = nil) -> CurlLibrary? {
            let version = fw_curl_load(name)
            guard version.number > 0 else { return nil }
            var library = CurlLibrary(version: found ?? version.number)
            guard library.version >= oldest else { return nil }
            if version.features & threadSafe == 0 { FoundationLibcurl.initialize() }
            guard fw_curl_initialize() == 0 else { return nil }
            library.certificateFile = ownCertificateFile(version.number)
            return library
        }

        /// Told since 7.84.
        private static func ownCertificateFile(_ version: UInt32) -> String? {
            guard version >= 0x07_54_00, let easy = fw_easy_new() else { return nil }
            defer { fw_easy_free(easy) }
            let file = fw_easy_text(easy, CurlInfo.caInfo).map { String(cString: $0) }
            return file.flatMap { FileManager.default.isReadableFile(atPath: $0) ? $0 : nil }
        }

        /// `CURL_VERSION_THREADSAFE`: any thread may set the library up at any time.
        private static let threadSafe: Int32 = 1 << 30

        /// Whether a second sending of a request can be stopped: `CURLOPT_PREREQFUNCTION`, 7.80.
        var asksBeforeSending: Bool { version >= 0x07_50_00 }

        /// Whether a transfer can be taken out while its host's name is being resolved, without waiting for that: 7.87.
        var leavesResolversAlone: Bool { version >= 0x07_57_00 }

        /// Whether protocols are named by words, 7.85; the numbers of before are deprecated.
        var namesProtocols: Bool { version >= 0x07_55_00 }
    }
#endif
