import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("The next page of a list")
struct NextPageTests {
    private func next(_ response: TransportResponse, after path: String = "tickets?page=1&per_page=2") throws -> String?
    {
        let account = try FreshworksAccount.freshdesk("acme")
        let url = try #require(URL(string: "https://acme.freshdesk.com/api/v2/\(path)"))
        return try PageStyle.automatic.next(after: response, response.json(), at: url, rows: 1, of: account)?
            .absoluteString
    }

    private func link(_ value: String) -> TransportResponse { .json(200, "[]", ("Link", value)) }

    @Test(
        "is named by a Link field in any legal spelling",
        arguments: [
            #"<https://acme.freshdesk.com/api/v2/tickets?page=2>; rel="next""#,
            #"< https://acme.freshdesk.com/api/v2/tickets?page=2 >;rel=next"#,
            #"<https://acme.freshdesk.com/x>; rel="prev", <https://acme.freshdesk.com/api/v2/tickets?page=2>; rel="next""#,
            #"<https://acme.freshdesk.com/api/v2/tickets?page=2>; title="b"; REL="NEXT""#,
            #"</api/v2/tickets?page=2>; rel="next""#,
            #"<https://acme.freshdesk.com/x?a=1,2;3>; rel="prev", </api/v2/tickets?page=2>; title="a, b"; rel="next""#,
            #"<https://ACME.freshdesk.com:443/api/v2/tickets?page=2>; rel="next""#,
        ])
    func linkField(value: String) throws {
        let found = try #require(try next(link(value))).lowercased().replacing(":443", with: "")
        #expect(found == "https://acme.freshdesk.com/api/v2/tickets?page=2")
    }

    @Test(
        "does not exist without a link that says next",
        arguments: ["", #"<https://x.example>; rel="prev""#, "<<>>", ";"])
    func noNextLink(value: String) throws {
        #expect(try next(link(value)) == nil)
        #expect(try next(.json(200, "[]")) == nil)
    }

    @Test(
        "at another scheme, host or port is refused in every form",
        arguments: [
            "https://attacker.example/api/v2/tickets?page=2", "http://acme.freshdesk.com/api/v2/tickets?page=2",
            "https://acme.freshdesk.com:8443/tickets", "https://acme.freshdesk.com.attacker.example/",
            "https://acme.freshdesk.com@attacker.example/", "//attacker.example/tickets", "ftp://acme.freshdesk.com/",
            #"https://attacker.example\@acme.freshdesk.com/"#,
        ])
    func foreign(target: String) throws {
        let escaped = target.replacing(#"\"#, with: #"\\"#)
        let forms: [TransportResponse] = [
            link("<\(target)>; rel=\"next\""),
            .json(200, #"{"agents":[],"links":{"next_page":{"href":"\#(escaped)"}}}"#),
            .json(200, #"{"messages":[],"link":{"href":"\#(escaped)"}}"#),
        ]
        for form in forms {
            let error = #expect(throws: FreshworksError.self) { try next(form) }
            #expect(error?.code == .foreignLink)
            #expect(error?.description.contains("attacker") == false)
        }
    }

    @Test("may be root-relative, as Freshchat's are")
    func rootRelative() throws {
        let page = #"{"agents":[],"links":{"next_page":{"href":"/api/v2/agents?page=2&items_per_page=20"}}}"#
        #expect(try next(.json(200, page)) == "https://acme.freshdesk.com/api/v2/agents?page=2&items_per_page=20")
        let messages = #"{"messages":[],"link":{"href":"/api/v2/m?from_time=2024-01-01"}}"#
        #expect(try next(.json(200, messages)) == "https://acme.freshdesk.com/api/v2/m?from_time=2024-01-01")
    }

    @Test("does not exist where the envelope's link is absent, null or empty")
    func noEnvelopeLink() throws {
        #expect(try next(.json(200, #"{"agents":[],"links":{}}"#)) == nil)
        #expect(try next(.json(200, #"{"agents":[],"links":{"next_page":{}}}"#)) == nil)
        #expect(try next(.json(200, #"{"agents":[],"links":{"next_page":null}}"#)) == nil)
    }

    @Test("does not exist on the last of the pages that the envelope counts, whatever it links to")
    func countedEnvelope() throws {
        func page(_ current: Int) -> TransportResponse {
            .json(
                200,
                """
                {"agents":[],"pagination":{"current_page":\(current),"total_pages":2},\
                "links":{"next_page":{"href":"/api/v2/agents?page=\(current + 1)"}}}
                """)
        }
        #expect(try next(page(1)) == "https://acme.freshdesk.com/api/v2/agents?page=2")
        #expect(try next(page(2)) == nil)
    }

    @Test("is counted where the service tells the number of pages, other parameters kept")
    func totalPages() throws {
        let page = #"{"contacts":[],"meta":{"total_pages":3,"total":60}}"#
        #expect(
            try next(.json(200, page), after: "contacts/view/1?sort=id&page=2")
                == "https://acme.freshdesk.com/api/v2/contacts/view/1?sort=id&page=3")
        #expect(
            try next(.json(200, page), after: "contacts/view/1")
                == "https://acme.freshdesk.com/api/v2/contacts/view/1?page=2")
        #expect(try next(.json(200, page), after: "contacts/view/1?page=3") == nil)
    }

    @Test("keeps the commas and semicolons of its address")
    func commas() throws {
        let address = "https://acme.freshdesk.com/api/v2/tickets?include=stats,requester;x&page=2"
        #expect(try next(link("<\(address)>; rel=\"next\"")) == address)
    }

    @Test("does not follow the last number that there is")
    func lastNumber() throws {
        let error = #expect(throws: FreshworksError.self) {
            try next(.json(200, #"{"contacts":[],"meta":{}}"#), after: "contacts?page=9223372036854775807")
        }
        #expect(error?.code == .repeatedPage)
    }

    @Test("must not be the page itself")
    func selfReference() throws {
        let error = #expect(throws: FreshworksError.self) {
            try next(link(#"<https://acme.freshdesk.com/api/v2/tickets?page=1&per_page=2>; rel="next""#))
        }
        #expect(error?.code == .repeatedPage)
    }
}
