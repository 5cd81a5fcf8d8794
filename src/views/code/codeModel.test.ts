import { describe, expect, it } from 'vitest';
import { createSession } from '../../player/session.ts';
import { timelineOf } from '../../player/selectors.ts';
import { loadCode } from '../../protocols/codes.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import { protocols } from '../../protocols/registry.ts';
import { holds, type CodeNotes } from '../../protocols/shared/code.ts';
import { libraryOf } from '../../scenario/library.ts';
import { completeSettings } from '../../scenario/settings.ts';
import { sessionAt } from '../session.testing.ts';
import { codeView, type LineView } from './codeModel.ts';
import { crashAt, crashPlan } from './crashModel.ts';
import { tracesOf } from './traceModel.ts';

const half = await loadCode('half-message');

function lineWith(lines: readonly LineView[], text: string): LineView | undefined {
  return lines.find(
    ({ pieces, number }) =>
      number !== null &&
      pieces
        .map(([, piece]) => piece)
        .join('')
        .includes(text),
  );
}

const textOf = ({ pieces }: Pick<LineView, 'pieces'>): string => pieces.map(([, piece]) => piece).join('');

function shownPoints(notes: CodeNotes, settings: Parameters<CodeNotes['facts']>[0]): ReadonlySet<string> {
  const facts = notes.facts(settings);
  const lines = notes.flavours[0].files.flatMap(({ file }) => file.lines);
  return new Set(lines.filter(({ when }) => holds(when, facts)).flatMap(({ points }) => points));
}

describe('code beside the run', () => {
  it('[VW60] lights the line of every process at once, and marks the one after which a process died', () => {
    const state = sessionAt('crash-after-local-commit', 8).getState();
    const { files } = codeView(state, half, 'remoting', 'en');
    const lines = files.find(({ name }) => name === 'OrderListener.java')?.lines ?? [];
    expect(lineWith(lines, 'checkLocalTransaction(')?.lit).toEqual(['order-b']);
    const dead = lines.filter(({ died }) => died.length > 0);
    expect(dead.map(textOf)).toEqual(['    });']);
    expect(dead[0]?.died).toEqual(['order']);
    expect(lines.filter(({ isCutOff }) => isCutOff).map(textOf)).toEqual([
      '    return LocalTransactionState.COMMIT_MESSAGE;',
    ]);
  });

  it('[VW60] finds a line for everything that the runs of the library do', async () => {
    for (const id of protocolIds) {
      const notes = await loadCode(id);
      const protocol = protocols.find((known) => known.id === id) ?? protocols[0];
      const unknown = libraryOf([protocol]).flatMap((entry) => {
        const state = sessionAt(entry.id, undefined, id).getState();
        const shown = shownPoints(notes, state.settings);
        const places = tracesOf(notes, timelineOf(state)).flatMap(({ ran, lit }) => [...ran, ...lit]);
        const points = new Set(places.map((place) => place.slice(place.indexOf(' ') + 1)));
        return [...points].filter((point) => !shown.has(point)).map((point) => `${entry.id}: ${point}`);
      });
      expect(unknown, `of ${id}`).toEqual([]);
    }
  });

  it('[VW61] shows the difference that a setting makes, and says when it leaves a safeguard out', () => {
    const store = sessionAt('check-while-running-rollback');
    const lines = codeView(store.getState(), half, 'remoting', 'en').files[1]?.lines ?? [];
    expect(lines.filter(({ change }) => change === 'wrong').map(textOf)).toEqual([
      '    // no row is not no order: the transaction may not have committed yet',
    ]);
    expect(lines.filter(({ change }) => change === 'removed').map(textOf)).toContain(
      '    if (running.contains(id) || orders.isLocked(id)) return LocalTransactionState.UNKNOW;',
    );
    const usual = codeView(sessionAt('clean-commit').getState(), half, 'remoting', 'en').files;
    expect(usual.flatMap((file) => file.lines).filter(({ change }) => change !== 'none')).toEqual([]);
  });

  it('[VW61] has its own code for every named checker, in both clients', () => {
    const spec = protocols[0].settings.find(({ name }) => name === 'checker');
    const checkers = spec?.kind === 'choice' ? spec.values : [];
    expect(checkers.length).toBeGreaterThan(10);
    for (const flavour of ['remoting', 'client']) {
      const texts = checkers.map((checker) => {
        const settings = completeSettings(protocols[0], { checker, producers: '2' });
        const store = createSession({ protocols, scenario: { protocol: 'half-message', settings, steps: [] } });
        const { files } = codeView(store.getState(), half, flavour, 'en');
        return files.flatMap(({ lines }) => lines.filter(({ number }) => number !== null).map(textOf)).join('\n');
      });
      expect(new Set(texts).size, `with ${flavour}`).toBe(checkers.length);
    }
  });

  it('[VW62] takes the present run to a line and crashes its process there', () => {
    const store = sessionAt('clean-commit');
    const plan = crashPlan(store.getState(), half, ['exec.commit'], ['order']);
    expect(plan).toEqual({ kind: 'here', process: 'order', at: 4 });
    if (plan !== null) crashAt(store.getState(), plan);
    const state = store.getState();
    expect(state.steps.at(-1)).toEqual({ kind: 'crash', process: 'order', crash: 'process' });
    expect(state.cursor).toBe(5);
    expect(state.branches).toHaveLength(1);
    const lines = codeView(state, half, 'client', 'zh').files[0]?.lines ?? [];
    expect(lines.filter(({ died }) => died.length > 0).map(textOf)).toEqual(['    });']);
  });

  it('[VW62] begins anew for a line that the present run never comes to, and keeps that run', () => {
    const store = sessionAt('clean-commit');
    const plan = crashPlan(store.getState(), half, ['check.commit'], ['order']);
    expect(plan?.kind).toBe('anew');
    if (plan !== null) crashAt(store.getState(), plan);
    expect(store.getState().steps.at(-1)?.kind).toBe('crash');
    expect(store.getState().branches).toHaveLength(1);
  });

  it('[VW62] comes to every line that offers it, at the settings that show the line', async () => {
    for (const id of protocolIds) {
      const notes = await loadCode(id);
      const protocol = protocols.find((known) => known.id === id) ?? protocols[0];
      for (const point of Object.keys(notes.reach)) {
        const changes = [{}, ...['marker-first', 'marker-after'].map((dedup) => ({ dedup })), { row: 'order-first' }];
        const retried = { retry: 'on' };
        const shown = [...changes, retried]
          .map((change) => completeSettings(protocol, change))
          .find((settings) => shownPoints(notes, settings).has(point));
        expect(shown, `${id} ${point}`).toBeDefined();
        if (shown === undefined) continue;
        const store = createSession({ protocols, scenario: { protocol: id, settings: shown, steps: [] } });
        const processes = notes.flavours[0].files.flatMap((file) => file.processes);
        const plan = crashPlan(store.getState(), notes, [point], processes);
        expect(plan?.kind, `${id} ${point}`).toBe('anew');
        if (plan !== null) crashAt(store.getState(), plan);
        expect(store.getState().steps.at(-1)?.kind, `${id} ${point}`).toBe('crash');
      }
    }
  });
});
