import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stable } from '../engine/data.ts';
import { picksArbitrary, randomRun } from '../engine/runs.testing.ts';
import type { Step } from '../engine/step.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink } from '../scenario/link.ts';
import { pingPongProtocol } from '../scenario/pingPongProtocol.testing.ts';
import { emptyScenario } from '../scenario/scenario.ts';
import { defaultSettings } from '../scenario/settings.ts';
import {
  frameOf,
  ledgerOf,
  linkOf,
  nextOf,
  previousFrameOf,
  protocolOf,
  stagesOf,
  timelineOf,
  writtenLinkOf,
} from './selectors.ts';
import { createSession, type Session, type SessionStore } from './session.ts';

const protocols = [pingPongProtocol] as const;
const choose = (type: string): Step => ({ kind: 'choose', role: 'client', message: { type } });
const serve = choose('serve');
const report = choose('report');
const crash: Step = { kind: 'crash', process: 'server-app', crash: 'process' };

function sessionAt(link: string): SessionStore {
  const { scenario, at, problem } = readLink(protocols, link);
  expect(problem).toBeNull();
  return createSession({ protocols, scenario, at });
}

/** Where a session stands, as the words of its link and its position. */
function told(state: Session): string {
  const words = /do=([^&]*)/.exec(linkOf({ ...state, cursor: state.steps.length }))?.[1] ?? '';
  return `${words} @${state.cursor}`;
}

describe('moving along a run', () => {
  it('[P1] goes next, back, to a position and to both ends, and stays inside', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping.notice&at=1');
    const positions = (['next', 'next', 'back', 'toStart', 'back', 'toEnd'] as const).map((move) => {
      store.getState()[move]();
      return store.getState().cursor;
    });
    expect(positions).toEqual([2, 3, 2, 0, 0, 3]);
    store.getState().goTo(99);
    expect(store.getState().cursor).toBe(3);
    store.getState().goTo(-1);
    expect(store.getState().cursor).toBe(0);
  });

  it('[P2] goes on beyond the recorded run with what is due next, and does nothing at rest', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping');
    for (let count = 0; count < 9; count += 1) store.getState().next();
    expect(told(store.getState())).toBe('serve.ping.notice.pong.flush @5');
    expect(nextOf(store.getState())).toBeNull();
  });

  it('[P3] goes to where the run ends and no further when asked to the end', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping&at=0');
    for (let count = 0; count < 2; count += 1) {
      store.getState().toEnd();
      expect(told(store.getState())).toBe('serve.ping @2');
    }
  });

  it('[P4] derives frame, previous frame, next step, ledger, stages and link from the position', () => {
    const state = sessionAt('v2/ping-pong?do=serve.ping.notice&at=1').getState();
    expect(protocolOf(state)).toBe(pingPongProtocol);
    expect(timelineOf(state).frames).toHaveLength(4);
    expect(frameOf(state).step).toEqual(serve);
    expect(previousFrameOf(state)?.index).toBe(0);
    expect(nextOf(state)).toMatchObject({ kind: 'deliver', to: 'server' });
    expect(ledgerOf(state)).toMatchObject([{ order: 'o1', verdict: 'pending' }]);
    expect(stagesOf(state).visits.map(({ stage, frame }) => [stage, frame])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
    ]);
    expect([...stagesOf(state).reached]).toEqual([['o1', [1]]]);
    expect(stagesOf(state).current).toEqual([{ order: 'o1', stage: 1, frame: 1 }]);
    expect(linkOf(state)).toMatch(/^v2\/ping-pong\?do=serve\.ping\.notice&at=1&h=[0-9a-f]{4}$/);
  });

  it('[P5] gives the same objects as long as the state is the same', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping.notice&at=1');
    for (const select of [timelineOf, frameOf, nextOf, ledgerOf, stagesOf, linkOf]) {
      expect(select(store.getState())).toBe(select({ ...store.getState() }));
    }
  });

  it('[P6] keeps the frames before the cursor when the run grows', () => {
    const store = sessionAt('v2/ping-pong?do=serve');
    const before = timelineOf(store.getState()).frames;
    store.getState().next();
    expect(
      timelineOf(store.getState())
        .frames.slice(0, 2)
        .every((frame, index) => frame === before[index]),
    ).toBe(true);
  });
});

