/** How far an order has come, in terms of what the death of the order service would do to it. */
import type { Strand, Zone } from './instruction.ts';
import type { Operation, Program } from './operation.ts';

/** While the operation is done, or after it. */
export function zoneOf(
  { operations, caught }: Program,
  operation: Operation,
  moment: 'during' | 'after',
  { held }: Strand,
): Zone {
  const isPast = (name: string | undefined): boolean =>
    (moment === 'after' && operation.name === name) || descends(operations, operation, name);
  const hasBegun = isPast(caught?.from);
  const isOver = isPast(caught?.to);
  if (hasBegun && !isOver) return 'caught';
  if (!held.includes('order-thread') && operation.causes.length > 0) return 'outside';
  return isOver ? 'beyond' : 'young';
}

function descends(operations: readonly Operation[], late: Operation, name: string | undefined): boolean {
  return late.causes.some((cause) => {
    const operation = operations.find(({ id }) => id === cause);
    return operation !== undefined && (operation.name === name || descends(operations, operation, name));
  });
}
