/// The words of addresses.
extension RedactionVocabulary {
  func isStreetAhead(_ hash: UInt64) -> Bool {
    Self.streetsAhead.contains(hash) || Self.shortStreets.contains(hash)
  }
  func isShortStreet(_ hash: UInt64) -> Bool { Self.shortStreets.contains(hash) }
  func isStreetBehind(_ hash: UInt64) -> Bool { Self.streetsBehind.contains(hash) }
  func isEnglishStreet(_ hash: UInt64) -> Bool { Self.englishStreets.contains(hash) }
  func isHouseWord(_ hash: UInt64) -> Bool { Self.houseWords.contains(hash) }
  static let streets = streetsAhead.union(shortStreets).union(streetsBehind)

  func isUnitWord(_ hash: UInt64) -> Bool { Self.unitWords.contains(hash) }

  /// Before the name: Polish and Russian.
  private static let streetsAhead = hashes(
    """
    ulica ulicy ulicę aleja alei aleje plac placu улица улице улицы улицу проспект проспекте \
    переулок переулке бульвар бульваре шоссе набережная набережной
    """)
  /// Those that stand for nothing else, so that the name needs no capital.
  private static let shortStreets = hashes("ul al ул пер просп")
  /// Behind it: Latvian, Lithuanian, Estonian, Russian.
  private static let streetsBehind = hashes(
    """
    iela ielā ielas ielu prospekts prospektā bulvāris bulvārī laukums laukumā gatve gatvē šoseja \
    šosejā gatvė gatvės gatvėje g pr prospektas prospekte alėja tänav tänava tänaval tn mnt maantee \
    puiestee pst улица улице проспект проспекте переулок переулке бульвар бульваре шоссе
    """)
  private static let englishStreets = hashes(
    "street st road rd avenue ave lane terrace boulevard blvd crescent")
  private static let houseWords = hashes("д дом дома nr numer house nummer")
  private static let unitWords = hashes(
    "m lok lokal dz dzīvoklis kv кв квартира к корп корпус стр flat apt")
}
