import Dispatch
import Foundation
import FreshworksCore

/// libpq, loaded when a store is made: whatever else links this target runs on machines that do not have it.
struct Libpq: Sendable {
    let connect: @Sendable @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
    let status, resultStatus, rowCount, columnCount: @Sendable @convention(c) (OpaquePointer?) -> Int32
    let reset, finish, clear: @Sendable @convention(c) (OpaquePointer?) -> Void
    let message: @Sendable @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>
    let execute:
        @Sendable @convention(c) (
            OpaquePointer?, UnsafePointer<CChar>, Int32, UnsafePointer<UInt32>, UnsafePointer<UnsafeRawPointer?>,
            UnsafePointer<Int32>, UnsafePointer<Int32>, Int32
        ) -> OpaquePointer?
    let value: @Sendable @convention(c) (OpaquePointer?, Int32, Int32) -> UnsafeRawPointer
    let length: @Sendable @convention(c) (OpaquePointer?, Int32, Int32) -> Int32

    static func load() throws -> Libpq {
        let library = dlopen("libpq.so.5", RTLD_NOW)
        func function<T>(_ name: String) throws -> T {
            guard let library, let address = dlsym(library, name) else {
                throw FreshworksError(.notConfigured, "libpq is not installed", advice: "Install Debian's libpq5.")
            }
            return unsafeBitCast(address, to: T.self)
        }
        return try Libpq(
            connect: function("PQconnectdb"), status: function("PQstatus"), resultStatus: function("PQresultStatus"),
            rowCount: function("PQntuples"), columnCount: function("PQnfields"), reset: function("PQreset"),
            finish: function("PQfinish"), clear: function("PQclear"), message: function("PQerrorMessage"),
            execute: function("PQexecParams"), value: function("PQgetvalue"), length: function("PQgetlength"))
    }
}

/// libpq's calls block, so they have a thread of their own.
final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "PostgresStore")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
