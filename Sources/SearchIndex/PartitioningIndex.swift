extension RandomAccessCollection where Index == Int {
  /// The first place for which something holds that holds for all after it.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
