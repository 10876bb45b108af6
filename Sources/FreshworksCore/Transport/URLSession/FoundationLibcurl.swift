import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// FoundationNetworking's own use of libcurl, in this same process.
enum FoundationLibcurl {
    /// Makes Foundation set up libcurl now, and waits for that.
    ///
    /// Before version 7.84 no two threads may do so at once (libcurl's manual, `curl_global_init`), and Foundation does it
    /// unasked when the first session is made.
    static func initialize() { URLSession(configuration: .ephemeral).invalidateAndCancel() }
}
