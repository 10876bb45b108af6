import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales amounts, ids, times and addresses as they are spelled")
struct ScalarTests {
    private func read<Record: Resource>(_ text: String) throws -> Record {
        let value = try JSONValue(parsing: Data(text.utf8))
        let record: Record = try value.record()
        // Nothing is lost or respelled on the way back.
        #expect(JSONValue.object(record.json).description == text)
        return record
    }

    @Test(
        "an amount is exact, as a text, as a number and with eighteen digits",
        arguments: [
            (#""2.0""#, "2"), (#""1500.0""#, "1500"), ("7000.0", "7000"), ("0.1", "0.1"),
            (#""123456789012345678""#, "123456789012345678"), ("123456789012345678", "123456789012345678"),
            (#""1234567890123456.78""#, "1234567890123456.78"), ("-0.01", "-0.01"),
            (#""9007199254740993.0""#, "9007199254740993"),
        ])
    func amounts(spelling: String, value: String) throws {
        let deal: Deal = try read(#"{"id":1,"amount":\#(spelling),"base_currency_amount":\#(spelling)}"#)
        let expected = Decimal(string: value)
        #expect(deal.amount == expected)
        #expect(deal.baseCurrencyAmount == expected)
        let contact: Contact = try read(#"{"id":1,"open_deals_amount":\#(spelling),"won_deals_amount":null}"#)
        #expect(contact.openDealsAmount == expected)
        #expect(contact.wonDealsAmount == nil)
    }

    @Test("an amount is sent as a number with every digit")
    func sent() async throws {
        let wire = ScriptedTransport(.json(201, #"{"deal":{"id":1}}"#))
        for digits in ["123456789012345678", "1234567890123456.78", "0.1", "9007199254740993"] {
            let amount = try #require(Decimal(string: digits))
            _ = try await wire.freshsales().deals.create(DealDraft(name: "x", amount: amount))
            let body = try #require(wire.requests.last?.body)
            guard case .bytes(let data) = body else {
                Issue.record("no bytes")
                return
            }
            #expect(String(decoding: data, as: UTF8.self) == #"{"deal":{"name":"x","amount":\#(digits)}}"#)
        }
    }

    @Test("ids are numbers or texts, beyond what a double holds, and ages may be negative")
    func numbers() throws {
        let deal: Deal = try read(#"{"id":"70070001001","age":-3,"probability":0,"owner_id":"70010000001"}"#)
        #expect(deal.id == 70_070_001_001)
        #expect(deal.age == -3)
        #expect(deal.probability == 0)
        #expect(deal.ownerID == 70_010_000_001)
        let contact: Contact = try read(
            #"{"id":70050001001,"mcr_id":1450000000000000001,"record_type_id":71000000001}"#)
        #expect(contact.mcrID == 1_450_000_000_000_000_001)
        #expect(contact.recordTypeID == "71000000001")
    }

    @Test(
        "a time is read with any offset, with and without a fraction, and kept as it was spelled",
        arguments: [
            ("2025-02-03T09:15:00-06:00", 1_738_595_700.0), ("2025-02-03T09:15:00+05:30", 1_738_554_300),
            ("2019-04-02T07:30:00Z", 1_554_190_200), ("2025-02-03T09:15:00.250-05:00", 1_738_592_100.25),
        ])
    func times(spelling: String, seconds: Double) throws {
        let contact: Contact = try read(#"{"id":1,"created_at":"\#(spelling)"}"#)
        #expect(contact.createdAt == Date(timeIntervalSince1970: seconds))
    }

    @Test("a day comes alone or with a midnight, also in a field of the account's own")
    func days() throws {
        let deal: Deal = try read(
            #"{"id":1,"expected_close":"2025-03-31","closed_date":null,"custom_field":{"cf_end":"2025-04-01T00:00:00Z"}}"#
        )
        #expect(deal.expectedClose == CalendarDay(year: 2025, month: 3, day: 31))
        #expect(deal.closedDate == nil)
        let end: CalendarDay? = deal.customFields["cf_end"]
        #expect(end == CalendarDay(year: 2025, month: 4, day: 1))
    }

    @Test("the contacts that come with a new account, which have no address, are read")
    func templates() throws {
        let contact: Contact = try read(
            #"{"id":1,"email":null,"emails":[],"display_name":"Jane Sampleton (sample)","phone_numbers":[],"custom_field":{}}"#
        )
        #expect(contact.email == nil)
        #expect(contact.emails == [])
        #expect(contact.customFields.isEmpty)
        let other: Contact = try read(#"{"id":2,"emails":null,"custom_field":null}"#)
        #expect(other.emails == nil)
        #expect(other.customFields.isEmpty)
    }

    @Test("fields of the account's own keep hyphens in their names, and hold every kind of value")
    func customFields() throws {
        let contact: Contact = try read(
            #"{"id":1,"custom_field":{"cf_follow-up_x":"soon","cf_n":12.50,"cf_b":false,"cf_l":70050001001,"cf_m":"a;b","cf_0":null}}"#
        )
        let fields = contact.customFields
        let (text, number, flag, link): (String?, Decimal?, Bool?, Int64?) = (
            fields["cf_follow-up_x"], fields["cf_n"], fields["cf_b"], fields["cf_l"]
        )
        #expect(text == "soon")
        #expect(number == Decimal(string: "12.5"))
        #expect(flag == false)
        #expect(link == 70_050_001_001)
        let choices: MultiSelect? = fields["cf_m"]
        #expect(choices == ["a", "b"])
        let nothing: String? = fields["cf_0"]
        #expect(nothing == nil)
    }
}
