import Freshsales
import TestSupport
import Testing

@Suite("The definitions of Freshsales fields")
struct FieldSettingTests {
    /// Freshworks CRM API, settings: the keys of a field.
    private static let field = #"""
        id                  read  text
        label               read  text
        name                read  text
        type                read  word
        default             read  bool     isDefault
        actionable          read  bool     isActionable
        position            read  number
        choices             read  objects  | sample [{"id":1,"value":"North"}]
        base_model          read  text
        required            read  bool     isRequired
        quick_add_position  read  number
        visible             read  bool     isVisible
        field_group_id      read  text     fieldGroupID
        multiple            read  bool     isMultiple
        auto_suggest_url    read  text     autoSuggestURL
        fields              read  objects  | sample [{"name":"cf_a"}]
        """#

    @Test("every key as the service documents it")
    func fields() throws {
        try FieldSheet(Self.field).expectFields(of: SalesField.Fields.self)
        try FieldSheet("id read id\nvalue read text").expectFields(of: SalesFieldChoice.Fields.self)
        try FieldSheet("id read text\nname read text\nmodel read text").expectFields(of: FieldGroup.Fields.self)
        try FieldSheet(#"fields read objects | sample [{"name":"g"}]"#).expectFields(of: SalesForm.Fields.self)
        try FieldSheet("entity_name read text\ncustom read bool isCustom")
            .expectFields(of: ModuleCustomization.Fields.self)
    }

    @Test("fields are found by their names; those without groups have none")
    func settings() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"fields":[{"id":1,"name":"first_name","default":true},{"id":"2","name":"cf_region","default":false,
                "type":"dropdown","choices":[{"id":3,"value":"North"}]}]}
                """#))
        let settings = try await wire.freshsales().fieldSettings.fields(of: .contacts)
        #expect(settings["cf_region"]?.choices?.map(\.value) == ["North"])
        #expect(settings["cf_region"]?.type == .dropdown)
        #expect(settings["cf_other"] == nil)
        #expect(settings.customFields.map(\.id) == ["2"])
        #expect(settings.groups.isEmpty)
    }
}
