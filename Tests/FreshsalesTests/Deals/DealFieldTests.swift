import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales deals")
struct DealFieldTests {
    /// Freshworks CRM API, deals: the attributes and who may write them.
    private static let deal = #"""
        name                                settable   text     required  | refuses ["", " "]
        amount                              settable   decimal  required
        base_currency_amount                read       decimal
        expected_deal_value                 read       decimal
        currency_id                         clearable  id
        sales_account_id                    clearable  id
        deal_stage_id                       clearable  id
        deal_pipeline_id                    clearable  id
        deal_type_id                        clearable  id
        deal_reason_id                      clearable  id
        deal_product_id                     clearable  id
        deal_payment_status_id              clearable  id
        owner_id                            clearable  id
        lead_source_id                      clearable  id
        campaign_id                         clearable  id
        territory_id                        clearable  id
        expected_close                      clearable  day
        closed_date                         clearable  day
        probability                         settable   number   | sample 40 | refuses [-1, 101]
        stage_updated_time                  read       time     stageUpdatedAt
        last_assigned_at                    read       time
        upcoming_activities_time            read       time     upcomingActivitiesAt
        last_contacted_via_sales_activity   read       time
        age                                 read       number   | sample -3
        rotten_days                         read       number
        forecast_category                   clearable  number
        deal_prediction                     read       number
        deal_prediction_last_updated_at     read       time
        last_deal_prediction                read       any
        freddy_forecast_metrics             read       any
        recent_note                         read       text
        web_form_id                         read       text
        completed_sales_sequences           read       text
        active_sales_sequences              read       text
        last_contacted_sales_activity_mode  read       text
        avatar                              read       url
        team_user_ids                       read       text
        deal_freddy_metrics                 read       text
        has_products                        read       bool
        products                            settable   objects
        contact_ids                         read       ids
        contacts_added_list                 sent       ids      addedContactIDs
        contacts_deleted_list               sentLater  ids      removedContactIDs
        tags                                settable   texts
        is_deleted                          read       bool
        partial                             read       bool     isPartial
        creater_id                          read       id       creatorID
        updater_id                          read       id
        appointment_ids                     read       ids
        custom_field                        settable   custom   customFields
        links                               read       object   | sample {"notes":"/crm/sales/deals/7/notes"}
        created_at                          read       time
        updated_at                          read       time
        """#

    @Test("every field as the service documents it")
    func deal() throws {
        try FieldSheet(Self.deal).expectFields(of: Deal.Fields.self)
    }

    @Test("what nobody knows the kind of is nil when it is null, in optional positions too")
    func nulls() throws {
        let deal = try Deal(json: [
            "id": 1, "freddy_forecast_metrics": .null, "last_deal_prediction": .null, "currency": .null,
        ])
        #expect(deal.freddyForecastMetrics == nil)
        #expect(deal.lastDealPrediction.map { $0 } == nil)
        #expect(deal.currency == nil)
        #expect(try Currency(json: ["id": 1, "schedule_info": .null]).scheduleInfo == nil)
    }
}
