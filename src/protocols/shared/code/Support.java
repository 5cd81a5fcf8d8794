/** What the samples leave to the reader's own code; compiled with them and shown nowhere. */
record Order(String id, String user) {
  byte[] toBytes() {
    return id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}

interface Orders {
  /** Fails if the id is taken, by an order or by a cancellation. */
  void insert(Order order);

  /** Whether a committed row is there. */
  boolean exists(String id);

  /** Whether a transaction that has not ended holds the row (SELECT … FOR SHARE NOWAIT). */
  boolean isLocked(String id);

  /** Takes the id with a cancelled row, unless a committed order has it. */
  boolean cancel(String id);
}

/** Where checkers look that do not look at the orders themselves. */
interface Outcomes {
  void insert(String id);

  void save(String id, String outcome);

  boolean exists(String id);

  String find(String id);

  void deleteOlderThanMinutes(int minutes);
}

interface Points {
  boolean accepts(String order);

  void add(String order, int points);

  void withdraw(String order, int points);
}

interface Markers {
  boolean insertIfAbsent(String id);

  boolean exists(String id);
}

class OutOfStock extends RuntimeException {}
