/// The tables: the truth, which is never rewritten, and what is derived from it and can be dropped and made again.
enum Schema {
  /// The mark in the file's header that says it is a journal of ours, "CCJ1".
  static let application: Int32 = 0x4343_4A31
  /// The version of the derived tables that this program writes.
  static let projections = 11

  /// What leads from each version of the truth's tables to the next; their number is the version of this program.
  static let steps: [String] = [truth]

  /// The events, what stands beside them, and what makes a command known again.
  ///
  /// An event's columns are its header's; NULL in `origin`, `origin_sequence` and `city` means this journal's own. A
  /// stream of an order has the order's key as its id and no name; `previous` links the events of a stream, which
  /// costs less than an index would.
  private static let truth = """
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      stream INTEGER NOT NULL,
      version INTEGER NOT NULL,
      previous INTEGER NOT NULL,
      type TEXT NOT NULL,
      schema INTEGER NOT NULL,
      origin TEXT,
      origin_sequence INTEGER,
      city TEXT,
      place TEXT NOT NULL,
      town TEXT,
      tier INTEGER NOT NULL,
      confidential INTEGER NOT NULL,
      officer TEXT NOT NULL,
      seat TEXT NOT NULL,
      account TEXT NOT NULL,
      occurred_at INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      command TEXT NOT NULL,
      personal_digest TEXT NOT NULL,
      payload BLOB NOT NULL,
      chain BLOB NOT NULL
    );
    CREATE TABLE stream (
      id INTEGER PRIMARY KEY,
      kind TEXT,
      name TEXT,
      version INTEGER NOT NULL,
      last INTEGER NOT NULL,
      chain BLOB NOT NULL
    );
    CREATE UNIQUE INDEX stream_name ON stream (kind, name) WHERE kind IS NOT NULL;
    CREATE TABLE command (command TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE personal (
      sequence INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      phone TEXT NOT NULL,
      identity TEXT NOT NULL,
      salt BLOB NOT NULL
    );
    CREATE TABLE head (one INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, chain BLOB NOT NULL);
    CREATE TABLE day (day INTEGER PRIMARY KEY, last INTEGER NOT NULL);
    CREATE TABLE seen (
      seat TEXT NOT NULL,
      key INTEGER NOT NULL,
      version INTEGER NOT NULL,
      PRIMARY KEY (seat, key)
    ) WITHOUT ROWID;
    CREATE TABLE clock (
      one INTEGER PRIMARY KEY,
      feed INTEGER NOT NULL,
      wall INTEGER NOT NULL,
      speed INTEGER NOT NULL,
      paused INTEGER NOT NULL
    );
    CREATE TABLE projection (one INTEGER PRIMARY KEY, version INTEGER NOT NULL);
    """

  /// The names of the derived tables.
  static let derived = [
    "orders", "report", "counter", "arrival", "recent", "search", "waiting", "learned_order", "learned_term",
    "rate", "rate_cell", "rate_month", "rate_settled", "rate_line", "share", "raise",
  ]

