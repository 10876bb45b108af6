import Freshdesk
import Freshsales

typealias DeskContact = Freshdesk.Contact
typealias SalesContact = Freshsales.Contact

func isSamePerson(_ contact: DeskContact, _ other: SalesContact) -> Bool {
    contact.email != nil && contact.email == other.email
}