describe('acting', () => {
  it('[P10] adds a step at the end', () => {
    const store = sessionAt('v2/ping-pong?do=serve');
    store.getState().act(crash);
    expect(told(store.getState())).toBe('serve.crash~server-app @2');
    expect(store.getState().branches).toEqual([]);
  });

  it('[P11] does nothing when the step is not possible', () => {
    const store = sessionAt('v2/ping-pong?do=serve');
    store.getState().act(serve);
    expect(told(store.getState())).toBe('serve @1');
  });

  it('[P12] follows the recorded future when the step is the one recorded', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping&at=0');
    store.getState().act({ ...serve });
    expect(told(store.getState())).toBe('serve.ping @1');
    expect(store.getState().branches).toEqual([]);
  });

  it('[P13] forks in the past, keeps the old future and returns to it', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping.notice.pong&at=1');
    const old = store.getState().steps;
    store.getState().act(crash);
    expect(told(store.getState())).toBe('serve.crash~server-app @2');
    expect(store.getState().branches).toEqual([{ id: 'b1', at: 1, steps: old }]);
    store.getState().returnTo('b1');
    expect(told(store.getState())).toBe('serve.ping.notice.pong @1');
    expect(store.getState().branches).toMatchObject([{ at: 1, steps: [serve, crash] }]);
    store.getState().returnTo(store.getState().branches[0]?.id ?? '');
    expect(told(store.getState())).toBe('serve.crash~server-app @1');
    store.getState().returnTo('no-such-branch');
    expect(told(store.getState())).toBe('serve.crash~server-app @1');
  });

  it('[P14] keeps several futures and lets go of those that the present contains', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping.notice&at=1');
    store.getState().act(report);
    store.getState().goTo(1);
    store.getState().act(crash);
    expect(store.getState().branches.map(({ at, steps }) => [at, steps.length])).toEqual([
      [1, 3],
      [1, 2],
    ]);
    store.getState().goTo(1);
    store.getState().act(report);
    expect(store.getState().branches.map(({ at, steps }) => [at, steps.length])).toEqual([
      [1, 3],
      [1, 2],
    ]);
    expect(store.getState().branches.map(({ id }) => id)).toEqual([
      ...new Set(store.getState().branches.map(({ id }) => id)),
    ]);
  });

  it('[P15] begins again and keeps what was', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping');
    store.getState().restart();
    expect(told(store.getState())).toBe(' @0');
    expect(store.getState().branches).toMatchObject([{ at: 0 }]);
    store.getState().returnTo('b1');
    expect(told(store.getState())).toBe('serve.ping @0');
  });

  it('[P16] never loses a run by a fork, and its branches always replay', () => {
    fc.assert(
      fc.property(
        picksArbitrary(20),
        fc.array(fc.tuple(fc.nat(20), fc.nat(1_000)), { maxLength: 8 }),
        (picks, forks) => {
          const settings = defaultSettings(pingPongProtocol);
          const { steps } = randomRun(engineFor(pingPongProtocol, settings), picks);
          const store = createSession({ protocols, scenario: { ...emptyScenario(pingPongProtocol), steps } });
          for (const [where, pick] of forks) {
            store.getState().goTo(where);
            const before = store.getState().steps;
            const enabled = engineFor(pingPongProtocol, settings).enabled(frameOf(store.getState()).world);
            const step = enabled[pick % enabled.length];
            if (step !== undefined) store.getState().act(step);
            const { steps: present, branches } = store.getState();
            const kept = [present, ...branches.map((branch) => branch.steps)].map((run) => stable(run).slice(0, -1));
            expect(kept.some((run) => run.startsWith(stable(before).slice(0, -1)))).toBe(true);
            expect(timelineOf(store.getState()).frames).toHaveLength(present.length + 1);
            for (const branch of branches) {
              expect(branch.steps.slice(0, branch.at).map(stable)).toEqual(present.slice(0, branch.at).map(stable));
            }
          }
        },
      ),
    );
  });
});