  /// The derived tables.
  ///
  /// `orders` has one row an order, with the number's key as rowid. A list is a merge of index ranges, one for each
  /// stage and source that it takes in, so that a page costs the same however many orders there are; two of the
  /// indexes spare the list of open orders the merge, and give what is late as one range. A town's lists are one range each,
  /// in which what they leave out is passed over: with stage and source before the instant, an import would write a page for
  /// each of them in each town with every batch. What is closed stands by number
  /// in every list, and is found through `search`: an index by town or by unit would cost an import a page for each of
  /// them with every batch. `orders_signs` holds what
  /// an inspector may want to look into: few of those that are closed, and what is open, which may be late by the clock.
  ///
  /// `waiting` has the terms that `search` still lacks, of a bounded number of orders: whoever searches looks at both.
  ///
  /// `share` has the orders that a unit was sent or helps with, so that a town finds its units' orders in other towns.
  ///
  /// `rate` has what each order adds to the rates, `rate_cell` the sums of it by day, town and source. `rate_month` has the
  /// sums by month in their place, as far as `rate_settled` says: a year of days is read from ten times as many pages.
  /// `rate_line` has what a list within a unit, a grid or an officer is found by, for days that have settled.
  ///
  /// `raise` has a row for each order that is under a limit. The gravest threshold that was raised leads its index, so that
  /// what has been late for years, and was told of, is never looked at again.
  static let derivedTables = """
    CREATE TABLE orders (
      key INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      stage INTEGER NOT NULL,
      source INTEGER NOT NULL,
      town TEXT NOT NULL,
      sort_at INTEGER NOT NULL,
      unit TEXT,
      urgency TEXT NOT NULL,
      source_id TEXT NOT NULL,
      place TEXT NOT NULL,
      category TEXT,
      title TEXT NOT NULL,
      stage_due INTEGER,
      overall_due INTEGER,
      arrived_at INTEGER NOT NULL,
      entered_at INTEGER NOT NULL,
      claim_seat TEXT,
      claim_officer TEXT,
      claim_until INTEGER,
      reports INTEGER NOT NULL,
      attachments INTEGER NOT NULL,
      amendments INTEGER NOT NULL,
      confidential INTEGER NOT NULL,
      origin_unit TEXT,
      origin_status TEXT NOT NULL,
      upstream TEXT NOT NULL,
      outcome TEXT,
      last_sequence INTEGER NOT NULL,
      shares TEXT NOT NULL,
      supervision INTEGER NOT NULL,
      signs INTEGER NOT NULL
    );
    CREATE INDEX orders_lane_due ON orders (stage, source, sort_at) WHERE stage < 8;
    CREATE INDEX orders_lane ON orders (stage, source) WHERE stage < 8;
    CREATE INDEX orders_open_due ON orders (sort_at) WHERE stage < 8;
    CREATE INDEX orders_town_open_due ON orders (town, sort_at, key, stage, source) WHERE stage < 8;
    CREATE INDEX orders_town_open ON orders (town, key, stage, source) WHERE stage < 8;
    CREATE INDEX orders_town_undated ON orders (town, sort_at) WHERE stage < 8 AND stage_due IS NULL;
    CREATE INDEX orders_unit_due ON orders (stage, unit, sort_at) WHERE stage < 8 AND unit IS NOT NULL;
    CREATE INDEX orders_unit ON orders (stage, unit) WHERE stage < 8 AND unit IS NOT NULL;
    CREATE INDEX orders_claim ON orders (claim_seat) WHERE claim_seat IS NOT NULL;
    CREATE INDEX orders_signs ON orders (key, town, signs, stage_due, overall_due) WHERE signs > 0 OR stage < 7;
    CREATE TABLE share (
      unit TEXT NOT NULL,
      town TEXT NOT NULL,
      key INTEGER NOT NULL,
      PRIMARY KEY (unit, town, key)
    ) WITHOUT ROWID;
    CREATE TABLE report (
      source INTEGER NOT NULL,
      id TEXT NOT NULL,
      key INTEGER NOT NULL,
      PRIMARY KEY (source, id)
    ) WITHOUT ROWID;
    CREATE TABLE counter (
      town TEXT NOT NULL,
      source INTEGER NOT NULL,
      stage INTEGER NOT NULL,
      orders INTEGER NOT NULL,
      PRIMARY KEY (town, source, stage)
    ) WITHOUT ROWID;
    CREATE TABLE arrival (
      hour INTEGER NOT NULL,
      town TEXT NOT NULL,
      orders INTEGER NOT NULL,
      PRIMARY KEY (hour, town)
    ) WITHOUT ROWID;
    CREATE TABLE learned_order (
      category TEXT NOT NULL,
      unit TEXT NOT NULL,
      orders INTEGER NOT NULL,
      PRIMARY KEY (category, unit)
    ) WITHOUT ROWID;
    CREATE TABLE learned_term (
      term TEXT NOT NULL,
      category TEXT NOT NULL,
      unit TEXT NOT NULL,
      orders INTEGER NOT NULL,
      PRIMARY KEY (term, category, unit)
    ) WITHOUT ROWID;
    CREATE TABLE recent (town TEXT PRIMARY KEY, sequences BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE rate (
      key INTEGER PRIMARY KEY,
      town TEXT NOT NULL,
      source INTEGER NOT NULL,
      place TEXT NOT NULL,
      unit TEXT,
      returned_by TEXT,
      officer TEXT,
      standings INTEGER NOT NULL,
      rung INTEGER,
      contact_due INTEGER,
      handle_due INTEGER,
      overall_due INTEGER,
      minutes BLOB NOT NULL
    );
    CREATE TABLE rate_cell (
      day INTEGER NOT NULL,
      town TEXT NOT NULL,
      source INTEGER NOT NULL,
      tally BLOB NOT NULL,
      PRIMARY KEY (day, town, source)
    ) WITHOUT ROWID;
    CREATE TABLE rate_month (
      month INTEGER NOT NULL,
      town TEXT NOT NULL,
      source INTEGER NOT NULL,
      tally BLOB NOT NULL,
      PRIMARY KEY (month, town, source)
    ) WITHOUT ROWID;
    CREATE TABLE rate_settled (one INTEGER PRIMARY KEY, day INTEGER NOT NULL);
    CREATE TABLE rate_line (day INTEGER PRIMARY KEY, lines BLOB);
    CREATE INDEX rate_line_dropped ON rate_line (day) WHERE lines IS NULL;
    CREATE TABLE raise (
      key INTEGER PRIMARY KEY,
      start_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      paused_until INTEGER NOT NULL,
      raised INTEGER NOT NULL
    );
    CREATE INDEX raise_due ON raise (raised, due_at, key, start_at, paused_until);
    CREATE VIRTUAL TABLE search USING fts5(
      terms, content = '', columnsize = 0, detail = full, tokenize = 'ascii'
    );
    CREATE TABLE waiting (key INTEGER PRIMARY KEY, closed INTEGER NOT NULL, terms TEXT NOT NULL);
    """
}
