import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { searchFor } from '../verifier/answer.ts';
import { ONE_EACH } from '../verifier/explore.testing.ts';

const script = fileURLToPath(new URL('./searchMemory.testing.ts', import.meta.url));

describe('what a search keeps', () => {
  it.each([
    ['half-message', 'version', '5.x', 'exact'],
    ['half-message', 'flush', 'async', 'none'],
    ['local-message-table', 'dedup', 'same-tx', 'none'],
  ])('[C75] is estimated within a quarter of what Node says: %s %s~%s, %s', (...asked) => {
    const out = execFileSync(process.execPath, ['--expose-gc', script, ...asked], { encoding: 'utf8' });
    const { bytes, real }: { readonly bytes: number; readonly real: number } = JSON.parse(out);
    expect(bytes / real).toBeGreaterThan(0.75);
    expect(bytes / real).toBeLessThan(1.25);
  });

  it('[C76] can be no more: then it stops, what was found stays, and the rest is unknown', () => {
    const search = searchFor(halfMessage, {
      protocol: 'half-message',
      settings: { 'check-back': 'off' },
      faults: ONE_EACH,
      orders: 1,
      properties: ['no-lost', 'no-phantom'],
      reduction: 'as-needed',
      statesMax: 80_000,
      stopsEarly: false,
    });
    search.advance(500);
    search.stop();
    expect(search.advance(500)).toBe(false);
    const { complete, stoppedBy, findings } = search.report();
    expect([complete, stoppedBy]).toEqual([false, 'memory']);
    expect(findings.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(['no-lost violated', 'no-phantom unknown']);
  });
});
