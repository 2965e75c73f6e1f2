public import ArgumentParser
public import Journal
public import Model

extension Stage: ExpressibleByArgument {}
extension Source: ExpressibleByArgument {}
extension Urgency: ExpressibleByArgument {}
extension Outcome: ExpressibleByArgument {}
extension OrderQuery.Sort: ExpressibleByArgument {}
