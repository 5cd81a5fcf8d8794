import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { readLink } from '../scenario/link.ts';
import { catastrophesOf } from './catastrophe.ts';
import { waited, waitingStep } from './leading.ts';
import { foldAt, frameOf, ledgerOf, nextOf, pastOf, protocolOf, runOf, timelineOf } from './selectors.ts';
import { createSession, type Session, type SessionStore } from './session.ts';
import { headlineOf, toldUpTo } from './telling.ts';

await loadAllTexts();

function sessionAt(link: string): SessionStore {
  const { scenario, at, problem } = readLink(protocols, link);
  expect(problem).toBeNull();
  return createSession({ protocols, scenario, at });
}

function verdicts(state: Session): readonly string[] {
  return ledgerOf(state).map(({ verdict }) => verdict);
}

function processesOf(protocol: string): readonly string[] {
  const { engine } = timelineOf(sessionAt(`v2/${protocol}`).getState());
  return engine.model.processes.filter(({ crashKinds }) => crashKinds.includes('process')).map(({ id }) => id);
}

/** Says Next until nothing is left; gives the kinds of steps that were taken. */
function goOn(store: SessionStore): readonly string[] {
  const taken: string[] = [];
  for (let count = 0; count < 40 && nextOf(store.getState()) !== null; count += 1) {
    store.getState().next();
    taken.push(frameOf(store.getState()).step?.kind ?? '');
  }
  return taken;
}

describe('where Next leads', () => {
  it('[P7] restarts what is down, and comes to a verdict in every protocol and after every crash', () => {
    for (const protocol of protocols) {
      const { steps } = readLink(protocols, `v2/${protocol.id}?do=${protocol.cleanRun}`).scenario;
      for (let at = 1; at <= steps.length; at += 3) {
        for (const process of processesOf(protocol.id)) {
          const store = sessionAt(`v2/${protocol.id}?do=${protocol.cleanRun}&at=${at}`);
          store.getState().act({ kind: 'crash', process, crash: 'process' });
          const taken = goOn(store);
          const { crashed } = frameOf(store.getState()).world;
          const isBounded = taken.length < 30;
          expect({ process, at, isBounded, crashed, taken, verdicts: verdicts(store.getState()) }).toEqual({
            process,
            at,
            isBounded: true,
            crashed: [],
            taken: expect.arrayContaining(['restart']),
            verdicts: expect.not.arrayContaining(['pending']),
          });
        }
      }
    }
  });

  it('[P7] lets one pass find nobody before it restarts, and what waiting means is there to be seen', () => {
    const store = sessionAt('v2/half-message?do=order.half.ok.commit.crash~order.timeout.pass');
    expect(nextOf(store.getState())).toMatchObject({ kind: 'restart', process: 'order' });
    expect(waitingStep(timelineOf(store.getState()))).not.toBeNull();
    const { settings } = store.getState();
    const run = runOf(waited(pastOf(store.getState()), protocolOf(store.getState())), settings);
    store.getState().playOn(run.slice(store.getState().cursor));
    store.getState().toEnd();
    expect(verdicts(store.getState())).toEqual(['parked']);
  });

  it('[P7] brings the points database back where an order waits for it, after one look at what goes on meanwhile', () => {
    const down = 'db-down.msg.consume';
    const ends = [
      `v2/plain-mq?do=order.commit.send.pub.ok.${down}`,
      `v2/local-message-table?do=order.commit.wake.send.pub.ok.mark.${down}`,
      `v2/half-message?do=order.half.ok.commit.return.end.${down}`,
    ].map((link) => {
      const store = sessionAt(link);
      return [goOn(store).filter((kind) => kind === 'choose'), verdicts(store.getState())];
    });
    expect(ends).toEqual([1, 2, 3].map(() => [['choose'], ['consistent']]));
    const settled = sessionAt('v2/plain-mq?do=order.commit.send.pub.ok.msg.consume.offset.ack.db-down');
    expect(nextOf(settled.getState())).toBeNull();
  });

  it('[P8] passes over ticks that change nothing, once one of them was seen', () => {
    const store = sessionAt(
      'v2/local-message-table?set=relay~log-tailing&do=order.commit.tail.send.drop~pub.tail.backoff.tail.send.drop~pub',
    );
    const before = store.getState().cursor;
    const ticks: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      store.getState().next();
      const { step } = frameOf(store.getState());
      ticks.push(step?.kind === 'fire' ? step.delay : '');
    }
    expect(ticks).toEqual(['tailInterval', 'backoff', 'tailInterval', 'publishDelay']);
    expect(store.getState().cursor).toBe(before + 4);
  });

  it('[P7] ends when only housekeeping is left', () => {
    const store = sessionAt('v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack');
    expect(nextOf(store.getState())).toBeNull();
    const early = sessionAt('v2/half-message?do=order.half.ok.commit.return.end.msg.consume');
    expect(goOn(early)).toEqual(['fire', 'fire', 'deliver']);
  });
});

