#!/usr/bin/env python3
"""Makes the published calls of python-freshdesk, unmodified but for the host, against a Freshdesk at FRESHDESK_BASE_URL:

    freshworks sandbox --rate 100000 -- python3 .ci/python-freshdesk.py

Prints each call with what came of it. Exit status 1 when one failed that should not, or passed that should not."""
import contextlib
import os
import sys
import tempfile

from freshdesk.v2.api import API
from freshdesk.v2.errors import FreshdeskBadRequest, FreshdeskNotFound, FreshdeskUnauthorized

api = API("acme.freshdesk.com", os.environ["FRESHDESK_API_KEY"])
api._api_prefix = os.environ["FRESHDESK_BASE_URL"] + "/"
outcomes = {"passed": 0, "failed": 0, "expected": 0}


def call(name, work, wrong_here=None):
    """Makes a call. What a call of the package does wrong itself, or asks of another version of the API, says wrong_here."""
    try:
        # It prints some of its answers.
        with contextlib.redirect_stdout(sys.stderr if os.environ.get("VERBOSE") else open(os.devnull, "w")):
            result = work()
    except Exception as error:
        outcome, why = ("expected", wrong_here) if wrong_here else ("failed", "")
        print(f"{outcome:9} {name}: {type(error).__name__}: {error}" + (f" ({why})" if why else ""))
        outcomes[outcome] += 1
        return None
    outcome = "failed" if wrong_here else "passed"
    print(f"{outcome:9} {name}" + (f": passed, though {wrong_here}" if wrong_here else ""))
    outcomes[outcome] += 1
    return result


def check(condition, text):
    if not condition:
        raise AssertionError(text)


def same(value, other):
    check(value == other, f"{value!r} is not {other!r}")
    return value


def refused(kind, work):
    try:
        work()
    except kind:
        return True
    raise AssertionError(f"no {kind.__name__}")


# Tickets
ticket = call("tickets.create_ticket", lambda: api.tickets.create_ticket(
    "This is a sample ticket", description="Feel free to delete it.", email="test@example.com", priority=1, status=2,
    tags=["foo", "bar"], cc_emails=["test2@example.com"], custom_fields={"cf_seats": 11, "cf_region": "very"}))
number = ticket.id if ticket else 1


def attached():
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(b"hello")
        file.flush()
        made = api.tickets.create_ticket(
            "With an attachment", description="D", email="test@example.com", cc_emails=["test2@example.com"],
            custom_fields={"cf_seats": 11, "cf_region": "very"}, attachments=(file.name,))
        same(made.attachments[0]["name"], os.path.basename(file.name))
        same(made.custom_fields["cf_seats"], 11)
        return same(made.cc_emails, ["test2@example.com"])


call("tickets.create_ticket, attachments", attached)
call("tickets.get_ticket", lambda: (
    same(api.tickets.get_ticket(number).subject, "This is a sample ticket"),
    same(api.tickets.get_ticket(number).status, "open"), same(api.tickets.get_ticket(number).priority, "low"),
    same(sorted(api.tickets.get_ticket(number).tags), ["bar", "foo"])))
call("tickets.get_ticket, include", lambda: check(
    api.tickets.get_ticket(number, "stats", "requester", "conversations", "company").requester["email"], "no requester"))
call("tickets.update_ticket", lambda: same(
    api.tickets.update_ticket(number, subject="Changed", priority=3, status=4, tags=["hello"]).status, "resolved"))
call("tickets.list_tickets, of no filter", lambda: check(len(api.tickets.list_tickets(filter_name=None)) > 1, "few"))
call("tickets.list_tickets, one page", lambda: same(
    len(api.tickets.list_tickets(filter_name=None, page=1, per_page=2)), 2))
call("tickets.list_tickets, updated_since", lambda: check(
    api.tickets.list_tickets(filter_name=None, updated_since="2014-01-01"), "none"))
call("tickets.list_new_and_my_open_tickets", api.tickets.list_new_and_my_open_tickets)
call("tickets.list_watched_tickets", api.tickets.list_watched_tickets)
call("tickets.list_tickets, spam", lambda: api.tickets.list_tickets(filter_name="spam"))
call("tickets.filter_tickets", lambda: check(
    isinstance(api.tickets.filter_tickets("status:2 OR tag:'foo'"), list), "no list"))
call("tickets.delete_ticket", lambda: api.tickets.delete_ticket(number))
call("tickets.list_deleted_tickets", lambda: check(
    number in [ticket.id for ticket in api.tickets.list_deleted_tickets()], "not there"))
mailbox = call("email_configs (raw)", lambda: api._get("email_configs")[0]["id"])
call("tickets.create_outbound_email", lambda: same(
    api.tickets.create_outbound_email("Mail", "D", "out@example.com", mailbox, status=5, tags=["foo"])._source, 10))
