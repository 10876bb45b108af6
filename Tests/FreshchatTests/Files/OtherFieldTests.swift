import Freshchat
import TestSupport
import Testing

@Suite("The fields of Freshchat files, outbound messages, metrics, business hours and reports")
struct OtherFieldTests {
    @Test("files and images, field by field")
    func files() throws {
        try FieldSheet(
            """
            file_name             read  text    name
            file_content_type     read  text    contentType
            file_extension_type   read  text    fileExtension
            file_size             read  id      sizeInBytes
            file_security_status  read  text    securityStatus
            """
        ).expectFields(of: UploadedFile.Fields.self)
        try FieldSheet(
            """
            id            read  text
            name          read  text
            content_type  read  text
            width         read  number
            height        read  number
            thumbnail     read  object
            """
        ).expectFields(of: UploadedImage.Fields.self)
    }

    @Test("outbound messages, field by field")
    func outbound() throws {
        try FieldSheet(
            #"""
            from            initial      text    required  | sample "+15550100" | sends {"from":{"phone_number":"+15550100"}} | refuses ["", "15550100", "+1 555"]
            to              sentInitial  texts   recipients required  | sample ["+1","+2"] | sends {"to":[{"phone_number":"+1"},{"phone_number":"+2"}]} | refuses [[], ["1"]]
            data            initial      object  template required  | sample {"message_template":{"storage":"none","template_name":"t","namespace":"n","language":{"code":"en"}}} | refuses [{"message_template":{"storage":"none","template_name":"t","namespace":" ","language":{"code":"en"}}}]
            provider        initial      text    | refuses [" "]
            message_id      read         text
            request_id      read         text
            status          read         word
            created_on      read         time    createdAt
            failure_code    read         text
            failure_reason  read         text
            to              read         text    recipient  | sample "+2"
            """#
        ).expectFields(of: OutboundMessage.Fields.self)
        try FieldSheet(
            """
            request_process_time  read  text  processTime
            link                  read  object
            """
        ).expectFields(of: OutboundReceipt.Fields.self)
        try FieldSheet(
            """
            type       read  word
            media_url  read  url    mediaURL
            filename   read  text
            params     read  texts  values  | sample [{"data":"a"},{"data":"b"}] | shows ["a","b"]
            """
        ).expectFields(of: WhatsAppTemplate.Header.Fields.self)
        try FieldSheet(
            """
            subType  read  text   subtype
            params   read  texts  values  | sample [{"data":"a"},{"data":"b"}] | shows ["a","b"]
            """
        ).expectFields(of: WhatsAppTemplate.Button.Fields.self)
    }

    @Test("links, field by field, with the method under either name")
    func links() throws {
        try FieldSheet(
            """
            href  read  url   url
            rel   read  text  relation
            type  read  text  method
            """
        ).expectFields(of: Link.Fields.self)
        #expect(Link(json: ["href": "/v2/agents?page=2", "method": "GET"]).method == "GET")
    }

    @Test("metrics, field by field")
    func metrics() throws {
        try FieldSheet(
            """
            metrics     read  texts
            start       read  time
            end         read  time
            aggregator  read  word
            interval    read  word
            filters     read  objects  | sample {"metric_filters":[{"key":"group","value":"g1"}]}
            data        read  objects
            """
        ).expectFields(of: MetricReport.Fields.self)
        try FieldSheet(
            """
            metric   read  text
            filters  read  objects  | sample {"metric_filters":[{"key":"group","value":"g1"}]}
            data     read  objects
            """
        ).expectFields(of: InstantMetrics.Fields.self)
        try FieldSheet(
            """
            groupings  read  objects
            series     read  objects
            values     read  objects
            """
        ).expectFields(of: MetricGroup.Fields.self)
        try FieldSheet(
            """
            start   read  time
            end     read  time
            values  read  objects
            """
        ).expectFields(of: MetricSeries.Fields.self)
        try FieldSheet(
            """
            key        read  text
            value      read  decimal
            count      read  number
            resources  read  texts  resourceIDs  | sample [{"id":"a1"},{"id":"a2"}] | shows ["a1","a2"]
            """
        ).expectFields(of: MetricValue.Fields.self)
        try FieldSheet(
            """
            key    read  text
            value  read  text
            """
        ).expectFields(of: MetricLabel.Fields.self)
    }

    @Test("reports and business hours, field by field")
    func reports() throws {
        try FieldSheet(
            #"""
            start               sentInitial  time    required  | sends {"start":"2025-01-10T08:00:00.000Z"}
            end                 sentInitial  time    required  | sends {"end":"2025-01-10T08:00:00.000Z"}
            event               sentInitial  word    required  | refuses [" "]
            format              sentInitial  text    required  | refuses [" "]
            should_exclude_pii  sentInitial  bool    excludesPersonalData
            status              read         word
            interval            read         text
            links               read         objects parts
            link                read         object
            """#
        ).expectFields(of: Report.Fields.self)
        try FieldSheet(
            """
            link    read  object
            from    read  time
            to      read  time
            status  read  word
            """
        ).expectFields(of: ReportPart.Fields.self)
        try FieldSheet("within_business_hours  read  bool  isWithin").expectFields(of: BusinessHours.Fields.self)
    }
}
