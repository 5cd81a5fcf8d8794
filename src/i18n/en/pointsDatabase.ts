/** What every consumer says of its database while it is down, in English. Things, then what happens. */
export const things = {
  'kind-points-database-down': 'Points database down',
  'kind-points-database-repaired': 'Points database repaired',
  'status-database-down': 'database down',
} as const;

export const events = {
  'choice-db-down': 'Crash the points database',
  'choice-db-up': 'Restart the points database',
  'chose-db-down': 'The points database goes down: until it restarts, nothing can be written there.',
  'chose-db-up': 'The points database restarts.',
  'noted-points-database-down':
    'The points database is down: the message of order {tx} is neither acknowledged nor rejected, and waits in the hands of the points service.',
} as const;
