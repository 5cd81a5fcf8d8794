/** Role tables: what a role does with one input in one state, as one line of text each. */
import type { Message, RoleId, Settings } from '../engine/model.ts';
import { stable, type Data } from '../engine/data.ts';
import type { LocalState } from '../engine/world.ts';
import {
  bind,
  fire,
  react,
  start,
  type Bound,
  type Effect,
  type Machine,
  type Reaction,
} from '../engine/xstateAdapter.ts';

/** A message, or the name of a delay that is over. */
type RoleInputStep = Message | string;

export interface RoleTable {
  readonly machine: Machine;
  readonly role: RoleId;
  readonly settings: Settings;
  /** The inputs that lead to each named state. */
  readonly states: { readonly [state: string]: readonly RoleInputStep[] };
  /** The inputs of the table by name; the name of a delay stands for itself. */
  readonly inputs: { readonly [input: string]: Message };
}

/** One line of a table: `rule | state | input | effects`. */
export interface Row {
  readonly rule: string;
  readonly state: string;
  readonly input: string;
  readonly effects: string;
}

export function rowsOf(text: string): readonly Row[] {
  return text.split('\n').flatMap((line) => {
    const [rule = '', state = '', input = '', effects = ''] = line.split('|').map((part) => part.trim());
    return rule === '' ? [] : [{ rule, state, input, effects }];
  });
}

/** The state that a role is in after these inputs. */
function localAfter(bound: Bound, role: RoleId, inputs: readonly RoleInputStep[]): LocalState {
  const first = start(bound, { role, recovered: null }).local;
  return inputs.reduce((local, input) => give(bound, local, input).local, first);
}

/**
 * The effects in order, then the state that follows: `send to type field=value`, `arm delay`, `disarm delay`,
 * `note what`, `ignore reason`, `refused` where every guard says no; `sets` the fields of the context that changed, and
 * `→ region.state` for each region that moved.
 */
export function effectsOf(table: RoleTable, { state, input }: Row): string {
  const inputs = table.states[state];
  if (inputs === undefined) throw new Error(`Expected a state of the table; got ${state}.`);
  const bound = bind({ machine: table.machine, durable: () => null }, table.settings);
  const before = localAfter(bound, table.role, inputs);
  const reaction = give(bound, before, table.inputs[input] ?? input);
  const outcome = reaction.outcome === 'taken' ? [] : [reaction.outcome];
  return [...outcome, ...reaction.effects.map(effectText), ...changes(before, reaction.local)].join(' · ');
}

function give(bound: Bound, local: LocalState, input: RoleInputStep): Reaction {
  return typeof input === 'string' ? fire(bound, local, input) : react(bound, local, input);
}

function effectText(effect: Effect): string {
  switch (effect.kind) {
    case 'send': {
      const { type, ...fields } = effect.message;
      return ['send', effect.to, type, ...fieldTexts(fields)].join(' ');
    }
    case 'arm':
    case 'disarm':
      return `${effect.kind} ${effect.delay}`;
    case 'note':
      return ['note', effect.what, ...fieldTexts(effect.fields)].join(' ');
    case 'ignore':
      return `ignore ${effect.reason}`;
  }
}

function fieldTexts(fields: { readonly [field: string]: Data | undefined }): readonly string[] {
  return Object.entries(fields).map(
    ([field, value]) => `${field}=${typeof value === 'string' ? value : stable(value)}`,
  );
}

function changes(before: LocalState, after: LocalState): readonly string[] {
  const fields = Object.keys(after.context).filter(
    (field) => stable(before.context[field]) !== stable(after.context[field]),
  );
  const from = new Set(leaves(before.value));
  const to = leaves(after.value).filter((leaf) => !from.has(leaf));
  return [...(fields.length === 0 ? [] : [`sets ${fields.join(' ')}`]), ...to.map((leaf) => `→ ${leaf}`)];
}

function leaves(value: Data | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return typeof value === 'string' ? [value] : [];
  return Object.entries(value).flatMap(([region, inner]) => {
    const below = leaves(inner);
    return below.length === 0 ? [] : below.map((leaf) => `${region}.${leaf}`);
  });
}
