import Testing

@testable import Operations

@Suite("Sizes of batches")
struct BatchSizeTests {
  /// Batches on a disk that takes a fixed time for each and some for each row.
  private func run(_ batches: Int, fixed: Duration, row: Duration) -> BatchSize {
    var size = BatchSize()
    for _ in 0..<batches { size.learn(appended: size.count, held: fixed + row * size.count) }
    return size
  }

  @Test(arguments: [10, 40, 100, 300])
  func `a batch comes to hold the lock for less than 20 ms`(microseconds: Int) {
    let row = Duration.microseconds(microseconds)
    let size = run(30, fixed: .milliseconds(1), row: row)
    #expect(.milliseconds(1) + row * size.count <= .milliseconds(20))
    #expect(.milliseconds(1) + row * size.count >= BatchSize.aim / 2 || size.count == BatchSize.range.upperBound)
  }

  @Test func `a disk that is slow by itself leaves the smallest batches`() {
    #expect(run(30, fixed: .milliseconds(50), row: .microseconds(10)).count == BatchSize.range.lowerBound)
  }

  @Test func `one slow write halves the size and no more`() {
    var size = run(30, fixed: .milliseconds(1), row: .microseconds(50))
    let before = size.count
    size.learn(appended: before, held: .seconds(3))
    #expect(size.count == before / 2)
  }

  @Test func `a short batch does not make the next one smaller`() {
    var size = run(30, fixed: .milliseconds(1), row: .microseconds(50))
    let before = size.count
    size.learn(appended: 3, held: .milliseconds(1))
    #expect(size.count == before)
  }
}
