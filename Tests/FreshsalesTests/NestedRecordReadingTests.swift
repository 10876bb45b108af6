import Freshsales
import TestSupport
import Testing

@Suite("Freshsales records inside others")
struct NestedRecordReadingTests {
    @Test("an e-mail address is read, null or not")
    func email() throws {
        let probe = try RecordProbe<ContactEmail>(
            #"{"id":70000000011,"value":"sam@acmehelp.test","is_primary":true,"label":"Work","_destroy":false}"#,
            required: [])
        probe.reads(\.id, 70_000_000_011)
        probe.reads(\.value, "sam@acmehelp.test")
        probe.reads(\.isPrimary, true)
        probe.reads(\.label, "Work")
        probe.reads(\.isRemoved, false)
    }

    @Test("a phone number is read, null or not")
    func phoneNumber() throws {
        let probe = try RecordProbe<ContactPhoneNumber>(
            #"{"id":70000000012,"value":"+4930123456","label":"Home","_destroy":true}"#, required: [])
        probe.reads(\.id, 70_000_000_012)
        probe.reads(\.value, "+4930123456")
        probe.reads(\.label, "Home")
        probe.reads(\.isRemoved, true)
    }

    @Test("a field of a pipeline is read, null or not")
    func pipelineField() throws {
        let probe = try RecordProbe<DealPipelineField>(
            #"{"field_name":"amount","position":3,"highlight":true}"#, required: [])
        probe.reads(\.fieldName, "amount")
        probe.reads(\.position, 3)
        probe.reads(\.isHighlighted, true)
    }
}
