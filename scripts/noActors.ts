/** A Vite plugin: machines are evaluated and never started (ADR 002), so the site carries nothing that could start one. */
import type { Plugin } from 'vite';

interface Part {
  /** Of XState, as it is installed. */
  readonly file: RegExp;
  readonly instead: readonly (readonly [found: string, by: string])[];
}

/**
 * An evaluation is made in the name of an actor and tells its system who inspects it. Both are asked for nothing else, so
 * these do in their place. Machines are made and never saved, and their actions are our own data; whatever only served the
 * rest is then left out by the bundler.
 */
const PARTS: readonly Part[] = [
  {
    file: /\/xstate\/dist\/raise-[0-9a-f]+\.esm\.js$/,
    instead: [
      ['return new Actor(logic, options);', 'return { system: {} };'],
      [
        'function createSystem(rootActor, options) {',
        'function createSystem() {\n  return { _sendInspectionEvent: () => {} };',
      ],
    ],
  },
  {
    file: /\/xstate\/dist\/StateMachine-[0-9a-f]+\.esm\.js$/,
    instead: [
      ['return getPersistedSnapshot(snapshot, options);', 'return snapshot;'],
      ['restoreSnapshot(snapshot, _actorScope) {', 'restoreSnapshot(snapshot, _actorScope) {\n    return snapshot;'],
    ],
  },
  {
    file: /\/xstate\/dist\/xstate\.esm\.js$/,
    instead: [
      [
        '    sendTo,\n    raise,\n    log,\n    cancel,\n    stopChild,\n    enqueueActions,\n    emit,\n    spawnChild,\n',
        '',
      ],
    ],
  },
];

export function noActors(): Plugin {
  return {
    name: 'halfway-no-actors',
    apply: 'build',
    transform: {
      filter: { id: PARTS.map(({ file }) => file) },
      handler: (code, id) => ({ code: withoutActors(code, id), map: null }),
    },
  };
}

/** Throws where XState is no longer written as it was. */
export function withoutActors(code: string, id: string): string {
  const part = PARTS.find(({ file }) => file.test(id));
  return (part?.instead ?? []).reduce((now, [found, by]) => {
    if (now.split(found).length !== 2) throw new Error(`Expected “${found}” once in ${id}.`);
    return now.replace(found, () => by);
  }, code);
}
