import Freshsales
import TestSupport
import Testing

@Suite("Marketing lists, products and custom modules of Freshsales")
struct ListTests {
    private let wire = ScriptedTransport(.json(200, "{}"))

    /// Freshworks CRM API, custom modules: the attributes and who may write them.
    private static let custom = #"""
        name            settable   text    required  | refuses ["", " "]
        owner_id        clearable  id
        custom_field    settable   custom  customFields
        avatar          read       url
        recent_note     read       text
        links           read       object  | sample {"notes":"/a"}
        record_type_id  read       text    recordTypeID
        creator_id      read       id
        updater_id      read       id
        created_at      read       time
        updated_at      read       time
        """#

    @Test("every key as the service documents it")
    func fields() throws {
        try FieldSheet(#"name settable text required | refuses [" "]"#).expectFields(of: MarketingList.Fields.self)
        try FieldSheet(
            #"""
            name              settable  text     required  | refuses [" "]
            pricing_type      settable  text               | refuses [" "]
            product_pricings  settable  objects  pricings  | sample [{"id":3,"_destroy":true}]
            custom_field      settable  custom   customFields
            """#
        ).expectFields(of: Product.Fields.self)
        try FieldSheet("id read id\n_destroy read bool isRemoved").expectFields(of: ProductPricing.Fields.self)
        try FieldSheet("products read objects").expectFields(of: CPQDocument.Fields.self)
        try FieldSheet(Self.custom).expectFields(of: CustomModuleRecord.Fields.self)
    }

    @Test("no records, ids that are none and no module are refused before anything is sent")
    func refusals() async throws {
        let client = try wire.freshsales()
        await expectRefusal(.invalidArgument) { try await client.lists.add([], to: 8) }
        await expectRefusal(.invalidArgument) { try await client.lists.remove([5, 0], from: 8) }
        await expectRefusal(.invalidArgument) { try await client.lists.move([5], from: -1, to: 8) }
        await expectRefusal(.invalidPath) { try await client.lists.removeAll(from: 0) }
        await expectRefusal(.invalidArgument) { try await client.products.delete([]) }
        await expectRefusal(.invalidArgument) { try await client.products.assign([1], to: 0) }
        await expectRefusal(.invalidArgument) { _ = try await client.contacts.setTeam(of: 8, [0]) }
        await expectRefusal(.invalidPath) { try await client.customModule("").delete(8) }
        #expect(wire.requests.isEmpty)
    }

    @Test(
        "a list that comes whole whatever page is asked for ends, unless others may be missing",
        arguments: [3, 150, 101])
    func wholeList(rows: Int) async throws {
        let ids = Array(1...Int64(rows))
        func answer(_ root: String, _ more: String = "") -> ScriptedTransport {
            ScriptedTransport(
                .json(200, #"{"\#(root)":[\#(ids.map { #"{"id":\#($0)}"# }.joined(separator: ","))]\#(more)}"#))
        }
        let contacts = answer("contacts")
        #expect(try await contacts.freshsales().lists.contacts(of: 8).all().map(\.id) == ids)
        // The first again could be a page that moved; a second time it cannot.
        #expect(contacts.requests.count == 3)
        let orders = answer("cm_orders", #","meta":{}"#)
        #expect(try await orders.freshsales().customModule("cm_orders").list(view: 4).all().map(\.id) == ids)
    }

    @Test(
        "as many records as a page has may be the first of more: repeated, they are an error",
        arguments: [
            (100, 100, ""), (25, 100, ""), (40, 40, ""), (30, 100, ""), (3, 100, #","meta":{"total":9}"#),
            (3, 100, #","meta":{"has_next":true}"#),
        ])
    func perhapsCut(rows: Int, pageSize: Int, more: String) async throws {
        let ids = (1...rows).map { #"{"id":\#($0)}"# }.joined(separator: ",")
        let wire = ScriptedTransport(.json(200, #"{"contacts":[\#(ids)]\#(more)}"#))
        await expectRefusal(.repeatedPage) {
            _ = try await wire.freshsales().lists.contacts(of: 8, pageSize: pageSize).all()
        }
    }

    @Test("a module's name cannot lead out of its place")
    func escaping() async throws {
        try await wire.freshsales().customModule("a/b").delete(8)
        #expect(wire.lines == ["DELETE /crm/sales/api/custom_module/a%2Fb/8"])
    }
}
