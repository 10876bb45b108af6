import Foundation
import FreshworksCore

/// The value of a custom field, for a decoder that does not know its kind: strings are the most frequent, so they are tried first.
enum PlainField: Decodable {
    case string(String)
    case bool(Bool)
    case number(Double)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}

/// Reads the page with Foundation, with the fastest way to read a date.
func decodePage(_ page: Data) throws -> [PlainTicket] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
        let container = try decoder.singleValueContainer()
        guard let date = Timestamp.parse(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "Not a timestamp.")
        }
        return date
    }
    return try decoder.decode([PlainTicket].self, from: page)
}

/// A page of tickets like those of a busy account: 41 keys and 10 custom fields each, about 2.8 KB.
/// - Parameter sentence: What a row's descriptions consist of.
func ticketPage(rows: Int, of sentence: (Int) -> String = plainSentence) -> Data {
    JSONValue.array((0..<rows).map { .object(ticket($0, sentence($0))) }).serialized()
}

func plainSentence(_ row: Int) -> String {
    "The printer on floor \(row % 9) shows 'paper jam' although the tray is empty; restarting did not help. "
}

private func ticket(_ row: Int, _ sentence: String) -> JSONObject {
    let id = 67_013_469_000 + Int64(row)
    let text = String(repeating: sentence, count: 7)
    let customFields: JSONObject = [
        "cf_contract_number": .string("C-2024-\(10_000 + row)"), "cf_plan": "enterprise",
        "cf_seats": .number(JSONNumber(row * 3)),
        "cf_is_vip": .bool(row % 4 == 0), "cf_region": "Europe, Middle East and Africa", "cf_renewal": "2025-01-31",
        "cf_amount": .number(JSONNumber(Double(row) + 0.25) ?? 0), "cf_reference": .null, "cf_category": "Hardware",
        "cf_subcategory": "Printers and scanners",
    ]
    return [
        "cc_emails": ["sample@example.com", .string("copy\(row)@example.com")], "fwd_emails": [],
        "reply_cc_emails": ["sample@example.com"],
        "ticket_cc_emails": ["sample@example.com"], "fr_escalated": false, "spam": false,
        "email_config_id": .null, "group_id": .integer(67_000_001_000 + Int64(row % 5)),
        "priority": .integer(Int64(row % 4 + 1)),
        "requester_id": .integer(67_022_000_000 + id % 1000), "responder_id": .integer(67_021_000_003), "source": 2,
        "company_id": .integer(67_000_500_000 + Int64(row)), "status": .integer(Int64(row % 4 + 2)),
        "subject": .string("Printer on floor \(row % 9) does not print"), "association_type": .null,
        "support_email": "support@acme.freshdesk.example", "to_emails": ["support@acme.freshdesk.example"],
        "product_id": .null,
        "id": .integer(id), "type": "Incident", "due_by": "2024-05-03T10:00:00Z", "fr_due_by": "2024-05-02T10:00:00Z",
        "is_escalated": .bool(row % 7 == 0), "description": .string("<div>\(text)</div>"),
        "description_text": .string(text),
        "created_at": "2024-05-01T09:58:12Z", "updated_at": "2024-05-01T11:02:45Z", "tags": ["printer", "floor"],
        "custom_fields": .object(customFields), "internal_agent_id": .null, "internal_group_id": .null,
        "sentiment_score": .integer(Int64(row % 100)), "initial_sentiment_score": 51, "nr_due_by": .null,
        "nr_escalated": false,
        "form_id": .integer(67_000_000_007), "associated_tickets_count": .null,
        "first_responded_at": "2024-05-01T10:30:00Z",
        "resolved_at": .null, "closed_at": .null,
    ]
}

extension JSONValue {
    fileprivate static func integer(_ value: Int64) -> JSONValue { .number(JSONNumber(value)) }
}
