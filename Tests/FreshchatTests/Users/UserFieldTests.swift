import Freshchat
import TestSupport
import Testing

@Suite("The fields of Freshchat users")
struct UserFieldTests {
    /// Freshchat API v2, users: the attributes and who may write them.
    private static let user = #"""
        email            settable   text    | sample "mira@example.org" | refuses ["", "mira"]
        first_name       clearable  text    | clears "" | refuses ["", " "]
        last_name        clearable  text    | clears "" | refuses ["", " "]
        phone            clearable  text    | clears "" | refuses ["", " "]
        reference_id     clearable  text    | clears "" | refuses ["", " "]
        avatar           settable   object  | sample {"url":"https://img.example.org/mira.png"}
        properties       settable   custom  | sample [{"name":"plan","value":"gold"}] | shows {"plan":"gold"} | sends {"properties":[{"name":"plan","value":"gold"}]} | refuses [[{"name":"","value":"x"}]]
        social_profiles  settable   objects | sample [{"type":"twitter","id":"mira"},{"type":"skype","id":"m"}]
        restore_id       read       text
        login_status     read       bool  isLoggedIn
        org_contact_id   read       text
        created_time     read       time  createdAt
        updated_time     read       time  updatedAt
        """#

    @Test("every field as the service documents it")
    func user() throws {
        try FieldSheet(Self.user).expectFields(of: User.Fields.self)
    }

    @Test("properties take variables, and requests say them as texts")
    func properties() {
        let (seats, isVIP, plan) = (12, true, "gold")
        var draft = UserDraft(email: "mira@example.org")
        draft.properties["seats"] = seats
        draft.properties["vip"] = isVIP
        draft.properties["plan"] = plan
        draft.properties["none"] = .null
        #expect(
            draft.json["properties"] == [
                ["name": "seats", "value": "12"], ["name": "vip", "value": "true"], ["name": "plan", "value": "gold"],
                ["name": "none", "value": ""],
            ])
        let update = UserUpdate { $0.properties = draft.properties }
        #expect(update.json["properties"] == draft.json["properties"])
        draft.properties = [:]
        #expect(draft.json.keys == ["email"])
    }
}
