import Foundation
import FreshworksCore
import FreshworksEtcd

// What the page "Running on several machines" shows.

func guideMachines(address: String) throws -> FreshworksRuntime {
    let store = try EtcdStore(address: address)
    return FreshworksRuntime(.init(sharedLimits: SharedLimits(in: store)))
}
