/** The instances of the order service: their roles, their processes and their producer groups (HM-10, HM-C14, HM-C35). */
import type { ProcessId, RoleId, Settings } from '../../engine/model.ts';
import { hasTwoGroups, producersOf } from './settings.ts';

/** As many as a model can have, in the order in which it has them. */
export const PRODUCERS = ['producer', 'producer-b', 'producer-c'] as const satisfies readonly RoleId[];
export type ProducerRole = (typeof PRODUCERS)[number];

const PROCESSES = {
  producer: 'order',
  'producer-b': 'order-b',
  'producer-c': 'order-c',
} as const satisfies { readonly [role in ProducerRole]: ProcessId };
export type OrderProcess = (typeof PROCESSES)[ProducerRole];

/** Their processes, in the same order. */
export const ORDER_PROCESSES: readonly OrderProcess[] = PRODUCERS.map((role) => PROCESSES[role]);

export function processOf(role: ProducerRole): OrderProcess {
  return PROCESSES[role];
}

/** The instance that lives in a process; null where another role does. */
export function instanceIn(process: ProcessId): ProducerRole | null {
  return PRODUCERS.find((role) => PROCESSES[role] === process) ?? null;
}

export function instancesOf(settings: Settings): readonly ProducerRole[] {
  return PRODUCERS.slice(0, producersOf(settings));
}

/** PGROUP, by the instance that stands first in it: the last of several is a group by itself where there are two. */
export function groupOf(settings: Settings, role: RoleId): ProducerRole {
  const instances = instancesOf(settings);
  const last = instances.at(-1);
  return hasTwoGroups(settings) && role === last ? last : 'producer';
}

/** The first instance of each producer group. */
export function groupsOf(settings: Settings): readonly ProducerRole[] {
  const groups = new Set(instancesOf(settings).map((role) => groupOf(settings, role)));
  return [...groups];
}
