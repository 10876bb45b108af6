import FreshworksCore
import Testing

@Suite("Names that may have been meant")
struct NearMatchTests {
    private static let names = ["cf_region", "cf_order_number", "cf_seats", "AMER", "EMEA", "Größe"]

    @Test(
        "slips, other cases and parts of names find what there is, the nearest first",
        arguments: [
            ("region", ["cf_region"]), ("cf_regoin", ["cf_region"]), ("CF-Region", ["cf_region"]),
            ("order", ["cf_order_number"]), ("Amer", ["AMER"]), ("EMEAA", ["EMEA"]), ("grösse", ["Größe"]),
            ("zebra", []), ("", []), ("__", []), ("xy", []),
        ])
    func near(name: String, expected: [String]) {
        #expect(NearMatch.names(like: name, among: Self.names) == expected)
    }

    @Test("there are three at most")
    func three() {
        let names = (1...9).map { "cf_seat\($0)" }
        #expect(NearMatch.names(like: "cf_seat", among: names) == ["cf_seat1", "cf_seat2", "cf_seat3"])
    }
}
