/** Plain data of roles, with the types of what their machines write. */
import type { Data, DataObject } from '../../engine/data.ts';
import type { LocalState, World } from '../../engine/world.ts';

/**
 * Plain data with the type of what wrote them. Data of a role are written by its machine alone, and what survives a crash
 * by the function that says what does; so this is the one place that takes their word for it.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a cast, in its one place and under a name.
export function written<By>(data: Data): By {
  return data as unknown as By;
}

/** A role's data, or what survives of it while its process is down. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a cast, in its one place and under a name.
export function dataOf<By = DataObject>({ value, context }: LocalState): By {
  return written(value === 'crashed' ? (context['survived'] ?? null) : context);
}

/** What the roles of a protocol write, by their ids. */
export interface Reader<Contexts> {
  /** A role's context, or what survives of it while its process is down. A role that is not there is an error. */
  readonly dataIn: <Role extends keyof Contexts & string>(world: World, role: Role) => Contexts[Role];
  /** Null while its process is down. */
  readonly contextIn: <Role extends keyof Contexts & string>(world: World, role: Role) => Contexts[Role] | null;
}

/** The typed reader of a protocol's roles. */
export function readerOf<Contexts>(protocol: string): Reader<Contexts> {
  const localIn = (world: World, role: string): LocalState => {
    const local = world.roles[role];
    if (local === undefined) throw new Error(`Expected a role of ${protocol}; got ${role}.`);
    return local;
  };
  return {
    dataIn: (world, role) => dataOf(localIn(world, role)),
    contextIn: (world, role) => {
      const { value, context } = localIn(world, role);
      return value === 'crashed' ? null : written(context);
    },
  };
}
