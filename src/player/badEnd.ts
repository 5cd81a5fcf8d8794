import type { LedgerLine, Verdict } from '../protocols/protocol.ts';

const BAD: readonly Verdict[] = ['lost', 'phantom', 'duplicated'];

/** Whether some order is lost, phantom or duplicated. */
export function endsBadly(lines: readonly Pick<LedgerLine, 'verdict'>[]): boolean {
  return lines.some(({ verdict }) => BAD.includes(verdict));
}

const MOVING: readonly Verdict[] = ['pending', 'consistent', 'late'];

/** Whether some order is neither well nor on its way. */
export function isStuck(lines: readonly Pick<LedgerLine, 'verdict'>[]): boolean {
  return lines.some(({ verdict }) => !MOVING.includes(verdict));
}
