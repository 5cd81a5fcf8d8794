import { describe, expect, it, vi } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { incidents } from './incidents.ts';
import { readLink } from './link.ts';
import { recognise } from './recognise.ts';
import { versioned } from './versions.ts';

describe('recognising a run', () => {
  it('[L93] replays no named scenario that cannot be it: a link opens without waiting for all of them', () => {
    const unknown = incidents.flatMap(({ run }) => {
      const { scenario } = readLink(protocols, versioned(run.link));
      const known = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
      const model = vi.fn<Protocol['model']>(known.model);
      const protocol = { ...known, model };
      const id = recognise(scenario.steps, scenario.settings, protocol.library.scenarios, protocol);
      return id === null ? [model.mock.calls.length] : [];
    });
    expect(unknown.length).toBeGreaterThan(5);
    expect(unknown.filter((replayed) => replayed > 0)).toEqual([]);
  });
});
