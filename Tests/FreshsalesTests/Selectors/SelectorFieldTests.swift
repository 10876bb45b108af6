import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales selectors and saved views")
struct SelectorFieldTests {
    @Test("users and plain choices, field by field")
    func usersAndChoices() throws {
        try FieldSheet(
            """
            display_name   read  text
            email          read  text
            is_active      read  bool
            work_number    read  text
            mobile_number  read  text
            avatar         read  url
            uuid           read  text
            type           read  text
            """
        ).expectFields(of: User.Fields.self)
        try FieldSheet(
            """
            name      read  text
            position  read  number
            partial   read  bool    isPartial
            """
        ).expectFields(of: Choice.Fields.self)
    }

    @Test("the statuses and stages of contacts, field by field")
    func contacts() throws {
        try FieldSheet(
            """
            name                read  text
            position            read  number
            partial             read  bool    isPartial
            forecast_type       read  text
            lifecycle_stage_id  read  id
            """
        ).expectFields(of: ContactStatus.Fields.self)
        try FieldSheet(
            """
            name                read  text
            position            read  number
            disabled            read  bool    isDisabled
            default             read  bool    isDefault
            type                read  text
            contact_status_ids  read  ids
            """
        ).expectFields(of: LifecycleStage.Fields.self)
    }

    @Test("pipelines, their stages and currencies, field by field")
    func deals() throws {
        try FieldSheet(
            """
            name              read  text
            position          read  number
            partial           read  bool     isPartial
            is_default        read  bool
            rotting_days      read  number
            aggregated_field  read  text
            configs           read  objects
            deal_stages       read  objects  | sample [{"id":1},{"id":2}]
            """
        ).expectFields(of: DealPipeline.Fields.self)
        try FieldSheet(
            """
            field_name  read  text
            position    read  number
            highlight   read  bool    isHighlighted
            """
        ).expectFields(of: DealPipelineField.Fields.self)
        try FieldSheet(
            """
            name              read  text
            position          read  number
            partial           read  bool    isPartial
            forecast_type     read  word
            deal_pipeline_id  read  id
            choice_type       read  number
            probability       read  number
            is_deleted        read  bool
            updated_at        read  time
            """
        ).expectFields(of: DealStage.Fields.self)
        try FieldSheet(
            """
            partial        read  bool     isPartial
            is_active      read  bool
            currency_code  read  text
            exchange_rate  read  decimal
            currency_type  read  number
            schedule_info  read  any
            """
        ).expectFields(of: Currency.Fields.self)
    }

    @Test("kinds and outcomes of activities, field by field")
    func activities() throws {
        try FieldSheet(
            """
            partial               read  bool    isPartial
            name                  read  text
            internal_name         read  text
            show_in_conversation  read  bool    showsInConversation
            position              read  number
            is_default            read  bool
            is_checkedin          read  bool    isCheckedIn
            """
        ).expectFields(of: SalesActivityType.Fields.self)
        try FieldSheet(
            """
            name                    read  text
            position                read  number
            sales_activity_type_id  read  id
            """
        ).expectFields(of: SalesActivityOutcome.Fields.self)
        try FieldSheet(
            """
            name                      read  text
            position                  read  number
            sales_activity_type_id    read  id
            sales_activity_type_name  read  text
            """
        ).expectFields(of: SalesActivityEntityType.Fields.self)
    }

    @Test("saved views, field by field")
    func savedViews() throws {
        try FieldSheet(
            """
            name                      read  text
            model_class_name          read  text
            user_id                   read  id
            user_name                 read  text
            is_default                read  bool
            is_public                 read  bool
            current_user_permissions  read  texts
            updated_at                read  time
            """
        ).expectFields(of: SavedView.Fields.self)
    }
}
