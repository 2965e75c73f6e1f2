extension KeyedDecodingContainer {
  /// A number that may be missing.
  ///
  /// One that the type can't hold is told with its key: Foundation's decoder throws an error of its own for it, and
  /// leaves the key out.
  func number<Number: Decodable & Numeric>(_ type: Number.Type, forKey key: Key) throws -> Number? {
    do {
      return try decodeIfPresent(type, forKey: key)
    } catch let error where !(error is DecodingError) {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: codingPath + [key], debugDescription: "\(error)"))
    }
  }
}
