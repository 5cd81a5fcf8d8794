/** One pass of TransactionalMessageServiceImpl.check over the half queue, as a pure function (rules HM-37 to HM-48). */
import type { HalfMessage, HalfQueues } from '../vocabulary.ts';
import type { HalfCopy } from './halfTopic.ts';

export interface PassInput {
  /** Next half and op offset to look at; −1 while none has been stored. */
  readonly halfCursor: number;
  readonly opCursor: number;
  readonly checkMax: number;
  readonly hasImmunity: boolean;
}

export interface PassPlan {
  readonly halfCursor: number;
  readonly opCursor: number;
  /** Appended to the half topic; those without `prepared` are then asked about. */
  readonly copies: readonly HalfCopy[];
  readonly discards: readonly (HalfMessage & { readonly offset: number })[];
}

/** Goes through the messages that were there when the pass began, oldest first. */
export function planPass(input: PassInput, { half, op, young }: HalfQueues): PassPlan {
  const first = begin(input.halfCursor, half.length);
  const firstOp = begin(input.opCursor, op.length);
  const removed = new Set(op.slice(firstOp).flat()); // HM-41: what it names below `first` is never looked up
  const copies: HalfCopy[] = [];
  const discards: (HalfMessage & { offset: number })[] = [];
  let offset = first;
  for (; offset < half.length; offset += 1) {
    const message = half[offset];
    if (message === undefined || removed.has(offset)) continue;
    if (message.checkTimes >= input.checkMax) {
      discards.push({ ...message, offset }); // HM-45, HM-47
      continue;
    }
    if (young.includes(offset)) {
      if (!input.hasImmunity) break; // HM-39: everything behind it is younger
      // HM-43: an op that names the original is not found again, because the original lies before its copies
      copies.push(copyOf(message, offset, message.prepared ?? offset)); // HM-42: nobody is asked
      continue;
    }
    copies.push(copyOf(message, offset, null)); // HM-36
  }
  return {
    halfCursor: moved(input.halfCursor, offset),
    opCursor: moved(input.opCursor, opDone(firstOp, op, offset)),
    copies,
    discards,
  };
}

/** An exception leaves the loop behind the first copy: what lies behind its original is not looked at (HM-40). */
export function brokenOff(plan: PassPlan): PassPlan {
  const [first] = plan.copies;
  if (first === undefined) return plan;
  return { ...plan, copies: [first], discards: plan.discards.filter(({ offset }) => offset < first.of) };
}

function copyOf(message: HalfMessage, of: number, prepared: number | null): HalfCopy {
  return { ...message, checkTimes: message.checkTimes + 1, prepared, of };
}

/** At its cursor; at the end of a queue that a power loss has made shorter than that (OFFSET_ILLEGAL, HM-58). */
function begin(cursor: number, length: number): number {
  return Math.min(Math.max(0, cursor), length);
}

/** HM-18: only a contiguous run of op messages whose offsets are all dealt with. */
function opDone(firstOp: number, op: readonly (readonly number[])[], halfCursor: number): number {
  let next = firstOp;
  while (op[next]?.every((offset) => offset < halfCursor) === true) next += 1;
  return next;
}

/** HM-18: a cursor that does not move is not stored; in an empty queue none moves. */
function moved(cursor: number, next: number): number {
  return next > 0 ? next : cursor;
}
