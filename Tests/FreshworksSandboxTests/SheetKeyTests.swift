import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

/// What the services' documentation and recorded answers have, typed out by hand and never taken from the sandbox.
@Suite("The keys of the sandbox's records are those of the services")
struct SheetKeyTests {
    struct Sheet: Sendable, CustomTestStringConvertible {
        let call: String
        /// Where the record stands in the answer; of a list the first one counts.
        var path: [String] = []
        /// Where something has to be written before, and what.
        var before: [(path: String, body: String)] = []
        let keys: String

        var testDescription: String { call }
    }

    private static let ticket = """
        cc_emails fwd_emails reply_cc_emails ticket_cc_emails ticket_bcc_emails to_emails support_email email_config_id \
        fr_escalated is_escalated nr_escalated spam id subject type status priority source requester_id responder_id \
        group_id company_id product_id internal_agent_id internal_group_id association_type due_by fr_due_by nr_due_by \
        custom_fields tags created_at updated_at sentiment_score initial_sentiment_score
        """
    private static let contact = """
        id name email active contact_type phone mobile twitter_id facebook_id unique_external_id social_handler \
        company_id view_all_tickets other_companies address description job_title language time_zone custom_fields \
        csat_rating preferred_source twitter_profile_status twitter_followers_count first_name last_name visitor_id \
        org_contact_id org_contact_id_str other_phone_numbers first_seen last_seen ip_address guest_name \
        guest_profile_pic created_at updated_at
        """
    private static let agent = """
        id type available available_since occasional ticket_scope signature focus_mode created_at updated_at \
        last_active_at contact
        """

