import type { Data, DataObject } from '../../engine/data.ts';
import type { DelayName, ProcessId, RoleId } from '../../engine/model.ts';
import { isCrashed } from '../../engine/world.ts';
import { frameOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

export interface RoleView {
  readonly role: RoleId;
  /** The state's name as the statechart has it: `sending.waiting`. */
  readonly value: string;
  readonly fields: readonly FieldView[];
  readonly timers: readonly { readonly delay: DelayName; readonly inMs: number }[];
}

export interface FieldView {
  readonly name: string;
  readonly value: FieldValue;
}

export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface ProcessView {
  readonly process: ProcessId;
  readonly isCrashed: boolean;
  readonly roles: readonly RoleView[];
}

/** Every role as it is: its state, its context, its timers. While a process is down, what survived in it. */
export function processViews(state: SessionState): readonly ProcessView[] {
  const { engine } = timelineOf(state);
  const frame = frameOf(state);
  return engine.model.processes.map(({ id }) => {
    const isDown = isCrashed(frame.world, id);
    const roles = engine.model.roles.filter(({ process }) => process === id);
    return {
      process: id,
      isCrashed: isDown,
      roles: roles.map(({ id: role }): RoleView => {
        const local = frame.world.roles[role];
        const timers = frame.timers.filter((timer) => timer.role === role);
        return {
          role,
          value: stateName(local?.value ?? ''),
          fields: fieldsOf((isDown ? local?.context['survived'] : local?.context) ?? null),
          timers: timers.map(({ delay, dueMs }) => ({ delay, inMs: Math.max(0, dueMs - frame.timeMs) })),
        };
      }),
    };
  });
}

/** @example stateName({ sending: 'waiting' }) === 'sending.waiting' */
export function stateName(value: Data): string {
  if (!isObject(value)) return shortText(value);
  return Object.entries(value)
    .map(([name, inner]) => (isEmpty(inner) ? name : `${name}.${stateName(inner ?? null)}`))
    .join(' + ');
}

function isEmpty(value: Data | undefined): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}

/** The settings are shown elsewhere. */
const HIDDEN: ReadonlySet<string> = new Set(['settings']);

function fieldsOf(context: Data): readonly FieldView[] {
  if (!isObject(context)) return context === null ? [] : [{ name: '', value: valueOf(context) }];
  return Object.entries(context)
    .filter(([name]) => !HIDDEN.has(name))
    .map(([name, value]) => ({ name, value: valueOf(value ?? null) }));
}

function valueOf(value: Data): FieldValue {
  if (isList(value) && value.length > 0 && value.every(isObject)) return tableOf(value);
  return { kind: 'text', text: shortText(value) };
}

function tableOf(rows: readonly DataObject[]): FieldValue {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { kind: 'table', columns, rows: rows.map((row) => columns.map((column) => shortText(row[column] ?? null))) };
}

/** Data as a person would note it: no quotes, lists in brackets, nothing as a dash. */
export function shortText(value: Data): string {
  if (value === null || value === '') return '–';
  if (isList(value)) return value.length === 0 ? '–' : `[${value.map(shortText).join(', ')}]`;
  if (isObject(value)) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${shortText(field ?? null)}`);
    return fields.length === 0 ? '–' : `{${fields.join(', ')}}`;
  }
  return String(value);
}

function isList(value: Data): value is readonly Data[] {
  return Array.isArray(value);
}

function isObject(value: Data): value is DataObject {
  return value !== null && typeof value === 'object' && !isList(value);
}
