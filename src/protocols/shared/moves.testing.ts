/** Runs of any protocol for tests, as lists of moves: each names, by message, delay or role, the one step that it means. */
import { stable, type Data } from '../../engine/data.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import type { CrashKind, DelayName, Message, Model, RoleId, Settings } from '../../engine/model.ts';
import type { NoteFields, RunRecord } from '../../engine/record.ts';
import type { Step } from '../../engine/step.ts';
import type { World } from '../../engine/world.ts';

/** A run so far. */
export interface Play {
  readonly engine: Engine;
  readonly world: World;
  readonly steps: readonly Step[];
  /** What happened, in order, from the start. */
  readonly records: readonly RunRecord[];
  /** What happened in the last step. */
  readonly last: readonly RunRecord[];
}

export type Move = (play: Play) => Play;
export type Moves = Move | readonly Moves[];

/** Runs the moves from the start; a move that names no step, or several, throws. */
export function play(engine: Engine, ...moves: readonly Moves[]): Play {
  const { world, records } = engine.initial;
  return go({ engine, world, steps: [], records, last: records }, ...moves);
}

/** The engine of a protocol at given settings, the same one each time. */
export function enginesOf(model: (settings: Settings) => Model): (settings: Settings) => Engine {
  const engines = new Map<string, Engine>();
  return (settings) => {
    const key = stable(settings);
    const engine = engines.get(key) ?? createEngine(model(settings));
    engines.set(key, engine);
    return engine;
  };
}

/** Goes on from a run. */
export function go(from: Play, ...moves: readonly Moves[]): Play {
  return moves.reduce<Play>((before, move) => (typeof move === 'function' ? move(before) : go(before, ...move)), from);
}

/** Fields of a message, and `from` and `to` of its way. */
type Match = { readonly [field: string]: Data };

export const deliver = (type: string, match: Match = {}): Move => transfer('deliver', type, match);
export const drop = (type: string, match: Match = {}): Move => transfer('drop', type, match);
export const duplicate = (type: string, match: Match = {}): Move => transfer('duplicate', type, match);

function transfer(kind: 'deliver' | 'drop' | 'duplicate', type: string, { from, to, ...match }: Match): Move {
  const isOnTheWay = (step: Step): boolean =>
    step.kind === kind &&
    step.message.type === type &&
    (from === undefined || step.from === from) &&
    (to === undefined || step.to === to) &&
    fits(step.message, match);
  return theOne(`${kind} ${type} ${stable({ from, to, ...match })}`, isOnTheWay);
}

export function fire(delay: DelayName, role?: RoleId): Move {
  const isMeant = (step: Step): boolean =>
    step.kind === 'fire' && step.delay === delay && (role === undefined || step.role === role);
  return theOne(`fire ${role ?? ''} ${delay}`, isMeant);
}

export function choose(type: string, match: Match = {}, role?: RoleId): Move {
  const isMeant = (step: Step): boolean =>
    step.kind === 'choose' &&
    step.message.type === type &&
    fits(step.message, match) &&
    (role === undefined || step.role === role);
  return theOne(`choose ${type} ${stable(match)}`, isMeant);
}

export const crash = (process: string, kind: CrashKind = 'process'): Move =>
  apply({ kind: 'crash', process, crash: kind });
export const restart = (process: string): Move => apply({ kind: 'restart', process });

function fits(message: Message, match: Match): boolean {
  return Object.entries(match).every(([field, value]) => stable(message[field]) === stable(value));
}

function theOne(name: string, isMeant: (step: Step) => boolean): Move {
  return (before) => {
    const enabled = before.engine.enabled(before.world);
    const [step, ...others] = plainest(enabled.filter(isMeant));
    if (step === undefined || others.length > 0) {
      const found = (step === undefined ? enabled : [step, ...others]).map((one) => JSON.stringify(one)).join('\n');
      throw new Error(`Expected one step for “${name}”; found ${step === undefined ? 'none' : 'several'}:\n${found}`);
    }
    return apply(step)(before);
  };
}

/** Of choices that only differ in having something more: the one without it. */
function plainest(steps: readonly Step[]): readonly Step[] {
  const size = (step: Step): number => ('message' in step ? Object.keys(step.message).length : 0);
  const least = Math.min(...steps.map(size));
  return steps.every(({ kind }) => kind === 'choose') ? steps.filter((step) => size(step) === least) : steps;
}

function apply(step: Step): Move {
  return ({ engine, world, steps, records }) => {
    const outcome = engine.apply(world, step);
    if (!outcome.ok) throw new Error(`Expected ${JSON.stringify(step)}; got ${JSON.stringify(outcome.refusal)}.`);
    return {
      engine,
      world: outcome.world,
      steps: [...steps, step],
      records: [...records, ...outcome.records],
      last: outcome.records,
    };
  };
}

/** The fields of every note of this kind, in order. */
export function notes({ records }: Pick<Play, 'records'>, what: string): readonly NoteFields[] {
  return records.flatMap((record) => (record.kind === 'noted' && record.what === what ? [record.fields] : []));
}

/** What was told in the last step. */
export function told({ last }: Play): readonly string[] {
  return last.flatMap((record) => (record.kind === 'noted' ? [record.what] : []));
}

/** Why roles did not act in the last step. */
export function ignored({ last }: Play): readonly string[] {
  return last.flatMap((record) => (record.kind === 'ignored' ? [`${record.role}: ${record.reason}`] : []));
}

/** What was put on a network in the last step: `receiver type`. */
export function sent({ last }: Play): readonly string[] {
  return last.flatMap((record) => (record.kind === 'sent' ? [`${record.to} ${record.message.type}`] : []));
}
