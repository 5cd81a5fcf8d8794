/** What a viewer can do to the run: move along it, change it, leave it for another. */
import { keyOf } from '../engine/data.ts';
import { replay } from '../engine/timeline.ts';
import type { Step } from '../engine/step.ts';
import { engineFor } from '../scenario/engines.ts';
import { scenarioNamed } from '../scenario/library.ts';
import { readLink } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { acceptValue } from '../protocols/shared/settings.ts';
import { completeSettings } from '../scenario/settings.ts';
import { keepBranch } from './branches.ts';
import { leadingSteps, ledToEnd } from './leading.ts';
import type { Page } from './page.ts';
import { frameAfter, frameBefore } from './rounds.ts';
import { extendRun, foldsIn, isAtEnd, protocolOf, runOf, timelineOf } from './selectors.ts';
import type { Session, SessionState } from './session.ts';
import { actsAfter, newVisit, redone, undone } from './undo.ts';

export interface RunMoves {
  /** Takes the next step, or rounds that repeat as one: the recorded ones, else where the run leads on. */
  readonly next: () => void;
  readonly back: () => void;
  readonly toStart: () => void;
  /** To the end of the recorded run, and no further. */
  readonly toEnd: () => void;
  readonly goTo: (cursor: number) => void;
  /** Plays the recorded run to its end, and no further. */
  readonly play: () => void;
  readonly pause: () => void;
  /** Takes a step of the reader's choice. In the past it forks the run and keeps the old future as a branch. */
  readonly act: (step: Step) => void;
  /** Plays another future of the run from here, or from an earlier position; what is left is kept as a branch. */
  readonly playOn: (steps: readonly Step[], from?: number) => void;
  /** Begins again with nothing chosen; the run so far is kept as a branch. */
  readonly restart: () => void;
  /** Takes back the reader's last act; the next one takes back what was taken back. */
  readonly undo: () => void;
  readonly redo: () => void;
  /** Opens a scenario at its start; branches of the run before are let go. */
  readonly openScenario: (scenario: Scenario) => void;
  /** As `openScenario`, as a new visit: there is nothing to undo. */
  readonly beginWith: (scenario: Scenario) => void;
  /** Opens a named scenario at its start, ready to be played. */
  readonly openNamed: (id: string) => void;
  /** Opens the run that a link names: a new visit, with nothing to undo. */
  readonly openLink: (text: string) => void;
  /** Shows a page beside the explorer, or with null the run again, which is still there. */
  readonly openPage: (page: Page | null) => void;
  /** Changes one setting and replays the same steps as far as they are possible. */
  readonly setSetting: (name: string, value: string) => void;
  readonly returnTo: (branchId: string) => void;
}

type Set = (change: Partial<SessionState>) => void;
type Get = () => Session;

const STILL = { isPlaying: false, selection: null } as const;

export function runMoves(set: Set, get: Get): RunMoves {
  return { ...movesAlong(set, get), ...actsOn(set, get), ...openings(set, get) };
}

type Along = Pick<RunMoves, 'next' | 'back' | 'toStart' | 'toEnd' | 'goTo' | 'play' | 'pause' | 'openPage'>;

function movesAlong(set: Set, get: Get): Along {
  const moveTo = (cursor: number): void => {
    const within = Math.max(0, Math.min(Math.trunc(cursor), get().steps.length));
    set({ ...STILL, cursor: within });
  };
  return {
    next: () => {
      const state = get();
      const change = isAtEnd(state) ? goneOn(state) : { cursor: frameAfter(foldsIn(state), state.cursor) };
      set(change === null ? { isPlaying: false } : { ...change, selection: null });
    },
    back: () => moveTo(frameBefore(foldsIn(get()), get().cursor)),
    toStart: () => moveTo(0),
    toEnd: () => moveTo(get().steps.length),
    goTo: moveTo,
    play: () => set({ isPlaying: !isAtEnd(get()) }),
    pause: () => set({ isPlaying: false }),
    openPage: (page) => set({ ...STILL, page }),
  };
}

type Acting = Pick<RunMoves, 'act' | 'playOn' | 'restart' | 'returnTo' | 'setSetting' | 'undo' | 'redo'>;

