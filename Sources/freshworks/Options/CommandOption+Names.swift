import FreshworksConnections

// All options of all commands.

extension CommandOption {
    static let connections = Self(
        "--connection", "NAME", "check a connection of freshworks connections instead; may be repeated")
    static let connection = Self(
        "--connection", "NAME", "the account of a connection of freshworks connections, in the place of PRODUCT")
    static let store = Self(
        "--store", "ADDRESS",
        """
        keep connections at etcd://HOST:PORT[,HOST:PORT…]/PREFIX instead of in files, for several machines; etcds:// for \
        https, which is needed for other machines than this one
        """)
    static func json(_ content: String) -> Self { Self("--json", nil, "print JSON, \(content)") }

    static let deadline = Self("--deadline", "SECONDS", "for each product (30; with a session 60)")

    static let query = Self("--query", "NAME=VALUE", "add to the query; may be repeated")
    static let body = Self("--body", "JSON", "send JSON, the content of @FILE, or standard input (-)", offer: .files)
    static let include = Self("--include", nil, "print status and header fields of the answer before its body")
    static let jq = Self(
        "--jq", "PATH",
        """
        print only what stands at a path of the answer, each value on a line, texts without quotes: .name, ."odd name", \
        [0], [-1] and [] (all elements) behind one another, such as .results[].id. With --all the path begins with .[], \
        for the rows
        """)
    static let all = Self(
        "--all", nil,
        """
        follow the pages of a list, or of a search that POST filtered_search/… asks for, and print one JSON array, row by \
        row as they come; waits where the rate limit is used up. When it fails, the array is closed, and the error says \
        how many rows came before it and where to go on.
        """)

    static let to = Self("--to", "FILE", "where the records go", offer: .files)
    static let resume = Self(
        "--resume", nil,
        """
        go on with FILE, or begin it; FILE that is complete gets what was changed since, where the list tells (tickets)
        """)
    static let after = Self(
        "--after", "FILE", "begin where the export to another file ended, with what was changed since", offer: .files)
    static let since = Self(
        "--since", "DATE", "only what was changed since, such as 2025-06-01 or 2025-06-01T08:00:00Z")
    static let deleted = Self("--deleted", nil, "tickets in the trash and marked as spam, too")
    static let conversations = Self(
        "--conversations", nil, "each ticket with its conversations, which takes a call or more for each")
    static let view = Self("--view", "ID", "of Freshsales: the records of a saved view instead of all")
    static let share = Self("--share", "0…1", "leave the rest of the rate limit to others")

    static let swift = Self("--swift", nil, "print a Swift type with a property for each of the account's own fields")
    static let audit = Self(
        "--audit", nil,
        """
        read a page of each list of the account and its settings, by GET requests alone, and tell which keys of the \
        answers this package does not know, and which fields never came. Prints keys, never values.
        """)

    static let port = Self("--port", "N", "listen on this port; a free one unless told")
    static let rate = Self("--rate", "N", "calls allowed per window, for each product")
    static let tickets = Self("--tickets", "N", "how many tickets there are")
    static let webhook = Self(
        "--webhook", "URL",
        """
        deliver Freshchat's webhooks to this address of this machine; the JSON line then has the public key that they are \
        signed for, as webhook_public_key
        """)

    static let organization = Self("--organization", "O", "the organization's label, host or address")
    static let scope = Self(
        "--scope", "S", "what to ask for; may be repeated, and hold several with spaces between them")
    static let sessionName = Self("--name", "N", "at most 64 letters, digits, dots, hyphens and underscores")
    static let redirectPort = Self(
        "--port", "P", "where the registered redirect URI names a port; a free one unless told")
    static let redirectPath = Self(
        "--redirect-path", "PATH", "the registered redirect URI's path, behind http://127.0.0.1:P (/callback)")
    static let timeout = Self("--timeout", "SECONDS", "how long to wait, at most 600 (300)")

    static let secrets = [
        Self("--secret-file", "FILE", "a file that holds it", offer: .files),
        Self("--secret-env", "VARIABLE", "a variable that holds it"),
    ]
    static let name = Self("--name", "N", "what to call it")
    static let subdomain = Self("--subdomain", "S", "of the account, such as acme")
    static let baseURL = Self("--base-url", "URL", "of the API, in the place of --subdomain")
    static let email = Self("--email", "E", "the secret is the password of this Freshdesk login")
    static let accessToken = Self("--access-token", nil, "the secret is an OAuth access token")
    static let tag = Self("--tag", "T", "what to list it by; may be repeated")
    static let description = Self("--description", "D", "a note")
    static let unverified = Self("--unverified", nil, "store it as it is and send nothing")
    static let onlyTag = Self("--tag", "T", "only those with this tag")
    static let importFormat = Self(
        "--format", "F", "the shape of the file, where it is not to be recognized",
        offer: .words(ConnectionFormat.importable.map(\.rawValue)))
    static let product = Self(
        "--product", "PRODUCT", "of entries that do not say", offer: .words(ProductClient.allCases.map(\.rawValue)))
    static let allowLoopback = Self(
        "--allow-loopback", nil, "take entries whose account is on this machine, such as a sandbox's")
    static let exportFormat = Self(
        "--format", "F", "native (unless told), cloud_elements, nexla, basic_form or kore",
        offer: .words(ConnectionFormat.exportable.map(\.rawValue)))
    static let withSecrets = Self("--with-secrets", nil, "with them, in plain text")
}