describe('rounds that repeat', () => {
  const LONG = 'v2/half-message?do=order.half.ok.commit.crash~order.timeout.pass~x15.pass-end.pass&at=7';

  it('[P8] are one step of the transport, on and back, and told as one', () => {
    const store = sessionAt(LONG);
    store.getState().next();
    expect(store.getState().cursor).toBe(21);
    expect(foldAt(store.getState())).toMatchObject({ from: 7, to: 21, times: 14 });
    expect(headlineOf(store.getState(), 'en')).toBe(
      'The broker asks 14 more times, and no producer is online to answer.',
    );
    expect(headlineOf(store.getState(), 'zh')).toContain('14');
    expect(toldUpTo(store.getState(), 'en', 99).map(({ index }) => index)).toEqual([21, 7, 6, 5, 4, 3, 2, 1, 0]);
    store.getState().back();
    expect(store.getState().cursor).toBe(7);
    store.getState().goTo(9);
    expect(headlineOf(store.getState(), 'en')).toContain('check 3');
  });

  it('[P8] are added as one where the run leads on', () => {
    const store = sessionAt(
      'v2/half-message?set=check-max~6&do=order.half.ok.unknow.return.end.timeout.pass.check.say-unknow.end~1',
    );
    const before = store.getState().cursor;
    store.getState().next();
    expect(store.getState().cursor).toBeGreaterThan(before);
  });
});

describe('the first catastrophe', () => {
  it('[P9] is played in the reader’s own run, from just before it, to a verdict, in every protocol', () => {
    const ends = protocols.map(({ id, cleanRun }) => {
      const store = sessionAt(`v2/${id}?do=${cleanRun}`);
      const clean = store.getState();
      const [found] = catastrophesOf(clean);
      if (found === undefined) throw new Error(`Expected a catastrophe for ${id}.`);
      store.getState().playOn(found.stepsIn(clean), found.at);
      expect(store.getState()).toMatchObject({ cursor: found.at, isPlaying: true, settings: clean.settings });
      expect(store.getState().branches.map(({ steps }) => steps)).toEqual([clean.steps]);
      store.getState().toEnd();
      expect(catastrophesOf(store.getState())).toEqual([]);
      const end = verdicts(store.getState());
      store.getState().undo();
      expect(store.getState().steps).toBe(clean.steps);
      return end;
    });
    expect(ends).toEqual([['late'], ['late'], ['lost'], ['consistent']]);
  });

  it('[P9] is not offered in the middle, after a failure, or at other settings', () => {
    for (const link of [
      'v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack&at=9',
      'v2/half-message?do=order.half.ok.commit.crash~order.timeout.pass.restart~order',
      'v2/half-message?set=check-max~3&do=order.half.ok.commit.return.end.msg.consume.op.offset.ack',
    ]) {
      expect(catastrophesOf(sessionAt(link).getState())).toEqual([]);
    }
  });
});
