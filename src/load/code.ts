import { MARKS, OBSTACLES, POOLS, ZONES, type Instruction, type PoolId } from './instruction.ts';
import { OPS, type OpName } from './opcodes.ts';

/** The code as columns of numbers. */
export interface Code {
  readonly op: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly ms: Float64Array;
}

export function lowered(code: readonly Instruction[]): Code {
  const op = new Uint8Array(code.length);
  const a = new Int32Array(code.length);
  const b = new Int32Array(code.length);
  const c = new Int32Array(code.length);
  const ms = new Float64Array(code.length);
  code.forEach((instruction, at) => {
    op[at] = OPS[instruction.do satisfies OpName];
    if ('ms' in instruction) ms[at] = instruction.ms;
    if ('pool' in instruction) a[at] = POOLS.indexOf(instruction.pool);
    if ('to' in instruction) a[at] = instruction.to;
    if ('mark' in instruction) a[at] = MARKS.indexOf(instruction.mark);
    if ('actor' in instruction) a[at] = instruction.actor === 'relay' ? 0 : 1;
    if ('slot' in instruction) a[at] = instruction.slot;
    if ('need' in instruction) b[at] = instruction.need;
    if ('draw' in instruction) b[at] = instruction.draw;
    if ('on' in instruction) b[at] = OBSTACLES.indexOf(instruction.on);
    if ('dog' in instruction) b[at] = instruction.dog;
    if ('moves' in instruction) c[at] = instruction.moves | (instruction.shares << 8);
    if ('zone' in instruction) a[at] = ZONES.indexOf(instruction.zone);
    if ('carries' in instruction) b[at] = instruction.carries.reduce((bits, pool) => bits | bitOf(pool), 0);
  });
  return { op, a, b, c, ms };
}

export function bitOf(pool: PoolId): number {
  return 1 << POOLS.indexOf(pool);
}
