/** Safeguards of every consumer: how it recognises duplicates, and when it says that it is done. */
import type { Safeguard } from '../protocol.ts';

type SettingSafeguard = Extract<Safeguard, { readonly kind: 'setting' }>;

export function dedup(...stages: readonly number[]): SettingSafeguard {
  return {
    id: 'dedup',
    stages,
    kind: 'setting',
    setting: 'dedup',
    on: 'same-tx',
    off: ['none', 'marker-first', 'marker-after'],
  };
}

export function ack(...stages: readonly number[]): SettingSafeguard {
  return { id: 'ack', stages, kind: 'setting', setting: 'ack', on: 'after-commit', off: ['before-commit'] };
}
