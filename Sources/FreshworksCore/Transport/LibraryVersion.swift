/// Which release of the package this is.
package enum LibraryVersion {
    /// The version, as in the release's tag.
    package static let current = "0.1.0"
    /// What requests say about their sender.
    package static let userAgent = "swift-freshworks/\(current)"
}
