/** What happens to the points database, in every protocol that ends in the points service (LT-35): it goes down, or is mended. */
export const databaseChoice = (isDown: boolean) =>
  ({
    role: 'consumer',
    message: { type: 'setDatabase', isDown: !isDown },
    afterMs: null,
    class: isDown ? 'person:points-database-repaired' : 'fault:points-database-down',
  }) as const;