other = call("tickets.create_ticket, for comments", lambda: api.tickets.create_ticket(
    "Second", description="D", email="test@example.com"))
second = other.id if other else 1

# Comments
call("comments.create_note", lambda: same(
    api.comments.create_note(second, "<p>Note</p>", private=False).body_text, "Note"))
call("comments.create_reply", lambda: check("Reply" in api.comments.create_reply(second, "Reply").body, "another"))
call("comments.list_comments", lambda: same(
    sorted(comment.source for comment in api.comments.list_comments(second)), ["note", "reply"]))

# Contacts
contact = call("contacts.create_contact", lambda: api.contacts.create_contact(
    name="Rachel", email="rachel@freshdesk.example", other_emails=["second@freshdesk.example"]))
person = contact.id if contact else 1
call("contacts.get_contact", lambda: same(api.contacts.get_contact(person).name, "Rachel"))
call("contacts.update_contact", lambda: same(api.contacts.update_contact(person, name="New").name, "New"))
call("contacts.list_contacts", lambda: check(len(api.contacts.list_contacts()) > 1, "few"))
call("contacts.list_contacts, by e-mail", lambda: same(
    [row.id for row in api.contacts.list_contacts(email="rachel@freshdesk.example")], [person]))
call("contacts.list_contacts, _updated_since", lambda: api.contacts.list_contacts(_updated_since="2018-01-19T02:00:00Z"))
call("contacts.filter_contacts", lambda: check(
    isinstance(api.contacts.filter_contacts("email:'rachel@freshdesk.example'"), list), "no list"))
call("contacts.soft_delete_contact", lambda: api.contacts.soft_delete_contact(person))
call("contacts.restore_contact", lambda: api.contacts.restore_contact(person))
agent = call("contacts.make_agent", lambda: api.contacts.make_agent(person))
gone = call("contacts.create_contact, to delete", lambda: api.contacts.create_contact(
    name="Gone", email="gone@freshdesk.example"))
call("contacts.permanently_delete_contact", lambda: api.contacts.permanently_delete_contact(gone.id))
call("contacts.get_contact, gone", lambda: refused(FreshdeskNotFound, lambda: api.contacts.get_contact(gone.id)))

# Agents
call("agents.list_agents", lambda: check(len(api.agents.list_agents()) > 1, "few"))
call("agents.list_agents, by e-mail", lambda: same(
    [row.id for row in api.agents.list_agents(email="rachel@freshdesk.example")], [agent.id]))
call("agents.get_agent", lambda: same(api.agents.get_agent(agent.id).contact["name"], "New"))
call("agents.update_agent", lambda: same(api.agents.update_agent(agent.id, ticket_scope=1).ticket_scope, 1))
call("agents.currently_authenticated_agent", lambda: check(
    api.agents.currently_authenticated_agent().contact["email"], "no address"))
call("agents.delete_agent", lambda: api.agents.delete_agent(agent.id))

# Companies, groups, roles, fields, products, time entries
company = call("companies.create_company", lambda: api.companies.create_company(
    name="Super Nova", domains=["supernova.example"], note="N"))
firm = company.id if company else 1
call("companies.get_company", lambda: same(api.companies.get_company(firm).name, "Super Nova"))
call("companies.update_company", lambda: same(api.companies.update_company(firm, name="Nova").name, "Nova"))
call("companies.list_companies", lambda: check(len(api.companies.list_companies()) > 1, "few"))
call("companies.filter_companies", lambda: check(
    isinstance(api.companies.filter_companies("domain:'supernova.example'"), list), "no list"))
call("companies.delete_company", lambda: api.companies.delete_company(firm))
groups = call("groups.list_groups", lambda: api.groups.list_groups())
call("groups.get_group", lambda: same(api.groups.get_group(groups[0].id).name, groups[0].name))
roles = call("roles.list_roles", api.roles.list_roles)
call("roles.get_role", lambda: same(api.roles.get_role(roles[0].id).name, roles[0].name))
call("ticket_fields.list_ticket_fields", lambda: check(
    "cf_region" in [field.name for field in api.ticket_fields.list_ticket_fields()], "no cf_region"))
call("ticket_fields.list_ticket_fields, of a type", lambda: same(
    [field.name for field in api.ticket_fields.list_ticket_fields(type="default_status")], ["status"]))
call("products (raw)", lambda: check(isinstance(api._get("products"), list), "no list"))
call("time_entries.list_time_entries", api.time_entries.list_time_entries)
call("time_entries.list_time_entries, of a ticket", lambda: api.time_entries.list_time_entries(second))
call("customers.get_customer", lambda: api.customers.get_customer(firm), "customers are of version 1 of the API")

