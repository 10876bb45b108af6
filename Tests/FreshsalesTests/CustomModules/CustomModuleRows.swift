import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, custom modules; the first {id} is the name of the module.
extension EndpointFolder {
    static let customModules = EndpointFolder(
        "Custom modules", 8,
        """
        POST custom_module/{id}
        GET custom_module/{id}/{id}
        PUT custom_module/{id}/{id}
        DELETE custom_module/{id}/{id}
        GET custom_module/{id}/view/{id}
        POST custom_module/{id}/{id}/clone
        DELETE custom_module/{id}/{id}/forget
        POST custom_module/{id}/bulk_destroy
        """,
        calls: [

            .reading(
                "POST custom_module/{id}", "custom_module/cm_orders",
                #"{"cm_orders":{"name":"No. 7","custom_field":{"cf_a":1}}}"#,
                answer: .json(201, #"{"cm_orders":{"id":8}}"#)
            ) {
                try await $0.customModule("cm_orders").create(
                    CustomModuleDraft(name: "No. 7") { $0.customFields["cf_a"] = 1 }
                ).id == 8
            },
            .reading(
                "GET custom_module/{id}/{id}", "custom_module/cm_orders/8",
                answer: .json(200, #"{"cm_orders":{"id":8}}"#)
            ) { try await $0.customModule("cm_orders").get(8).id == 8 },
            .reading(
                "PUT custom_module/{id}/{id}", "custom_module/cm_orders/8", #"{"cm_orders":{"owner_id":null}}"#,
                answer: .json(200, #"{"cm_orders":{"id":8}}"#)
            ) {
                try await $0.customModule("cm_orders").update(8, CustomModuleUpdate { $0.ownerID = .clear }).id == 8
            },
            .silent("DELETE custom_module/{id}/{id}", "custom_module/cm_orders/8") {
                try await $0.customModule("cm_orders").delete(8)
            },
            .reading(
                "GET custom_module/{id}/view/{id}", "custom_module/cm_orders/view/4?per_page=100",
                answer: .json(200, #"{"cm_orders":[{"id":8}],"meta":{"total_pages":1}}"#)
            ) { try await $0.customModule("cm_orders").list(view: 4).all().map(\.id) == [8] },
            .reading(
                "GET custom_module/{id}/view/{id}",
                "custom_module/cm_orders/view/4?per_page=50&sort=created_at&sort_type=desc&include=creater%2Cupdater",
                answer: .json(
                    200,
                    #"{"users":[{"id":7},{"id":3}],"cm_orders":[{"id":8,"creator_id":7,"updater_id":3}],"meta":{"total_pages":1}}"#
                )
            ) {
                let orders = try await $0.customModule("cm_orders").list(
                    view: 4, order: .descending(.createdAt), include: [.creator, .updater], pageSize: 50
                ).all()
                orders.map(\.id) == [8]
                orders.map { $0.creator?.id } == [7]
                orders.map { $0.creatorID } == [7]
                orders.map { $0.updater?.id } == [3]
                orders.map { $0.updaterID } == [3]
            },
            .reading(
                "POST custom_module/{id}/{id}/clone", "custom_module/cm_orders/8/clone", #"{"cm_orders":{"name":"B"}}"#,
                answer: .json(200, #"{"cm_orders":{"id":9}}"#)
            ) {
                try await $0.customModule("cm_orders").clone(8, changing: CustomModuleUpdate { $0.name = "B" }).id == 9
            },
            .silent(
                "DELETE custom_module/{id}/{id}/forget", "custom_module/cm_orders/8/forget"
            ) { try await $0.customModule("cm_orders").forget(8) },
            .silent(
                "POST custom_module/{id}/bulk_destroy", "custom_module/cm_orders/bulk_destroy",
                #"{"selected_ids":[8,9]}"#
            ) { try await $0.customModule("cm_orders").delete([8, 9]) },
        ])
}
