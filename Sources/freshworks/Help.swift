import FreshworksSandbox

/// What `--help` prints.
enum Help {
    static let overview = """
        Checks Freshworks credentials and makes signed calls to Freshdesk, Freshchat and Freshsales.

        usage: freshworks COMMAND …
               freshworks --version

        \([CommandOption].lines(Subcommand.allCases.map { ($0.rawValue, $0.summary) }))

        freshworks COMMAND --help tells more.
        """

    /// Those of the sandbox, a line for each kind of record.
    static var customFields: String {
        let sandbox = Sandbox()
        let products = [
            ("freshdesk", sandbox.freshdesk.customFields), ("freshchat", sandbox.freshchat.customFields),
            ("freshsales", sandbox.freshsales.customFields),
        ]
        return products.flatMap { product, fields in
            Dictionary(grouping: fields, by: \.collection).sorted { $0.key < $1.key }.map { collection, fields in
                let list = fields.map { "\($0.name) (\(word(for: $0.kind)))" }.joined(separator: ", ")
                return "  \(product) \(collection): \(list)"
            }
        }.joined(separator: "\n")
    }

    private static func word(for kind: Sandbox.CustomFieldKind) -> String {
        switch kind {
        case .text: "text"
        case .number: "number"
        case .decimal: "decimal"
        case .checkbox: "checkbox"
        case .date: "date"
        case .dropdown(let choices): "one of \(choices.joined(separator: ", "))"
        }
    }

    static let environment = """
        environment
          FRESHDESK_SUBDOMAIN   with FRESHDESK_API_KEY, or FRESHDESK_EMAIL and FRESHDESK_PASSWORD
          FRESHCHAT_SUBDOMAIN   with FRESHCHAT_API_TOKEN
          FRESHSALES_SUBDOMAIN  with FRESHSALES_API_KEY
          Each secret may stand in a file instead, named by the same variable with _FILE at its end.
          FRESHDESK_BASE_URL, FRESHCHAT_BASE_URL and FRESHSALES_BASE_URL replace the address built from the subdomain.
          FRESHWORKS_SESSION    the name of a session that freshworks login saved. It takes the place of the keys above for
                                every product; a product then needs its subdomain or base URL alone.
                                FRESHWORKS_CLIENT_SECRET is needed to refresh it.
          FRESHWORKS_TRANSPORT  urlsession: sends with Foundation's URLSession instead of libcurl
        """

    static let client = """
        environment
          FRESHWORKS_CLIENT_ID          as registered in the developer portal
          FRESHWORKS_CLIENT_SECRET      or FRESHWORKS_CLIENT_SECRET_FILE, the path of a file that holds it
          FRESHWORKS_OAUTH_BASE_URL     replaces the organization's https://O.myfreshworks.com/org/oauth/v2
          FRESHWORKS_SESSION_DIRECTORY  where sessions are; $XDG_STATE_HOME/freshworks/sessions unless set, and without
                                        that ~/.local/state/freshworks/sessions
        """
}

extension Help {
    static let connections = """
        usage: freshworks connections add PRODUCT --name N --subdomain S [SECRET] [OPTIONS]
               freshworks connections list [--tag T] [--json]
               freshworks connections show CONNECTION [--json]
               freshworks connections verify [CONNECTION…] [--tag T] [--json]
               freshworks connections rotate CONNECTION [SECRET] [--unverified]
               freshworks connections rename CONNECTION NAME
               freshworks connections disable|enable|remove CONNECTION
               freshworks connections import FILE|- [--format F] [--product PRODUCT] [--allow-loopback]
               freshworks connections export [CONNECTION…] [--format F] [--with-secrets]

        Keeps named connections in files of this user. CONNECTION is an id or a name, whatever the letter case; api, export
        and verify take it with --connection. PRODUCT is freshdesk, freshchat or freshsales.

        SECRET says where the key, token or password comes from, which is never an argument. Without it the terminal
        asks without echo, or standard input is read to its end.
        \(CommandOption.secrets.help)

        add and rotate verify the credential first and store it only if it is valid. rotate replaces the secret and keeps the
        rest: the e-mail address of a login, the header and prefix of a header.
        \(CommandOption.lines(.unverified, .email, .accessToken))

        add takes besides
        \(CommandOption.lines(.name, .subdomain, .baseURL, .tag, .description))

        list, show and verify
        \(CommandOption.lines(.onlyTag, .json("with one object per connection")))

        import recognizes the shapes of Cloud Elements, SAP Open Connectors, Nexla, Nango, Airbyte, n8n, Activepieces,
        Pipedream, Kore.ai's profiles and its own by themselves. It sends nothing, and stores nothing where one entry is
        wrong. Of profiles those are taken that one key serves for everybody; say their --product. export writes native,
        cloud_elements, nexla, basic_form or kore, without secrets unless told.
        \(CommandOption.lines(.importFormat, .product, .allowLoopback))

        export
        \(CommandOption.lines(.exportFormat, .withSecrets))

        all, and --connection of api, export, schema and verify
        \(CommandOption.lines(.store))

        exit status
          0 done   1 the credential does not work   2 the call is wrong, or an entry   3 no verdict

        environment
          FRESHWORKS_ETCD_USER              with FRESHWORKS_ETCD_PASSWORD, where etcd asks for them
          FRESHWORKS_CONNECTIONS_DIRECTORY  where they are; $XDG_STATE_HOME/freshworks/connections unless set, and
                                            without that ~/.local/state/freshworks/connections
        """
}