# Solutions. Their functions take the values by keyword alone; those that are given a dictionary send nothing.
solutions = api.solutions
category = call("solutions.categories.create_category", lambda: solutions.categories.create_category(
    name="General Category", description="D"))
folder = call("solutions.folders.create_folder", lambda: solutions.folders.create_folder(
    category.id, name="Getting Started", description="D", visibility=2))
article = call("solutions.articles.create_article", lambda: solutions.articles.create_article(
    folder.id, title="An article", description="<p>Text</p>", status=1, tags=["a"]))
call("solutions.categories.get_category", lambda: same(
    solutions.categories.get_category(category.id).name, "General Category"))
call("solutions.categories.list_categories", lambda: check(
    category.id in [row.id for row in solutions.categories.list_categories()], "not there"))
call("solutions.categories.update_category", lambda: same(
    solutions.categories.update_category(category.id, name="Changed").name, "Changed"))
call("solutions.categories.create_category_translation", lambda: same(
    solutions.categories.create_category_translation(category.id, "fr", name="Général").name, "Général"))
call("solutions.categories.update_category_translation", lambda: same(
    solutions.categories.update_category_translation(category.id, "fr", name="Autre").name, "Autre"))
call("solutions.categories.get_category_translated", lambda: same(
    solutions.categories.get_category_translated(category.id, "fr").name, "Autre"))
call("solutions.folders.get_folder", lambda: same(solutions.folders.get_folder(folder.id).name, "Getting Started"))
call("solutions.folders.list_from_category", lambda: same(
    [row.id for row in solutions.folders.list_from_category(category.id)], [folder.id]))
call("solutions.folders.update_folder", lambda: same(
    solutions.folders.update_folder(folder.id, name="Changed").name, "Changed"))
call("solutions.folders.create_folder_translation", lambda: same(
    solutions.folders.create_folder_translation(folder.id, "fr", name="Commencer").name, "Commencer"))
call("solutions.folders.update_folder_translation", lambda: same(
    solutions.folders.update_folder_translation(folder.id, "fr", name="Débuter").name, "Débuter"))
call("solutions.folders.get_folder_translated", lambda: same(
    solutions.folders.get_folder_translated(folder.id, "fr").name, "Débuter"))
call("solutions.folders.list_from_category_translated", lambda: same(
    [row.name for row in solutions.folders.list_from_category_translated(category.id, "fr")], ["Débuter"]))
call("solutions.articles.get_article", lambda: same(solutions.articles.get_article(article.id).status, "draft"))
call("solutions.articles.list_from_folder", lambda: same(
    [row.id for row in solutions.articles.list_from_folder(folder.id)], [article.id]))
call("solutions.articles.update_article", lambda: same(
    solutions.articles.update_article(article.id, status=2).status, "published"))
call("solutions.articles.create_article_translation", lambda: same(
    solutions.articles.create_article_translation(
        article.id, "fr", title="Un article", description="<p>Texte</p>", status=1).title, "Un article"))
call("solutions.articles.update_article_translation", lambda: same(
    solutions.articles.update_article_translation(article.id, "fr", title="Autre article").title, "Autre article"))
call("solutions.articles.get_article_translated", lambda: same(
    solutions.articles.get_article_translated(article.id, "fr").title, "Autre article"))
call("solutions.articles.list_from_folder_translated", lambda: check(
    isinstance(solutions.articles.list_from_folder_translated(folder.id, "fr"), list), "no list"))
call("solutions.articles.search", lambda: check(isinstance(solutions.articles.search("article"), list), "no list"))
call("solutions.articles.delete_article", lambda: solutions.articles.delete_article(article.id))
call("solutions.folders.delete_folder", lambda: solutions.folders.delete_folder(folder.id))
call("solutions.categories.delete_category", lambda: solutions.categories.delete_category(category.id))

# What is refused, and how the package tells it
call("a field that there is not", lambda: refused(FreshdeskBadRequest, lambda: api.tickets.create_ticket(
    "S", description="D", email="test@example.com", custom_fields={"cf_none": 1})))
call("a ticket that there is not", lambda: refused(FreshdeskNotFound, lambda: api.tickets.get_ticket(987654)))
stranger = API("acme.freshdesk.com", "invented-key-of-nobody")
stranger._api_prefix = api._api_prefix
call("a key of nobody", lambda: refused(FreshdeskUnauthorized, lambda: stranger.tickets.get_ticket(second)))

print("{passed} passed, {failed} failed, {expected} that only an older API has".format(**outcomes))
sys.exit(1 if outcomes["failed"] or not outcomes["passed"] else 0)
