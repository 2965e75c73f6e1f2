import Journal
public import Model

extension Operations {
  /// Who could handle an order: the catalogue's units, and those that earlier orders speak for.
  ///
  /// Earlier orders of the same sub-category are asked; where there is none yet, all of them.
  ///
  /// - Parameter number: which order.
  /// - Throws: `OperationError.noSuchOrder`, or what the journal throws.
  public func suggestions(for number: OrderNumber) throws(OperationError) -> Suggestions {
    do {
      guard let file = try store.order(number) else { throw OperationError.noSuchOrder(number) }
      let terms = LearnedTerms.terms(file.order.reports)
      let category = file.order.core.category
      var counts = try store.learned(terms, category: category)
      if counts.isEmpty, category != nil { counts = try store.learned(terms, category: nil) }
      return Suggestions(for: file.order, learned: counts, in: city)
    } catch let error as JournalError {
      throw .journal(error)
    } catch {
      throw .noSuchOrder(number)
    }
  }
}
