/** What a viewer can do to the run: move along it, change it, leave it for another. */
import { keyOf } from '../engine/data.ts';
import { replay } from '../engine/timeline.ts';
import type { Step } from '../engine/step.ts';
import { engineFor } from '../scenario/engines.ts';
import { namedScenario } from '../scenario/library.ts';
import { readLink } from '../scenario/link.ts';
import { pageIn } from '../scenario/pages.ts';
import type { LinkProblem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { acceptValue, completeSettings } from '../scenario/settings.ts';
import { keepBranch } from './branches.ts';
import { extendRun, nextOf, protocolOf, restOf } from './selectors.ts';
import type { Session, SessionState } from './session.ts';

export interface RunMoves {
  /** Takes the next step: the recorded one, else what happens when nobody interferes. At rest it does nothing. */
  readonly next: () => void;
  readonly back: () => void;
  readonly toStart: () => void;
  /** To the end of the recorded run; when already there, on until everything has come to rest. */
  readonly toEnd: () => void;
  readonly goTo: (cursor: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Takes a step of the reader's choice. In the past it forks the run and keeps the old future as a branch. */
  readonly act: (step: Step) => void;
  /** Begins again with nothing chosen; the run so far is kept as a branch. */
  readonly restart: () => void;
  /** Opens a scenario, at its start unless told otherwise; branches of the run before are let go. */
  readonly openScenario: (scenario: Scenario, at?: number) => void;
  /** Opens a named scenario at its start, ready to be played. */
  readonly openNamed: (id: string) => void;
  /** Opens what an address names: a run or a page. */
  readonly openLink: (text: string) => void;
  /** Shows a page beside the explorer, or with null the run again, which is still there. */
  readonly openPage: (address: string | null) => void;
  /** Changes one setting and replays the same steps as far as they are possible. */
  readonly setSetting: (name: string, value: string) => void;
  readonly returnTo: (branchId: string) => void;
}

type Set = (change: Partial<SessionState>) => void;
type Get = () => Session;

export function runMoves(set: Set, get: Get): RunMoves {
  const moveTo = (cursor: number): void => {
    const within = Math.max(0, Math.min(Math.trunc(cursor), get().steps.length));
    set({ cursor: within, isPlaying: false, selection: null });
  };
  const open = (scenario: Scenario, at: number, problem: LinkProblem | null): void =>
    set({ ...scenario, cursor: at, page: null, problem, isPlaying: false, selection: null, branches: [] });
  return {
    next: () => {
      const state = get();
      const step = nextOf(state);
      if (step === null) set({ isPlaying: false });
      else set({ ...advanced(state, step), selection: null });
    },
    back: () => moveTo(get().cursor - 1),
    toStart: () => moveTo(0),
    toEnd: () => {
      const state = get();
      if (state.cursor < state.steps.length) return moveTo(state.steps.length);
      const steps = restOf(state);
      set({ steps, cursor: steps.length, isPlaying: false, selection: null });
    },
    goTo: moveTo,
    play: () => set({ isPlaying: nextOf(get()) !== null }),
    pause: () => set({ isPlaying: false }),
    act: (step) => {
      const state = get();
      const change = acted(state, step);
      if (change !== null) set({ ...change, selection: null });
    },
    restart: () => {
      const { steps, branches } = get();
      set({ steps: [], cursor: 0, branches: keepBranch(branches, steps, []), isPlaying: false, selection: null });
    },
    openScenario: (scenario, at = 0) => open(scenario, at, null),
    openNamed: (id) => {
      const { protocols, protocol } = get();
      const own = protocols.filter((known) => known.id === protocol);
      for (const known of [...own, ...protocols]) {
        const entry = namedScenario(known, id);
        if (entry !== null) return open(entry.scenario, 0, null);
      }
    },
    openLink: (text) => {
      if (pageIn(text) !== null) return get().openPage(text.replace(/^#/, ''));
      const { scenario, at, problem } = readLink(get().protocols, text);
      open(scenario, at, problem);
    },
    openPage: (address) => set({ page: address, isPlaying: false, selection: null }),
    setSetting: (name, value) => {
      const change = withSetting(get(), name, value);
      if (change !== null) set({ ...change, branches: [], isPlaying: false, selection: null });
    },
    returnTo: (branchId) => {
      const { branches, steps } = get();
      const branch = branches.find(({ id }) => id === branchId);
      if (branch === undefined) return;
      const others = branches.filter((other) => other !== branch);
      const kept = keepBranch(others, steps, branch.steps);
      set({ steps: branch.steps, cursor: branch.at, branches: kept, isPlaying: false, selection: null });
    },
  };
}

/** One step further; beyond the end of the run the step is added to it. */
function advanced(state: SessionState, step: Step): Partial<SessionState> {
  const { steps, cursor } = state;
  if (cursor < steps.length) return { cursor: cursor + 1 };
  const longer = extendRun(state, step);
  return longer === null ? {} : { steps: longer, cursor: cursor + 1 };
}

function acted(state: SessionState, step: Step): Partial<SessionState> | null {
  const { steps, cursor, branches } = state;
  const recorded = steps[cursor];
  if (recorded !== undefined && keyOf(recorded) === keyOf(step)) return { cursor: cursor + 1 };
  const present = extendRun(state, step);
  if (present === null) return null;
  const change = { steps: present, cursor: cursor + 1 };
  return recorded === undefined ? change : { ...change, branches: keepBranch(branches, steps, present) };
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