function actsOn(set: Set, get: Get): Acting {
  const acted = (change: Partial<SessionState> | null): void => {
    if (change !== null) set({ selection: null, ...change, acts: actsAfter(get(), false) });
  };
  return {
    act: (step) => {
      const state = get();
      const recorded = state.steps[state.cursor];
      if (recorded !== undefined && keyOf(recorded) === keyOf(step)) set({ cursor: state.cursor + 1, selection: null });
      else acted(withStep(state, step));
    },
    playOn: (steps, from = get().cursor) => {
      const state = get();
      const present = extendRun({ ...state, cursor: from }, steps);
      if (present !== null) acted({ ...leftFor(state, present), cursor: from, isPlaying: true });
    },
    restart: () => acted({ ...STILL, ...leftFor(get(), []), cursor: 0 }),
    setSetting: (name, value) => {
      const change = withSetting(get(), name, value);
      if (change !== null) acted({ ...STILL, ...change, branches: [] });
    },
    returnTo: (branchId) => {
      const { branches, steps } = get();
      const branch = branches.find(({ id }) => id === branchId);
      if (branch === undefined) return;
      const others = branches.filter((other) => other !== branch);
      const kept = keepBranch(others, steps, branch.steps);
      acted({ ...STILL, steps: branch.steps, cursor: branch.at, branches: kept });
    },
    undo: () => set(undone(get()) ?? {}),
    redo: () => set(redone(get()) ?? {}),
  };
}

type Openings = Pick<RunMoves, 'openScenario' | 'beginWith' | 'openNamed' | 'openLink'>;

function openings(set: Set, get: Get): Openings {
  const anew = { ...STILL, page: null, branches: [], hasLeftOffers: false };
  const open = (scenario: Scenario): void =>
    set({ ...anew, ...scenario, cursor: 0, problem: null, acts: actsAfter(get(), false) });
  const begin = (change: Partial<SessionState>): void => set({ ...anew, ...change, acts: newVisit(get()) });
  return {
    openScenario: open,
    beginWith: (scenario) => begin({ ...scenario, cursor: 0, problem: null }),
    openNamed: (id) => {
      const { protocols, protocol } = get();
      const own = protocols.filter((known) => known.id === protocol);
      for (const known of [...own, ...protocols]) {
        const scenario = scenarioNamed(known, id);
        if (scenario !== null) return open(scenario);
      }
    },
    openLink: (text) => {
      const { scenario, at, problem } = readLink(get().protocols, text);
      begin({ ...scenario, cursor: at, problem });
    },
  };
}

/** Beyond the end of the run: what it leads on to is added. */
function goneOn(state: SessionState): Partial<SessionState> | null {
  const more = leadingSteps(timelineOf(state), protocolOf(state));
  const steps = more.length === 0 ? null : extendRun(state, more);
  return steps === null ? null : { steps, cursor: steps.length, acts: actsAfter(state, true) };
}

/** A run that plays is played on after the reader has acted, as far as it leads. */
function withStep(state: SessionState, step: Step): Partial<SessionState> | null {
  const acted = extendRun(state, [step]);
  if (acted === null) return null;
  const cursor = acted.length;
  if (!state.isPlaying) return { ...leftFor(state, acted), cursor };
  const led = ledToEnd(timelineOf({ ...state, steps: acted }), protocolOf(state));
  return { ...leftFor(state, runOf(led, state.settings)), cursor };
}

/** The run that takes the place of the present one, which is kept where it went another way. */
function leftFor(
  { steps, branches }: SessionState,
  present: readonly Step[],
): Pick<SessionState, 'steps' | 'branches'> {
  return { steps: present, branches: keepBranch(branches, steps, present) };
}

function withSetting(state: SessionState, name: string, value: string): Partial<SessionState> | null {
  const protocol = protocolOf(state);
  const spec = protocol.settings.find((known) => known.name === name);
  const accepted = spec === undefined ? null : acceptValue(spec, value);
  if (accepted === null) return null;
  const settings = completeSettings(protocol, { ...state.settings, [name]: accepted });
  const { timeline } = replay(engineFor(protocol, settings), state.steps);
  const steps = state.steps.slice(0, timeline.frames.length - 1);
  return { settings, steps, cursor: Math.min(state.cursor, steps.length) };
}
