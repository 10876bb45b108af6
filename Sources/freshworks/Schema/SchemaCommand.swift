import Foundation
import FreshworksCore

/// `freshworks schema`: the fields that an account has, as text, as JSON or as Swift; or what its answers have that no field
/// table knows.
struct SchemaCommand {
    private enum Form { case text, json, swift }

    private let target: Target
    private let recordName: String?
    private let form: Form
    private let audits: Bool
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let arguments = try Arguments(words, of: Subcommand.schema.options)
        let connection = try arguments.one("--connection")
        let words = arguments.positional
        let count = connection == nil ? 1 : 0
        guard words.count >= count, words.count <= count + 1 else {
            throw Misuse(
                connection == nil
                    ? "schema takes a product and a kind of record; see freshworks schema --help"
                    : "schema takes a kind of record beside --connection; see freshworks schema --help")
        }
        target = try connection.map(Target.connection) ?? .product(ProductClient(argument: words[0]))
        recordName = words.count > count ? words[count] : nil
        audits = arguments.has("--audit")
        form = arguments.has("--swift") ? .swift : arguments.has("--json") ? .json : .text
        guard !(arguments.has("--swift") && (arguments.has("--json") || audits)) else {
            throw Misuse("--swift goes with neither --json nor --audit")
        }
        guard !audits || recordName == nil else { throw Misuse("--audit reads all lists; name the product alone") }
        if case .product(let product) = target, let recordName {
            _ = try SchemaRecord.named(recordName, of: product)
        } else if form == .swift, recordName == nil {
            throw Misuse("--swift writes one type; name the kind of record")
        }
        var context = context
        context.store = try arguments.one("--store")
        guard connection != nil || context.store == nil else { throw Misuse("--store goes with --connection") }
        self.context = context
    }

    func run() async throws -> ExitStatus { try await Clients.use(context, call) }

    private func call(with clients: Clients) async throws -> ExitStatus {
        let (product, client) = try await clients.client(of: target)
        return audits ? try await audit(product, client.api) : try await show(product, client.api)
    }

    private func audit(_ product: ProductClient, _ api: APIClient) async throws -> ExitStatus {
        var rows: [JSONValue] = []
        let status = try await Audit(product: product, api: api).run { report in
            if form == .json { rows.append(report.json) } else { context.console.print(report.text) }
        }
        if form == .json { context.console.print(JSONValue.array(rows).description) }
        return status
    }

    private func show(_ product: ProductClient, _ api: APIClient) async throws -> ExitStatus {
        let records =
            try recordName.map { [try SchemaRecord.named($0, of: product)] }
            ?? SchemaRecord.all.filter { $0.product == product }
        var rows: [JSONValue] = []
        var status = ExitStatus.done
        for record in records {
            let fields: [SchemaField]
            do {
                fields = try await record.fields(api)
            } catch let error as FreshworksError where recordName == nil {
                // Plans and editions have some of them only.
                context.console.diagnose("freshworks: \(record.name): \(error)")
                status = max(status, ExitStatus(error))
                continue
            }
            switch form {
            case .json: rows += fields.map { Self.row($0, of: record) }
            case .swift:
                let address = api.account.baseURL
                context.console.print(SwiftSchema(record: record, fields: fields, address: address).text)
            case .text: print(fields, of: record)
            }
        }
        if form == .json { context.console.print(JSONValue.array(rows).description) }
        return status
    }

    private func print(_ fields: [SchemaField], of record: SchemaRecord) {
        let own = fields.count { $0.isCustom }
        context.console.print(
            "\(record.product.rawValue) \(record.name): \(fields.count) fields, \(own) of the account's own")
        let width = (fields.map(\.key.count).max() ?? 0, fields.map(\.type.count).max() ?? 0)
        for field in fields { context.console.print(field.line(width: width)) }
    }

    private static func row(_ field: SchemaField, of record: SchemaRecord) -> JSONValue {
        var row: JSONObject = ["record": .string(record.name)]
        for (key, value) in field.json.objectValue ?? [:] { row[key] = value }
        return .object(row)
    }
}

extension Help {
    static let schema = """
        usage: freshworks schema PRODUCT [RECORD] [--json] [OPTIONS]
               freshworks schema PRODUCT RECORD --swift
               freshworks schema PRODUCT --audit [--json]

        Prints the fields that records of the account have: their keys, types, labels and choices.
        RECORD is tickets, contacts or companies of freshdesk, conversations of freshchat, and contacts, sales_accounts, deals,
        sales_activities or leads of freshsales; all of the product's unless named. Contacts and companies of freshdesk need
        an administrator's key.

        \(Subcommand.schema.options.help)

        exit status
          0 done   1 the service refused, one of the lists perhaps   2 the call or its configuration is wrong
          3 no verdict (network, 5xx, rate limit)

        \(Help.environment)
        """
}
