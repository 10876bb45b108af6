package import FreshworksCore
package import Testing

extension FieldSheet {
    /// Expects of a table of fields what the sheet says, and of records, drafts and updates what they make of each field.
    package func expectFields<Table: FieldTable>(
        of table: Table.Type, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let faults = faults(of: table)
        #expect(faults.isEmpty, sourceLocation: sourceLocation)
    }

    /// Where a table of fields is not as the sheet says.
    package func faults<Table: FieldTable>(of table: Table.Type) -> [String] {
        var faults: [String] = []
        let fields = Dictionary(Table.inspected.map { ($0.name, $0.field) }) { first, _ in first }
        let names = Set(rows.map(\.name))
        faults += fields.keys.filter { !names.contains($0) }.map { "\($0): is not in the sheet" }
        for row in rows {
            let found = fields[row.name].map { row.faults(of: $0) } ?? ["is not in the table"]
            faults += found.map { "\(row.name): \($0)" }
        }
        let required = Set(Table.required.map(\.keys))
        if required != requirements { faults.append("requires \(required)") }
        let missing = Table.draft { _ in }.fieldErrors.compactMap(\.field)
        faults += requirements.filter { !missing.contains($0[0]) }.map { "\($0[0]): may be missing" }
        if !Update<Table>().json.isEmpty { faults.append("an empty update sends something") }
        return faults
    }
}

extension FieldSheet.Row {
    /// What a field does that it should not, or the other way round.
    fileprivate func faults(of field: any InspectedField) -> [String] {
        var faults: [String] = []
        func expect(_ isSo: Bool, _ claim: @autoclosure () -> String) { if !isSo { faults.append(claim()) } }
        expect(field.access == access.rawValue, "is \(field.access)")
        if access.isAnswered {
            expect(field.key == key, "is read as \(field.key)")
            // What stands in a form of its own has no other spellings.
            for (spelling, value) in [(sample, shown ?? sample)] + (shown == nil ? kind.spellings : []) {
                let shown = field.shown(in: [key: spelling])
                expect(shown == value, "reads \(spelling) as \(shown ?? "nothing")")
            }
            for (nothing, name) in [(JSONObject(), "no key"), ([key: .null], "null")] {
                expect(field.shown(in: nothing) == nil, "reads \(name) as something")
            }
            if let foreign = kind.foreign {
                expect(field.shown(in: [key: foreign]) == nil, "reads \(foreign)")
            }
        }
        let setting = field.setting(sample)
        expect((setting != nil) == (access != .read), "can be set: \(setting != nil)")
        if let setting {
            expect(setting.sent == sent, "sends \(setting.sent)")
            expect(setting.errors.isEmpty, "refuses \(setting.errors)")
        }
        expect(
            field.emptying == (access == .clearable ? JSONObject(sent.keys.map { ($0, empty) }) : nil),
            "is cleared by \(field.emptying ?? [:])")
        for value in refused {
            let errors = field.setting(value)?.errors ?? []
            expect(!errors.isEmpty && errors.allSatisfy { names($0.field, value) }, "takes \(value): \(errors)")
        }
        return faults
    }

    /// Whether an error names the field, or the part of it that was refused.
    private func names(_ name: String?, _ value: JSONValue) -> Bool {
        guard let name else { return false }
        return sent.keys.contains(name) || name.hasPrefix(key) || value.objectValue?.keys.contains(name) == true
    }
}
