/// What a proxy answered instead of opening a tunnel. It is no answer of the service.
struct ProxyRefusal: Error, Hashable {
    var status: Int
}

/// The server showed a certificate that is not to be trusted.
struct CertificateRefusal: Error, Hashable {}

extension FreshworksError {
    /// No time was left when the transport got the request.
    static var noTimeToSend: FreshworksError {
        FreshworksError(
            .timedOut, "no time was left to send the request", advice: "Try again later, or allow more time.")
    }

    /// The deadline passed while a transport worked on the call.
    static func noAnswerInTime(wasSent: Bool) -> FreshworksError {
        wasSent
            ? FreshworksError(
                .timedOut, "no complete answer came in time", advice: "Try again later, or allow more time.",
                mayHaveBeenExecuted: true)
            : FreshworksError(
                .timedOut, "no connection was free or came about in time, so nothing was sent",
                advice: "Try again later, or allow more time; if it lasts, check network, proxy and firewall.")
    }

    /// What came is not HTTP.
    static func malformedAnswer(_ reason: String) -> FreshworksError {
        FreshworksError(
            .malformedResponse, "the answer is not HTTP that can be read: \(reason)",
            advice: "Check that the address is the service's; proxies that change answers cause this too.",
            mayHaveBeenExecuted: true)
    }

    /// The head of the answer is longer than anything a service sends.
    static var headTooLarge: FreshworksError {
        FreshworksError(
            .responseTooLarge, "the header fields of the answer are more than can be read",
            advice: "Check that the address is the service's, and what a proxy in between adds.",
            mayHaveBeenExecuted: true)
    }

    /// The connection ended while the body came.
    static var truncatedAnswer: FreshworksError {
        FreshworksError(
            .truncatedResponse, "the connection ended in the middle of the answer", advice: "Try again later.",
            mayHaveBeenExecuted: true)
    }

    /// The connection ended before the head was complete.
    static func lostConnection(wasSent: Bool) -> FreshworksError {
        FreshworksError(
            .connectionFailed, "the connection ended before an answer came", advice: "Try again later.",
            mayHaveBeenExecuted: wasSent)
    }

    /// The host has no address.
    static var unresolvedName: FreshworksError {
        FreshworksError(
            .nameNotResolved, "the host's name does not resolve",
            advice: "Check the subdomain, and that this machine can resolve names.")
    }

    /// Nothing listens.
    static var refusedConnection: FreshworksError {
        FreshworksError(
            .connectionRefused, "nothing accepts connections at the address",
            advice: "Check host and port, and that this machine may reach them.")
    }

    /// TLS did not come about. The request follows the handshake, so nothing of it has left the machine.
    static func failedEncryption(_ reason: String) -> FreshworksError {
        FreshworksError(
            .encryptionFailed, "the encrypted connection could not be set up (\(reason))",
            advice: "Check the address, and that this machine trusts the server's certificate.")
    }

    /// TLS did not come about because of the server's certificate, which the next attempt would see again.
    static func refusedCertificate(_ reason: String) -> FreshworksError {
        var error = failedEncryption(reason)
        error.underlying = CertificateRefusal()
        return error
    }

    /// The proxy that the environment names did not let the call through.
    /// - Parameter proxy: Its host and port.
    static func failedProxy(_ proxy: String?, _ reason: String) -> FreshworksError {
        FreshworksError(
            .proxyFailed, "the proxy \(proxy.map { "\($0) " } ?? "")did not let the call through (\(reason))",
            advice: "Check the proxy that https_proxy names, with its user and password, or add the host to no_proxy.")
    }

    /// The proxy answered, but would not open a tunnel.
    static func refusedByProxy(_ proxy: String?, status: Int) -> FreshworksError {
        var error = failedProxy(proxy, "it answered with status \(status)")
        error.underlying = ProxyRefusal(status: status)
        return error
    }

    /// The file to send has vanished or become shorter.
    static var lostUploadFile: FreshworksError {
        FreshworksError(
            .fileUnavailable, "the file to send can no longer be read", advice: "Keep it until the call has returned.")
    }

    /// The process may not open another socket or file.
    static var outOfDescriptors: FreshworksError {
        FreshworksError(
            .outOfDescriptors, "this process has no free file descriptor, so nothing was sent",
            advice: "Raise the limit (ulimit -n), close what is not needed, or allow fewer connections at once.")
    }

    /// The transport takes no calls any more.
    static var transportShutDown: FreshworksError {
        FreshworksError(.shutDown, "the transport was shut down", advice: "Make a new one, or shut down later.")
    }
}
