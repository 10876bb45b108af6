#if os(Linux)
    import Foundation
    import FreshworksSandbox

    /// What is simulated, as `name=value` on the command line.
    struct SimulatedScenario: Sendable {
        let product: Sandbox.Product
        /// Calls per window.
        let limit: Int
        let seed: UInt64
        /// How many windows are looked at, and how many pass before.
        let windows: Int
        let earlier: Int
        let demand: SimulatedCaller.Demand
        /// How many programs make the demand, each with a runtime of its own, and whether they share a store.
        let programs: Int
        let sharesStore: Bool
        /// The part of the limit that the batch keeps to.
        let share: Double
        /// The mean seconds between interactive calls, which come at random; 0 for none.
        let interactive: Double
        /// The part of the limit that somebody takes who knows nothing of it all; 0 for nobody.
        let foreign: Double
        /// Whether Freshdesk has the sub-limits of the Growth plan, and whether Freshsales sends its rate fields.
        let hasSubLimits: Bool
        let sendsRateFields: Bool

        /// - Returns: `nil` for what is no scenario.
        init?(_ arguments: [String]) {
            var values: [String: String] = [:]
            for argument in arguments {
                let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return nil }
                values[parts[0]] = parts[1]
            }
            func take<Value>(_ name: String, or usual: Value, _ read: (String) -> Value?) -> Value? {
                guard let text = values.removeValue(forKey: name) else { return usual }
                return read(text)
            }
            guard let product = values.removeValue(forKey: "product").flatMap(Sandbox.Product.init),
                let limit = values.removeValue(forKey: "limit").flatMap({ Int($0) }),
                let seed = take("seed", or: 1, { UInt64($0) }), let windows = take("windows", or: 10, { Int($0) }),
                let earlier = take("earlier", or: 2, { Int($0) }),
                let demand = take("demand", or: .plain, SimulatedCaller.Demand.init),
                let programs = take("programs", or: 1, { Int($0) }), let store = take("store", or: false, Bool.init),
                let share = take("share", or: 1, { Double($0) }),
                let interactive = take("interactive", or: 0, { Double($0) }),
                let foreign = take("foreign", or: 0, { Double($0) }),
                let subLimits = take("sublimits", or: false, Bool.init),
                let fields = take("fields", or: true, Bool.init), values.isEmpty
            else { return nil }
            (self.product, self.limit, self.seed) = (product, limit, seed)
            (self.windows, self.earlier, self.demand) = (windows, earlier, demand)
            (self.programs, sharesStore, self.share) = (programs, store, share)
            (self.interactive, self.foreign) = (interactive, foreign)
            (hasSubLimits, sendsRateFields) = (subLimits, fields)
        }

        var window: Duration { product == .freshsales ? .seconds(3600) : .seconds(60) }

        /// The service, whose clock starts somewhere in its window.
        func sandbox(_ clock: ManualClock) -> Sandbox {
            Sandbox(
                .init(
                    clock: clock, tickets: 5, agents: 2, contacts: 5, freshdeskCallsPerMinute: limit,
                    freshdeskSubLimits: hasSubLimits ? .growth : .none, freshchatCallsPerMinute: limit,
                    freshsalesCallsPerHour: limit, freshsalesSendsRateHeaders: sendsRateFields))
        }
    }
#endif
