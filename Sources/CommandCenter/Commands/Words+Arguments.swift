public import ArgumentParser
public import Journal
public import Model

extension Stage: ExpressibleByArgument {}
extension Source: ExpressibleByArgument {}
extension Urgency: ExpressibleByArgument {}
extension Outcome: ExpressibleByArgument {}
extension LimitClock: ExpressibleByArgument {}
extension Approving.Blame: ExpressibleByArgument {}
extension UpstreamState: ExpressibleByArgument {}
extension OrderQuery.Sort: ExpressibleByArgument {}
extension Rate: ExpressibleByArgument {}
extension RateQuery.Grouping: ExpressibleByArgument {}
extension Rung: ExpressibleByArgument {}
extension ResponseLevel: ExpressibleByArgument {}
