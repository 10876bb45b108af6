// Source: developers.freshdesk.com/api, Ticket forms.
extension EndpointFolder {
    static let ticketForms = EndpointFolder(
        "Ticket forms", 9,
        """
        GET ticket-forms
        POST ticket-forms
        GET ticket-forms/{id}
        PUT ticket-forms/{id}
        DELETE ticket-forms/{id}
        POST ticket-forms/{id}/clone
        GET ticket-forms/{id}/fields/{id}
        PUT ticket-forms/{id}/fields/{id}
        DELETE ticket-forms/{id}/fields/{id}
        """,
        notBuilt: """
            GET ticket-forms
            POST ticket-forms
            GET ticket-forms/{id}
            PUT ticket-forms/{id}
            DELETE ticket-forms/{id}
            POST ticket-forms/{id}/clone
            GET ticket-forms/{id}/fields/{id}
            PUT ticket-forms/{id}/fields/{id}
            DELETE ticket-forms/{id}/fields/{id}
            """)
}
