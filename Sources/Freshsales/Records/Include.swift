/// Related records to send along with those that are asked for, such as `.owner`; the accessor of the same name shows them.
///
/// Each include also adds the ids that it is about: rows of contacts and deals have no owner id without `.owner`.
/// Source: Freshworks CRM API, include.
public struct Include<Record>: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes an include, known or not. What came along under a root key of its own is in the record's `sideloads`.
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension QueryItems {
    /// What a call that writes a record asks to be sent along, and what it has to include so that all is written.
    /// - Parameters:
    ///   - demanded: The fields that the service writes only where the call includes them.
    ///   - sent: The record as it is written.
    static func including<Record>(
        _ asked: Set<Include<Record>> = [], toWrite demanded: Set<Include<Record>>, in sent: JSONObject
    ) -> QueryItems {
        .joined("include", asked.union(demanded.filter { sent[$0.rawValue] != nil }))
    }
}

extension Include where Record == Contact {
    /// The user who owns the contact.
    public static var owner: Self { Self(rawValue: "owner") }
    /// The user who created the contact.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the contact.
    public static var updater: Self { Self(rawValue: "updater") }
    /// Where the contact comes from.
    public static var leadSource: Self { Self(rawValue: "source") }
    /// The campaign that brought the contact.
    public static var campaign: Self { Self(rawValue: "campaign") }
    /// The territory.
    public static var territory: Self { Self(rawValue: "territory") }
    /// The status.
    public static var contactStatus: Self { Self(rawValue: "contact_status") }
    /// The lifecycle stage.
    public static var lifecycleStage: Self { Self(rawValue: "lifecycle_stage") }
    /// The companies of the contact.
    public static var salesAccounts: Self { Self(rawValue: "sales_accounts") }
    /// The deals with the contact.
    public static var deals: Self { Self(rawValue: "deals") }
    /// The tasks about the contact.
    public static var tasks: Self { Self(rawValue: "tasks") }
    /// The appointments with the contact.
    public static var appointments: Self { Self(rawValue: "appointments") }
    /// The notes about the contact.
    public static var notes: Self { Self(rawValue: "notes") }
}

extension Include where Record == SalesAccount {
    /// The user who owns the account.
    public static var owner: Self { Self(rawValue: "owner") }
    /// The user who created the account.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the account.
    public static var updater: Self { Self(rawValue: "updater") }
    /// The territory.
    public static var territory: Self { Self(rawValue: "territory") }
    /// The branch of industry.
    public static var industryType: Self { Self(rawValue: "industry_type") }
    /// The kind of business.
    public static var businessType: Self { Self(rawValue: "business_type") }
    /// The company above this one.
    public static var parentSalesAccount: Self { Self(rawValue: "parent_sales_account") }
    /// The companies below this one.
    public static var childSalesAccounts: Self { Self(rawValue: "child_sales_accounts") }
    /// The people at the company.
    public static var contacts: Self { Self(rawValue: "contacts") }
    /// The deals with the company.
    public static var deals: Self { Self(rawValue: "deals") }
    /// The tasks about the company.
    public static var tasks: Self { Self(rawValue: "tasks") }
    /// The appointments with the company.
    public static var appointments: Self { Self(rawValue: "appointments") }
}

extension Include where Record == Deal {
    /// The user who owns the deal.
    public static var owner: Self { Self(rawValue: "owner") }
    /// The user who created the deal.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the deal.
    public static var updater: Self { Self(rawValue: "updater") }
    /// Where the deal comes from.
    public static var leadSource: Self { Self(rawValue: "source") }
    /// The campaign that brought the deal.
    public static var campaign: Self { Self(rawValue: "campaign") }
    /// The company.
    public static var salesAccount: Self { Self(rawValue: "sales_account") }
    /// The people.
    public static var contacts: Self { Self(rawValue: "contacts") }
    /// The pipeline.
    public static var dealPipeline: Self { Self(rawValue: "deal_pipeline") }
    /// The stage in the pipeline.
    public static var dealStage: Self { Self(rawValue: "deal_stage") }
    /// The type.
    public static var dealType: Self { Self(rawValue: "deal_type") }
    /// The reason for which the deal was lost.
    public static var dealReason: Self { Self(rawValue: "deal_reason") }
    /// The product that is sold.
    public static var dealProduct: Self { Self(rawValue: "deal_product") }
    /// The status of the payment.
    public static var dealPaymentStatus: Self { Self(rawValue: "deal_payment_status") }
    /// The currency.
    public static var currency: Self { Self(rawValue: "currency") }
    /// The lines of the deal.
    public static var products: Self { Self(rawValue: "products") }
    /// The appointments about the deal.
    public static var appointments: Self { Self(rawValue: "appointments") }
}
