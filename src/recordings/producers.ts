/** The producer instances of a recording, and their groups. */
import type { ProducerRole } from '../protocols/half-message/instances.ts';
import type { Observation, ObservationKind, Recording } from './observation.ts';
import type { Question } from './question.ts';

/**
 * In the order of their first appearance, the members of one group after those of the other one: an instance that is a
 * group by itself comes last, as in the model (HM-C35).
 */
export function producersIn({
  observations,
  settings: { producerGroup, producerGroups = {} },
}: Recording): readonly string[] {
  const seen = observations.flatMap((one) => namesProducer(one) ?? []);
  const names = [...new Set([...seen, ...Object.keys(producerGroups)])];
  const members = Map.groupBy(names, (name) => producerGroups[name] ?? producerGroup);
  return [...members.values()].toSorted((one, other) => other.length - one.length).flat();
}

export function groupsIn(
  { settings }: Recording,
  roleOf: (name: string) => ProducerRole | undefined,
): Question['groups'] {
  const { producerGroups = {} } = settings;
  if (new Set(Object.values(producerGroups)).size < 2) return new Map();
  return new Map(
    Object.entries(producerGroups).flatMap(([name, group]) => {
      const role = roleOf(name);
      return role === undefined ? [] : [[role, group]];
    }),
  );
}

/** The producer instance that an observation is about. */
export function namesProducer(observation: Observation): string | undefined {
  const { what, where } = observation;
  if (CALLBACKS.includes(what)) return where;
  if (!('process' in observation) || ['broker', 'consumer'].includes(observation.process)) return undefined;
  return observation.process;
}

/** What happens in a producer instance. */
const CALLBACKS: readonly ObservationKind[] = ['executeBegun', 'executeEnded', 'checkBegun', 'checkEnded'];
