/** A role's context as a reader's tables: nothing that is empty, and beside what a step changed what it was before. */
import type { Data, DataObject } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';

/** How names and values are called. */
export interface FieldNames {
  readonly field: (name: string) => string;
  /** One value that is neither a list nor an object. */
  readonly value: (value: string | number | boolean) => string;
  /** A message by its name. */
  readonly message: (message: Message) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly order: string;
  readonly entry: string;
}

export interface Line {
  readonly name: string;
  readonly text: string;
  /** What it was before this step; null where that is the same. */
  readonly before: string | null;
}

export interface Grid {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  readonly hasChanged: boolean;
}

export interface GridRow {
  readonly key: string;
  readonly cells: readonly string[];
  /** It was not there before this step, or said something else. */
  readonly isNew: boolean;
}

export interface Fields {
  readonly lines: readonly Line[];
  readonly grids: readonly Grid[];
}

/** What every role has and no reader asks for. */
const HIDDEN: readonly string[] = ['role', 'isRecovered'];

export function fieldsOf(context: DataObject, before: DataObject, names: FieldNames): Fields {
  const shown = Object.keys(context).filter((name) => {
    if (HIDDEN.includes(name)) return false;
    return !isBlank(context[name]) || !isSame(context[name], before[name]);
  });
  const isGrid = (name: string): boolean => rowsOf(name, context[name]) !== null;
  return {
    lines: shown.filter((name) => !isGrid(name)).map((name) => lineOf(name, context[name], before[name], names)),
    grids: shown.filter(isGrid).map((name) => gridOf(name, context[name], before[name], names)),
  };
}

/** The names of fields with something in them, for a sentence. */
export function filledFields(context: DataObject): readonly string[] {
  return Object.keys(context).filter((name) => !HIDDEN.includes(name) && !isBlank(context[name]));
}

export function isSame(one: Data | undefined, other: Data | undefined): boolean {
  return isAlike(one ?? null, other ?? null);
}

/** The same content. What is one and the same object is not looked into: most of a world is, from step to step. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [namesIn(one), namesIn(other)];
  return names.length === others.length && names.every((name) => isAlike(valueOf(one, name), valueOf(other, name)));
}

/** What is undefined is not there. */
function namesIn(of: object): readonly string[] {
  return Object.keys(of).filter((name) => valueOf(of, name) !== undefined);
}

function valueOf(of: object, name: string): unknown {
  return Reflect.get(of, name);
}

function isBlank(value: Data | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isBlank);
}

function lineOf(name: string, value: Data | undefined, before: Data | undefined, names: FieldNames): Line {
  const text = dataText(value, names);
  const was = dataText(before, names);
  return { name: names.field(name), text, before: isSame(value, before) ? null : was };
}

interface Rows {
  readonly first: 'entry' | 'order';
  readonly rows: readonly (readonly [key: string, row: DataObject])[];
}

/** Lists of objects by their places, records by orders; null for what is said in a line. */
function rowsOf(name: string, value: Data | undefined): Rows | null {
  if (isList(value) && value.length > 0 && value.every(isObject))
    return { first: 'entry', rows: value.map((row, index) => [String(index), row]) };
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([key]) => isOrder(key))) return null;
  return {
    first: 'order',
    rows: entries.map(([key, row]) => [key, isObject(row) ? row : { [name]: row ?? null }]),
  };
}

function gridOf(name: string, value: Data | undefined, before: Data | undefined, names: FieldNames): Grid {
  const { first, rows } = rowsOf(name, value) ?? { first: 'entry', rows: [] };
  const old = new Map(rowsOf(name, before)?.rows);
  const fields = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))].filter((field) => field !== 'type');
  const used = fields.filter((field) => rows.some(([, row]) => !isBlank(row[field])));
  return {
    name: names.field(name),
    columns: [first === 'entry' ? names.entry : names.order, ...used.map(names.field)],
    rows: rows.map(([key, row]) => ({
      key,
      cells: [key, ...used.map((field) => dataText(row[field], names))],
      isNew: !isSame(row, old.get(key)),
    })),
    hasChanged: !isSame(value, before),
  };
}

/** Data in words: what is empty as a dash, lists as lists, objects by their fields. */
export function dataText(value: Data | undefined, names: FieldNames): string {
  if (value === undefined || value === null || value === '') return '–';
  if (isList(value)) return value.length === 0 ? '–' : names.list(value.map((one) => dataText(one, names)));
  if (!isObject(value)) return names.value(value);
  const { type, ...fields } = value;
  if (typeof type === 'string') return names.message({ ...defined(fields), type });
  const parts = Object.entries(fields).filter(([, field]) => !isBlank(field) || typeof field === 'number');
  if (parts.length === 0) return '–';
  return names.list(
    parts.map(([field, one]) => `${isOrder(field) ? field : names.field(field)} ${dataText(one, names)}`),
  );
}

/** Some records are kept by order. */
function isOrder(key: string): boolean {
  return /^o\d+$/.test(key);
}

function defined(fields: DataObject): { readonly [name: string]: Data } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field ?? null]));
}

function isList(value: Data | undefined): value is readonly Data[] {
  return Array.isArray(value);
}

function isObject(value: Data | undefined): value is DataObject {
  return value !== null && typeof value === 'object' && !isList(value);
}
