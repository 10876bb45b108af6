import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, phone calls.
extension EndpointFolder {
    static let phoneCalls = EndpointFolder(
        "Phone calls", 1,
        """
        POST phone_calls
        """,
        calls: [

            .reading(
                "POST phone_calls", "phone_calls",
                #"""
                {"phone_call":{"call_direction":true,"targetable_type":"Contact","targetable":{"id":5},
                "note":{"description":"Wants a quote"}}}
                """#, answer: .json(200, #"{"notes":[{"id":3}],"phone_call":{"id":8,"note_id":3}}"#)
            ) {
                let draft = PhoneCallDraft(incoming: true, with: .contact(5), note: "Wants a quote")
                let made = try await $0.phoneCalls.create(draft)
                made.id == 8
                made.note?.id == 3
            },
            .reading(
                "POST phone_calls", "phone_calls",
                form: [
                    "phone_call[call_direction]=false", "phone_call[note][description]=Hi",
                    "phone_call[targetable][id]=5", "phone_call[targetable_type]=Contact",
                ], answer: .json(200, #"{"phone_call":{"id":8}}"#)
            ) {
                let draft = PhoneCallDraft(incoming: false, with: .contact(5), note: "Hi")
                try await $0.phoneCalls.create(draft, as: .form).id == 8
            },
        ])
}