extension Subcommand {
    var help: String {
        switch self {
        case .connections: Help.connections
        case .schema: Help.schema
        case .demo:
            """
            usage: freshworks demo

            Starts the sandbox on a free loopback port and tours all three products over real HTTP. Needs no account.
            Prints each request line with its outcome. Exit status 0 only if every step did what it should.
            """
        case .verify:
            """
            usage: freshworks verify [PRODUCT…] [--connection NAME] [--json] [--deadline SECONDS]

            Checks the credentials of the named products, or of all that the environment configures.
            PRODUCT is freshdesk, freshchat or freshsales.

            \(options.help)

            exit status
              0 valid   1 the credential does not work   2 not configured   3 no verdict
              With several products the highest wins.

            \(Help.environment)
            """
        case .api:
            """
            usage: freshworks api PRODUCT METHOD PATH [--query NAME=VALUE]… [--body JSON|@FILE|-] [OPTIONS]
                   freshworks api --connection NAME METHOD PATH …

            Makes one signed call and prints the body of the answer. PATH is as the service's documentation prints it,
            with or without the base path. On a terminal JSON is indented and colored (NO_COLOR=1: not colored); to a file
            or a pipe the body goes as it came. Of a connection that was imported members that are null are left out where
            its filter.response.nulls says so.

            \(options.help)

            exit status
              0 done   1 the service refused, or has more than it serves
              2 the call or its configuration is wrong   3 no verdict (network, 5xx, rate limit)

            \(Help.environment)
            """
        case .export:
            """
            usage: freshworks export PRODUCT RESOURCE --to FILE [--resume|--after FILE] [OPTIONS]
                   freshworks export --connection NAME RESOURCE --to FILE …

            Writes every record as a line of JSON to FILE, which must not be there yet. FILE.checkpoint beside it tells how
            much is certain: after Ctrl-C, a crash or kill -9 the same call with --resume goes on, without loss or
            repetition. Waits where the rate limit is used up. Shows on a terminal how far it is.

            \(options.help)

            RESOURCE
            \(ExportResource.list)

            A ticket that is changed meanwhile comes again, in its new version: the last line of an id counts.

            exit status
              0 done   1 the service refused, or has more than it serves
              2 the call or its configuration is wrong   3 no verdict (network, 5xx, rate limit)   130 interrupted

            \(Help.environment)
            """
        case .sandbox:
            """
            usage: freshworks sandbox [--port N] [--rate N] [--tickets N] [--webhook URL] [-- COMMAND…]

            Serves the three services from memory on 127.0.0.1, for tests, and prints one JSON line with base URLs and
            invented credentials. Stops on SIGINT and SIGTERM.

            \(options.help)
              -- COMMAND…    run a command instead of printing the line, and end with it and its exit status. It finds
                             the base URLs and credentials in the variables that freshworks verify reads, the OAuth
                             client in those of freshworks login, and the public key in FRESHCHAT_WEBHOOK_PUBLIC_KEY.

            custom fields
            \(Help.customFields)
            """
        case .completion:
            """
            usage: freshworks completion bash|zsh|fish

            Prints what makes a shell offer the commands, options and products: for bash and zsh
              source <(freshworks completion bash)
            in ~/.bashrc or ~/.zshrc, for fish
              freshworks completion fish > ~/.config/fish/completions/freshworks.fish
            """
        case .login:
            """
            usage: freshworks login --organization O --scope S… --name N [--port P] [--redirect-path /callback]
                                    [--timeout SECONDS]

            Prints the address of the consent page, waits on 127.0.0.1 for the browser to come back, and saves the session
            under its name, in place of an earlier one. Opens nothing by itself. FRESHWORKS_SESSION=N then makes verify
            and api use it.

            \(options.help)

            exit status
              0 saved   1 consent was refused, or the server refused the client
              2 the call or its configuration is wrong   3 nobody consented in time, or no answer

            \(Help.client)
            """
        }
    }
}
