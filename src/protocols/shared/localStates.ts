/** Local states with some of their data replaced, for those who look at worlds without running them. */
import type { DataObject } from '../../engine/data.ts';
import type { LocalState } from '../../engine/world.ts';
import { dataOf } from './roleData.ts';

/** A role with some of its data replaced, also while its process is down; itself where that is no change. */
export function withData(local: LocalState, data: DataObject): LocalState {
  const before = dataOf(local);
  if (Object.entries(data).every(([name, value]) => isSame(before[name], value))) return local;
  const next = { ...before, ...data };
  return { value: local.value, context: local.value === 'crashed' ? { ...local.context, survived: next } : next };
}

/** A role in other states of some of its regions; as it is while its process is down. */
export function withValue(local: LocalState, regions: DataObject): LocalState {
  if (local.value === 'crashed') return local;
  const value = local.value as DataObject;
  const isThere = Object.entries(regions).every(([region, state]) => value[region] === state);
  return isThere ? local : { ...local, value: { ...value, ...regions } };
}

/** Equal at a glance: the same, or lists or objects of the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [fields, others] = [Object.entries(one), Object.entries(other)];
  return (
    fields.length === others.length && fields.every(([name, value]) => value === other[name as keyof typeof other])
  );
}
