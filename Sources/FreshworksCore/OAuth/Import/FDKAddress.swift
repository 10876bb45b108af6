import Foundation

/// Fills the places of an address, each as its position allows, so that no value can choose more than it was meant to.
struct FDKAddress {
    private var text = ""
    private var hostHasValue = false

    /// - Parameter values: What was entered. In the host a value is one label, or a whole host where it ends there; behind the
    ///   host it is percent-encoded.
    static func url(_ template: FDKTemplate, with values: [String: String]) throws(ImportProblem) -> URL {
        var address = FDKAddress()
        for (index, part) in template.parts.enumerated() {
            switch part {
            case .text(let text):
                address.text += text.reveal()
            case .value(let name, let fallback):
                let value = FDKTemplate.value(of: name, or: fallback, in: values)
                try address.append(value, endsHost: endsHost(template.parts.dropFirst(index + 1).first))
            }
        }
        return try address.checked()
    }

    /// Whether the text that follows a place begins behind the host.
    private static func endsHost(_ next: FDKTemplate.Part?) -> Bool {
        switch next {
        case nil: true
        case .text(let text): text.reveal().first.map { "/?#:".contains($0) } ?? true
        case .value: false
        }
    }

    private mutating func append(_ value: String, endsHost: Bool) throws(ImportProblem) {
        guard let authority = text.firstRange(of: "://")?.upperBound else {
            throw .value("must begin with https://, written in the file")
        }
        if text[authority...].contains(where: { "/?#".contains($0) }) {
            text += PercentEncoding.encode(value)
            return
        }
        guard !text[authority...].contains(":") else { throw .value("must not take a port from a value") }
        let host = value.lowercased()
        // Glued to a written name, a host would become another one's.
        let mayBeHost = endsHost && (text.endIndex == authority || text.hasSuffix("."))
        guard Self.isLabel(host) || (mayBeHost && Self.isHost(host)) else {
            throw .value(
                mayBeHost
                    ? "takes a value into its host that is not a host name"
                    : "takes a value into its host that is not one label of letters, digits and hyphens")
        }
        hostHasValue = true
        text += host
    }

    private func checked() throws(ImportProblem) -> URL {
        let address = PastedAddress(text)
        guard address.userInfo == nil else { throw .value("must not hold a user name or password") }
        let isWrittenLoopback = address.isLoopback && !hostHasValue
        guard address.scheme == "https" || (address.scheme == "http" && isWrittenLoopback) else {
            throw .value("must begin with https://; plain http is for a loopback address written in the file")
        }
        guard isWrittenLoopback || Self.isHost(address.host.lowercased()) else {
            throw .value("must name its host in full, not as an IP address")
        }
        if let port = address.port {
            guard port.isDecimal, let number = UInt16(port), number > 0 else { throw .value("has a port that is none") }
        }
        let segments = address.path.split(separator: "/").map { $0.removingPercentEncoding }
        guard !segments.contains("."), !segments.contains("..") else {
            throw .value("must not hold . or .. as a part of its path")
        }
        guard !address.suffix.contains("#"), let url = URL(string: text, encodingInvalidCharacters: false) else {
            throw .value("must be an address of legal characters and without a fragment")
        }
        return url
    }

    // MARK: - RFC 1123 §2.1, in lower case

    private static func isLabel(_ text: some StringProtocol) -> Bool {
        (1...63).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }

    /// A domain never begins with a digit in its last label, an IPv4 address in whatever spelling does.
    private static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && text.utf8.count <= 253 && labels.allSatisfy(isLabel)
            && labels.last?.first?.isLetter == true
    }
}
