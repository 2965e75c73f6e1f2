import Foundation
import Synchronization
import Testing

@testable import Operations

@Suite("The queue between reading and appending")
struct BoundedQueueTests {
  @Test func `things come in the order in which they were handed over and never too many wait`() {
    let queue = BoundedQueue<Int>(capacity: 4)
    let handedOver = Mutex(0)
    let thread = Thread {
      for number in 0..<2_000 where queue.put(number) { handedOver.withLock { $0 = number + 1 } }
    }
    thread.start()
    for number in 0..<2_000 {
      #expect(queue.take() == number)
      // One more may be on its way between being put and being counted.
      #expect(handedOver.withLock { $0 } <= number + 1 + 4 + 1)
    }
  }

  @Test func `who waits for room is told when nobody takes any more`() {
    let queue = BoundedQueue<Int>(capacity: 1)
    #expect(queue.put(1))
    let answer = Mutex<Bool?>(nil)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let isTaken = queue.put(2)
      answer.withLock { $0 = isTaken }
      done.signal()
    }
    thread.start()
    queue.cancel()
    done.wait()
    #expect(answer.withLock { $0 } == false)
  }
}
