import Foundation
import FreshworksCore
import Testing

@Suite("Custom fields from variables and own types")
struct CustomFieldValueTests {
    @Test("variables of every kind can be set, and nil removes")
    func variables() {
        let region = "AMER", seats = 12, big: Int64 = 7_000_000_000, share = 0.5, price = Decimal(string: "12.50") ?? 0
        let locked = true, day = CalendarDay(year: 2026, month: 1, day: 31)
        let moment = Date(timeIntervalSince1970: 1_769_817_599), names = ["a", "b"]
        var fields = CustomFields()
        fields["cf_region"] = region
        fields["cf_seats"] = seats
        fields["cf_big"] = big
        fields["cf_share"] = share
        fields["cf_price"] = price
        fields["cf_locked"] = locked
        fields["cf_day"] = day
        fields["cf_moment"] = moment
        fields["cf_names"] = names
        fields["cf_days"] = [day]
        fields["cf_none"] = .null
        fields["cf_gone"] = "x"
        fields["cf_gone"] = nil
        let text = """
            {"cf_region":"AMER","cf_seats":12,"cf_big":7000000000,"cf_share":0.5,"cf_price":12.5,"cf_locked":true,\
            "cf_day":"2026-01-31","cf_moment":"2026-01-30","cf_names":["a","b"],"cf_days":["2026-01-31"],\
            "cf_none":null}
            """
        #expect(fields.json.description == text)
        let seatsAgain: Int? = fields["cf_seats"], momentAgain: Date? = fields["cf_moment"]
        #expect(seatsAgain == 12)
        #expect(momentAgain == Date(timeIntervalSince1970: 1_769_731_200))
        #expect(fields["cf_region"] == "AMER")
        #expect(fields["cf_gone"] == nil)
    }

    @Test("a literal takes variables beside literals and null")
    func literal() {
        let region = "AMER", seats = 12
        let fields: CustomFields = [
            "cf_region": region, "cf_seats": seats, "cf_locked": false, "cf_share": 1.5, "cf_none": .null,
            "cf_on": Date(timeIntervalSince1970: 0),
        ]
        #expect(
            fields.json == [
                "cf_region": "AMER", "cf_seats": 12, "cf_locked": false, "cf_share": 1.5, "cf_none": .null,
                "cf_on": "1970-01-01",
            ])
        #expect(JSONValue(region) == "AMER")
        #expect(JSONValue([seats]) == [12])
    }

    @Test("a literal leaves out what is nil, and takes null beside it")
    func optionals() {
        let plan: String? = "gold", seats: Int? = nil
        let fields: CustomFields = ["cf_plan": plan, "cf_seats": seats, "cf_coupon": .null, "cf_region": nil]
        #expect(fields.json == ["cf_plan": "gold", "cf_coupon": .null])
        #expect(fields.names == ["cf_plan", "cf_coupon"])
    }

    private struct Mine: Codable, Equatable {
        var region: String?
        var seats: Int
        var price: Decimal?
        var renewal: Date?
        var trialEnds: CalendarDay?

        enum CodingKeys: String, CodingKey {
            case region = "cf_region"
            case seats = "cf_seats"
            case price = "cf_price"
            case renewal = "cf_renewal"
            case trialEnds = "cf_trial_ends"
        }
    }

    @Test("fields are decoded into an own type and encoded from it, in one step each")
    func ownType() throws {
        let fields: CustomFields = [
            "cf_region": "AMER", "cf_seats": 12, "cf_price": 12.5, "cf_renewal": "2026-01-31", "cf_other": "x",
            "cf_trial_ends": "2026-02-01",
        ]
        let mine = try fields.decode(Mine.self)
        let expected = Mine(
            region: "AMER", seats: 12, price: 12.5, renewal: Date(timeIntervalSince1970: 1_769_817_600),
            trialEnds: CalendarDay(year: 2026, month: 2, day: 1))
        #expect(mine == expected)
        let again: CustomFields = [
            "cf_region": "AMER", "cf_seats": 12, "cf_price": 12.5, "cf_renewal": "2026-01-31",
            "cf_trial_ends": "2026-02-01",
        ]
        #expect(try CustomFields(encoding: mine) == again)
        #expect(try CustomFields(encoding: Mine(seats: 0)) == ["cf_seats": 0])
    }

    @Test(
        "what does not fit is an error that names the field, never its content",
        arguments: [
            ([:], "cf_seats is missing"), (["cf_seats": .null], "cf_seats is empty"),
            (["cf_seats": "Ana Ruiz"], "cf_seats is no Int"),
            (["cf_seats": 1, "cf_renewal": "Ana Ruiz"], "cf_renewal is no Date"),
            (["cf_seats": 1, "cf_trial_ends": "Ana Ruiz"], "cf_trial_ends cannot be read"),
        ] as [(CustomFields, String)])
    func misfit(fields: CustomFields, reason: String) throws {
        let error = #expect(throws: FreshworksError.self) { try fields.decode(Mine.self) }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message == "the custom fields are no Mine: \(reason)")
        #expect(error?.description.contains("Ana") == false)
    }

    @Test("what is no object cannot be custom fields")
    func noObject() {
        for value in [[1, 2]] {
            let error = #expect(throws: FreshworksError.self) { try CustomFields(encoding: value) }
            #expect(error?.code == .invalidArgument)
        }
        let error = #expect(throws: FreshworksError.self) { try CustomFields(encoding: ["cf_a": Double.nan]) }
        #expect(error?.code == .invalidArgument)
    }
}
