/// The servers of a mailbox of one's own. Source: Freshdesk API v2, e-mail mailboxes.
///
/// Its fields are those of ``Fields``.
public struct CustomMailbox: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a mailbox.
    public init(json: JSONObject) { self.json = json }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// Names the servers: one of them, or both.
    public init(incoming: MailServer? = nil, outgoing: MailServer? = nil) {
        let access = incoming == nil ? "outgoing" : outgoing == nil ? "incoming" : "both"
        var json: JSONObject = ["access_type": .string(access)]
        json["incoming"] = incoming?.jsonValue
        json["outgoing"] = outgoing?.jsonValue
        self.json = json
    }

    /// The fields of ``CustomMailbox``, which the service alone writes.
    public final class Fields: FieldTable {
        /// What it is for: `incoming`, `outgoing` or `both`.
        public let accessType = ReadOnly<String>("access_type")
        /// Where mail is fetched.
        public let incoming = ReadOnly<MailServer>("incoming")
        /// Where mail is handed over.
        public let outgoing = ReadOnly<MailServer>("outgoing")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A server that mail is fetched from, or handed over to. Source: Freshdesk API v2, e-mail mailboxes.
///
/// Its fields are those of ``Fields``. The password is sent and never answered; it is not shown when the value is printed.
public struct MailServer: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a server.
    public init(json: JSONObject) { self.json = json }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// Describes a server.
    /// - Parameter deletesFromServer: Whether mail is deleted there once it became a ticket; it has to be said of incoming
    ///   servers, and only of them.
    public init(
        host: String, port: Int, usesSSL: Bool = true, authentication: String = "plain", userName: String,
        password: Secret, deletesFromServer: Bool? = nil
    ) {
        var json: JSONObject = [
            "mail_server": .string(host), "port": port.jsonValue, "use_ssl": .bool(usesSSL),
            "authentication": .string(authentication), "user_name": .string(userName),
            "password": .string(password.reveal()),
        ]
        json["delete_from_server"] = deletesFromServer.map { .bool($0) }
        self.json = json
    }

    /// The fields of ``MailServer``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The server's name.
        public let host = ReadOnly<String>("mail_server")
        /// The port.
        public let port = ReadOnly<Int>("port")
        /// Whether the connection is encrypted.
        public let usesSSL = ReadOnly<Bool>("use_ssl")
        /// Whether mail is deleted there once it became a ticket; of incoming servers alone.
        public let deletesFromServer = ReadOnly<Bool>("delete_from_server")
        /// How to log in: `plain`, `login` or `CRAM-MD5`.
        public let authentication = ReadOnly<String>("authentication")
        /// The login name.
        public let userName = ReadOnly<String>("user_name")
        /// Why it does not work; of incoming servers alone.
        public let failureCode = ReadOnly<String>("failure_code")

        /// The only instance.
        public static let table = Fields()
    }
}
