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
      return try suggestions(for: file.order, withheld: false)
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as OperationError {
      throw error
    } catch {
      throw .noSuchOrder(number)
    }
  }

  /// Who could handle an order as it stands.
  ///
  /// - Parameter withheld: whether neither its words nor its place in the town may tell; the units that it names are
  ///   left out all the same.
  func suggestions(for order: WorkOrder, withheld: Bool) throws(OperationError) -> Suggestions {
    do throws(JournalError) {
      let terms = withheld ? [] : LearnedTerms.terms(order.reports)
      let category = order.core.category
      var counts = try store.learned(terms, category: category)
      if counts.isEmpty, category != nil { counts = try store.learned(terms, category: nil) }
      var order = order
      if withheld { order.core.place = city.places.coarse(order.core.place) }
      return Suggestions(for: order, learned: counts, in: city)
    } catch {
      throw .journal(error)
    }
  }
}