    private static let personField = """
        id name label position type default required_for_agents agents_can_edit displayed_for_agents \
        quick_add_for_agent unique created_at updated_at
        """
    private static let forum: [(path: String, body: String)] = [
        ("discussions/categories", #"{"name":"C"}"#),
        (
            "discussions/categories/70006000001/forums", #"{"name":"F","forum_type":1,"forum_visibility":1}"#
        ), ("discussions/forums/70006100001/topics", #"{"title":"T","message":"M"}"#),
    ]
    private static let article: [(path: String, body: String)] = [
        ("solutions/categories/70001000001/folders", #"{"name":"F"}"#),
        ("solutions/folders/70002000001/articles", #"{"title":"T","description":"D","status":1}"#),
    ]
    private static let thread: [(path: String, body: String)] = [
        ("collaboration/threads", #"{"type":"private","parent":{"id":"120","type":"ticket"}}"#),
        ("collaboration/messages", #"{"thread_id":"1001","body":"x"}"#),
    ]

    static let freshdeskSheets =
        [
            Sheet(
                call: "solutions/categories",
                keys: "id name description visible_in_portals icon created_at updated_at"),
            Sheet(
                call: "solutions/folders/70002000001", before: article,
                keys: """
                    id name description parent_folder_id hierarchy articles_count sub_folders_count visibility \
                    category_id icon_url created_at updated_at
                    """),
            Sheet(
                call: "solutions/articles/70003000001", before: article,
                keys: """
                    id title description description_text status agent_id type category_id folder_id hierarchy tags \
                    seo_data attachments cloud_files thumbs_up thumbs_down hits suggested feedback_count created_at \
                    updated_at
                    """),
            Sheet(
                call: "canned_response_folders",
                keys: "id name personal responses_count created_at updated_at"),
            Sheet(
                call: "canned_responses/70005000001",
                before: [
                    (
                        "canned_responses",
                        #"{"title":"T","content_html":"H","folder_id":70004000001,"visibility":0}"#
                    )
                ],
                keys: """
                    id title folder_id content content_html attachments visibility group_ids created_at updated_at
                    """),
            Sheet(
                call: "admin/ticket_fields",
                keys: """
                    id name label label_for_customers description position type default customers_can_edit \
                    displayed_to_customers required_for_closure required_for_agents required_for_customers archived \
                    has_section created_at updated_at
                    """),
            Sheet(
                call: "contact_fields",
                keys: personField + """
                     label_for_customers editable_in_signup customers_can_edit required_for_customers \
                    displayed_for_customers
                    """),
            Sheet(call: "company_fields", keys: personField),
            Sheet(
                call: "customer-satisfaction/surveys", path: ["data"],
                keys: "id title description header_message state language questions"),
            Sheet(
                call: "email/mailboxes/70000710001",
                before: [("email/mailboxes", #"{"support_email":"a@acme.test","mailbox_type":"freshdesk_mailbox"}"#)],
                keys: """
                    id name support_email group_id product_id default_reply_email active mailbox_type \
                    freshdesk_mailbox created_at updated_at
                    """),
            Sheet(call: "admin/skills", keys: "id name rank agents match_type conditions created_at updated_at"),
            Sheet(
                call: "admin/groups",
                keys: """
                    id name description type escalate_to unassigned_for agent_ids business_calendar_id \
                    allow_agents_to_change_availability automatic_agent_assignment created_at updated_at
                    """),
            Sheet(
                call: "custom_objects/schemas/30/records", path: ["records"],
                before: [("custom_objects/schemas/30/records", #"{"data":{"customer_id":"C1"}}"#)],
                keys: "display_id created_time updated_time version data metadata"),
            Sheet(
                call: "account",
                keys: """
                    organisation_id organisation_name account_id account_name account_domain bundle_id hipaa_compliant \
                    total_agents timezone data_center tier_type address contact_person
                    """),
            Sheet(
                call: "automations/1/rules", path: ["rules"],
                before: [("automations/1/rules", #"{"name":"R","actions":[{"field_name":"priority","value":4}]}"#)],
                keys: """
                    id name description position active automation_type_id conditions actions outdated last_updated_by \
                    affected_tickets_count summary created_at updated_at
                    """),
            Sheet(
                call: "discussions/forums/70006100001", before: forum,
                keys: """
                    id name description position forum_category_id forum_type forum_visibility topics_count posts_count
                    """),
            Sheet(
                call: "discussions/topics/70006200001", before: forum,
                keys: """
                    id title forum_id user_id locked published stamp_type replied_by posts_count hits user_votes \
                    merged_topic_id sticky created_at updated_at replied_at
                    """),
            Sheet(
                call: "discussions/topics/70006200001/comments", before: forum,
                keys: """
                    id body body_text topic_id forum_id user_id answer published spam trash created_at updated_at
                    """),
            Sheet(
                call: "collaboration/threads/1001", before: thread,
                keys: """
                    id type title created_by parent anchor participants linked_object created_at updated_at \
                    additional_info is_read updated_by
                    """),
            Sheet(
                call: "collaboration/messages/2001", before: thread,
                keys: """
                    id body body_text thread_id created_by created_at updated_at attachment_ids inline_attachment_ids \
                    participants edited source additional_info full_message full_message_text
                    """),
        ] + firstSheets

    private static let firstSheets = [
        Sheet(call: "tickets", keys: ticket + " associated_tickets_count"),
        Sheet(
            call: "tickets/120",
            keys: ticket + """
                 form_id description description_text structured_description attachments associated_tickets_list \
                source_additional_info
                """),
        Sheet(call: "contacts", keys: contact),
        Sheet(call: "contacts/70041000001", keys: contact + " other_emails tags deleted avatar devices"),
        Sheet(call: "agents", keys: agent + " deactivated"),
        Sheet(call: "agents/me", keys: agent + " group_ids role_ids skill_ids"),
        Sheet(
            call: "agents/me", path: ["contact"],
            keys: "active email name job_title language last_login_at mobile phone time_zone created_at updated_at"),
        Sheet(
            call: "agents?only=availability",
            keys: "id user_data contact availability deactivated availability_control legacy_routing"),
        Sheet(
            call: "companies",
            keys: """
                id name description note domains health_score account_tier renewal_date industry custom_fields \
                created_at updated_at
                """),
        Sheet(
            call: "groups",
            keys: """
                id name description auto_ticket_assign escalate_to unassigned_for business_hour_id group_type \
                created_at updated_at
                """),
        Sheet(
            call: "groups/70000010001",
            keys: """
                id name description agent_ids auto_ticket_assign escalate_to unassigned_for business_hour_id \
                group_type created_at updated_at
                """),
        Sheet(call: "roles", keys: "id name description default agent_type created_at updated_at"),
        Sheet(
            call: "tickets/120/conversations",
            keys: """
                id ticket_id user_id body body_text structured_body incoming private source category support_email \
                from_email to_emails cc_emails bcc_emails attachments last_edited_at last_edited_user_id \
                email_failure_count outgoing_failures thread_id thread_message_id automation_id automation_type_id \
                auto_response source_additional_info delivery_details threading_type created_at updated_at
                """),
        Sheet(
            call: "tickets/120/conversations", path: ["delivery_details"], keys: "failed_emails pending_emails"),
    ]

    @Test("Freshdesk", arguments: freshdeskSheets)
    func freshdesk(sheet: Sheet) async throws {
        let desk = FreshdeskCaller()
        _ = try await desk.call(.post, "tickets/120/reply", #"{"body":"x"}"#)
        for call in sheet.before { #expect(try await desk.call(.post, call.path, call.body).status == 201) }
        try expect(try await desk.call(.get, sheet.call).json, sheet)
    }

    @Test("a ticket of Freshdesk tells its form when it was made or changed, as when it is viewed, and not in a list")
    func form() async throws {
        let desk = FreshdeskCaller()
        let made = try await desk.call(
            .post, "tickets", #"{"email":"new@globex.example","subject":"S","description":"D"}"#)
        #expect(made.status == 201)
        let id = try #require(try made.json["id"]?.int64Value)
        #expect(try made.json["form_id"]?.int64Value != nil)
        let changed = try await desk.call(.put, "tickets/\(id)", #"{"priority":2}"#)
        #expect(try changed.json["form_id"] == made.json["form_id"])
        #expect(try await desk.call(.get, "tickets").json.arrayValue?.first?["form_id"] == nil)
    }

    @Test("a ticket of Freshdesk tells of both sentiments in each list of tickets and when it was changed")
    func sentiments() async throws {
        let desk = FreshdeskCaller()
        let id = try await desk.ticket()
        let changed = try await desk.call(.put, "tickets/\(id)", #"{"priority":2}"#).json
        let listed = try await desk.call(.get, "tickets?filter=new_and_my_open&order_by=created_at").json
        let found = try await desk.call(.get, #"search/tickets?query=%22priority:2%22"#).json
        for ticket in [changed, listed.arrayValue?.first ?? .null, found["results"]?.arrayValue?.first ?? .null] {
            #expect(ticket["sentiment_score"] == .null)
            #expect(ticket["initial_sentiment_score"] == .null)
        }
    }

    private static let contactRow = """
        id first_name last_name display_name avatar job_title city state zipcode country email emails time_zone \
        work_number mobile_number address last_seen lead_score last_contacted open_deals_amount won_deals_amount links \
        last_contacted_sales_activity_mode custom_field created_at updated_at keyword medium last_contacted_mode \
        recent_note won_deals_count last_contacted_via_sales_activity completed_sales_sequences active_sales_sequences \
        web_form_ids open_deals_count last_assigned_at tags facebook twitter linkedin is_deleted team_user_ids \
        external_id work_email subscription_status subscription_types unsubscription_reason other_unsubscription_reason \
        customer_fit record_type_id whatsapp_subscription_status sms_subscription_status last_seen_chat first_seen_chat \
        locale total_sessions system_tags first_campaign first_medium first_source last_campaign last_medium \
        last_source latest_campaign latest_medium latest_source mcr_id phone_numbers stage_updated_time
        """
    private static let dealRow = """
        id name amount base_currency_amount expected_close closed_date stage_updated_time custom_field probability \
        updated_at created_at deal_pipeline_id deal_stage_id age links recent_note completed_sales_sequences \
        active_sales_sequences web_form_id upcoming_activities_time collaboration last_assigned_at tags \
        last_contacted_sales_activity_mode last_contacted_via_sales_activity expected_deal_value is_deleted \
        team_user_ids avatar forecast_category deal_prediction deal_prediction_last_updated_at freddy_forecast_metrics \
        last_deal_prediction rotten_days has_products products
        """

    static let freshsalesSheets = [
        Sheet(call: "contacts/view/70000000101", path: ["contacts"], keys: contactRow),
        Sheet(
            call: "contacts/70050001001", path: ["contact"],
            keys: contactRow + """
                 owner_id territory_id lead_source_id campaign_id contact_status_id lifecycle_stage_id \
                sales_account_id list_ids has_duplicates duplicates_searched_today has_connections \
                connections_searched_today
                """),
        Sheet(
            call: "sales_accounts/70060001001", path: ["sales_account"],
            keys: """
                id name address city state zipcode country number_of_employees annual_revenue website owner_id phone \
                open_deals_amount open_deals_count won_deals_amount won_deals_count last_contacted last_contacted_mode \
                facebook twitter linkedin links custom_field created_at updated_at avatar parent_sales_account_id \
                recent_note last_contacted_via_sales_activity last_contacted_sales_activity_mode \
                completed_sales_sequences active_sales_sequences last_assigned_at tags is_deleted team_user_ids \
                web_form_ids has_connections record_type_id territory_id industry_type_id business_type_id
                """),
        Sheet(call: "deals/view/70000000121", path: ["deals"], keys: dealRow),
        Sheet(
            call: "deals/70070001001", path: ["deal"],
            keys: dealRow + """
                 sales_account_id owner_id creater_id currency_id deal_type_id deal_reason_id deal_product_id \
                deal_payment_status_id lead_source_id campaign_id territory_id
                """),
        Sheet(
            call: "selector/owners", path: ["users"],
            keys: "id display_name email is_active work_number mobile_number avatar uuid type"),
    ]

    @Test("Freshsales", arguments: freshsalesSheets)
    func freshsales(sheet: Sheet) async throws {
        try expect(try await SandboxCaller().freshsales(sheet.call).json, sheet)
    }

    static let freshchatSheets = [
        Sheet(
            call: "accounts/configuration",
            keys: """
                organisation_id organisation_domain account_id account_domain app_id bundle_id bundle_type plan_type \
                datacenter
                """),
        Sheet(
            call: "users?created_from=2000-01-01T00:00:00.000Z", path: ["users"],
            keys: """
                id created_time updated_time email phone first_name last_name avatar reference_id restore_id properties \
                social_profiles login_status org_contact_id
                """),
        Sheet(
            call: "agents", path: ["agents"],
            keys: """
                id email first_name last_name biography phone avatar groups role_id role_name skill_id locale timezone \
                availability_status agent_status routing_type agent_capacity social_profiles is_deactivated is_deleted \
                login_status freshchat_access round_robin_access created_time
                """),
        Sheet(call: "agents/status", path: ["states"], keys: "id name"),
        Sheet(call: "groups", path: ["groups"], keys: "id name description routing_type"),
        Sheet(
            call: "channels", path: ["channels"],
            keys: "id name icon enabled public tags locale updated_time welcome_message"),
        Sheet(call: "roles", path: ["roles"], keys: "id name description is_custom_role"),
        Sheet(
            call: "conversations/{id}",
            keys: """
                conversation_id conversation_internal_id app_id status channel_id user_id assigned_agent_id \
                assigned_group_id skill_id properties created_by created_time updated_time org_contact_id url
                """),
        Sheet(
            call: "conversations/{id}/messages", path: ["messages"],
            keys: """
                id created_time message_parts reply_parts message_type actor_type actor_id org_actor_id user_id app_id \
                channel_id conversation_id interaction_id message_source restrictResponse botsPrivateNote isBotsInput
                """),
        Sheet(
            call: "conversations/fields",
            keys: """
                id name label type column_name custom editable required position default_value choices fields
                """),
        Sheet(call: "agents?items_per_page=1", keys: "agents pagination links"),
        Sheet(
            call: "agents?items_per_page=1", path: ["pagination"],
            keys: "total_items total_pages current_page items_per_page"),
        Sheet(call: "agents?items_per_page=1", path: ["links"], keys: "next_page first_page last_page"),
        Sheet(call: "agents?items_per_page=1", path: ["links", "next_page"], keys: "href rel type"),
    ]

    @Test("Freshchat", arguments: freshchatSheets)
    func freshchat(sheet: Sheet) async throws {
        let caller = SandboxCaller(Sandbox.Options(clock: ManualClock()))
        let agent = try await caller.freshchat("agents").json.texts("agents", "id")[0]
        let group = try await caller.freshchat("groups").json.texts("groups", "id")[0]
        let user = try await caller.freshchat("users?reference_id=crm-1001").json.texts("users", "id")[0]
        let id = try await caller.freshchat("users/\(user)/conversations").json.texts("conversations", "id")[0]
        // Freshchat leaves out what is empty, so the conversation gets an agent and a user's message.
        _ = try await caller.freshchat(
            .put, "conversations/\(id)",
            #"{"status":"assigned","assigned_agent_id":"\#(agent)","assigned_group_id":"\#(group)"}"#)
        _ = try await caller.freshchat(
            .post, "conversations/\(id)/messages",
            #"{"message_parts":[{"text":{"content":"Hi"}}],"actor_type":"user","actor_id":"\#(user)"}"#)
        let call = sheet.call.replacing("{id}", with: id)
        try expect(try await caller.freshchat(call).json, sheet)
    }

    private func expect(_ answer: JSONValue, _ sheet: Sheet) throws {
        func first(_ value: JSONValue?) -> JSONValue? { value?.arrayValue?.first ?? value }
        let record = sheet.path.reduce(first(answer)) { first($0?[$1]) }
        let keys = try Set(#require(record?.objectValue).keys)
        let known = Set(sheet.keys.split(separator: " ").map(String.init))
        #expect(known.subtracting(keys).isEmpty, "lacks \(known.subtracting(keys).sorted())")
        #expect(keys.subtracting(known).isEmpty, "has \(keys.subtracting(known).sorted())")
    }
}