describe('opening and settings', () => {
  it('[P20] opens a named scenario at its start', () => {
    const store = sessionAt('v2/ping-pong?do=serve');
    store.getState().openNamed('lost');
    expect(told(store.getState())).toBe('serve.drop~ping @0');
    expect(store.getState().settings['rounds-max']).toBe('5');
    store.getState().openNamed('no-such-scenario');
    expect(told(store.getState())).toBe('serve.drop~ping @0');
  });

  it('[P21] opens a link at its position; a broken one as far as it replays, with what was wrong', () => {
    const store = sessionAt('v2/ping-pong');
    store.getState().openLink('v2/ping-pong?do=serve.pong.ping');
    expect(told(store.getState())).toBe('serve @1');
    expect(store.getState().problem).toMatchObject({ kind: 'bad-step', step: 2 });
    store.getState().dismissProblem();
    expect(store.getState().problem).toBeNull();
    store.getState().openLink('nonsense');
    expect(told(store.getState())).toBe(' @0');
    expect(store.getState().problem).toEqual({ kind: 'not-a-link' });
  });

  it('[PL80] opens a page beside the run, which is still there afterwards', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping');
    store.getState().openPage({ id: 'brokers' });
    expect(store.getState().page).toEqual({ id: 'brokers' });
    expect(told(store.getState())).toBe('serve.ping @2');
    store.getState().openPage(null);
    expect(linkOf(store.getState())).toMatch(/^v2\/ping-pong\?do=serve\.ping/);
  });

  it('[P22] changes a setting and replays the same steps as far as they are possible', () => {
    const store = sessionAt('v2/ping-pong?do=serve.ping.notice.pong.serve.ping');
    store.getState().setSetting('rounds-max', '1');
    expect(told(store.getState())).toBe('serve.ping.notice.pong @4');
    expect(store.getState().settings['rounds-max']).toBe('1');
    store.getState().setSetting('rounds-max', '10');
    store.getState().setSetting('nonsense', '1');
    expect(store.getState().settings['rounds-max']).toBe('1');
  });

  it('[P23] keeps how to look at a run apart from the run', () => {
    const store = sessionAt('v2/ping-pong?do=serve');
    const link = linkOf(store.getState());
    const { setLang, setMotion, setSpeed, setTheme, setZoom, select } = store.getState();
    setLang('zh');
    setMotion('reduced');
    setSpeed(4);
    setTheme('dark');
    setZoom('internals');
    select({ kind: 'process', id: 'server-app' });
    expect(store.getState()).toMatchObject({
      lang: 'zh',
      motion: 'reduced',
      speed: 4,
      theme: 'dark',
      zoom: 'internals',
      selection: { kind: 'process', id: 'server-app' },
    });
    expect(linkOf(store.getState())).toBe(link);
    expect(stagesOf(store.getState()).visits).toHaveLength(1);
    store.getState().next();
    expect(store.getState().selection).toBeNull();
  });

  it('[P24] writes a link that opens the same run, also when it is longer than a link may be', () => {
    const store = sessionAt('v2/ping-pong?do=report~x299');
    for (let count = 0; count < 3; count += 1) store.getState().act(report);
    expect(store.getState().steps).toHaveLength(302);
    const { link, steps } = writtenLinkOf(store.getState());
    expect(steps).toBe(300);
    expect(readLink(protocols, link)).toMatchObject({ at: 300, problem: null });
  });
});
