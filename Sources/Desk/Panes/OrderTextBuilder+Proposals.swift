import Journal
import Model
import Operations
import SafeText
import Terminal

extension OrderTextBuilder {
  /// 疑同: what may be the same event, one order to a line; those that there is no room for are counted.
  mutating func proposals(most: Int, isHeaded: Bool) {
    let list = state.proposals.list(for: row.number)
    guard !list.isEmpty else { return }
    if isHeaded { heading("疑同") }
    for (index, proposal) in list.prefix(most).enumerated() {
      let rest = list.count - most
      let more = index == most - 1 && rest > 0 ? " 另\(rest)件" : ""
      let text = ProposalWords.line(proposal, beside: row.arrivedAt, city: city)
      let room = width - 5 - more.columns
      lines.append([
        Span(isHeaded || index > 0 ? "     " : "疑同 ", Style(.title)),
        Span(text.columns > room ? text.truncated(toColumns: room) : text), Span(more, Style(.dim)),
      ])
    }
  }
}
