/** What one viewer looks at: a scenario, a position in it, and how it is shown. Everything else is derived. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DelayName, ProcessId, RoleId, Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import type { LinkProblem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Branch } from './branches.ts';
import { runMoves, type RunMoves } from './runMoves.ts';

export type Lang = 'zh' | 'en';
export type Theme = 'auto' | 'light' | 'dark';
export type Motion = 'auto' | 'reduced';
export type Speed = 0.5 | 1 | 2 | 4;

/** The panels of the page, in the order of their tabs. */
export const PANELS = ['steps', 'happened', 'actions', 'state', 'whynot', 'verify'] as const;
export type Panel = (typeof PANELS)[number];

export type Selection =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'packet'; readonly id: number }
  | { readonly kind: 'timer'; readonly role: RoleId; readonly delay: DelayName }
  | { readonly kind: 'process'; readonly id: ProcessId };

export interface SessionState {
  /** The protocols that are loaded; the first one opens when a link names none of them. */
  readonly protocols: readonly [Protocol, ...Protocol[]];
  readonly protocol: string;
  readonly settings: Settings;
  /** The whole run, also what lies after the cursor. */
  readonly steps: readonly Step[];
  /** How many of the steps have been taken. */
  readonly cursor: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly zoom: Zoom;
  readonly selection: Selection | null;
  readonly panel: Panel;
  /** The numbered step that the verifier is asked about; null for none. */
  readonly askedStage: number | null;
  /** Futures that were left by acting in the past. */
  readonly branches: readonly Branch[];
  /** The address of the page that is shown instead of the run, from `v1/` on; null while the run is shown. */
  readonly page: string | null;
  /** What was wrong with the link that was opened last. */
  readonly problem: LinkProblem | null;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly motion: Motion;
}

export interface ViewMoves {
  readonly setSpeed: (speed: Speed) => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly select: (selection: Selection | null) => void;
  readonly openPanel: (panel: Panel) => void;
  /** Opens the verifier with what a numbered step is there for; null: with all of them. */
  readonly askWhy: (stage: number | null) => void;
  readonly dismissProblem: () => void;
  /** Protocols that were loaded, to the front of those that are known. */
  readonly addProtocols: (loaded: SessionState['protocols']) => void;
  readonly setLang: (lang: Lang) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setMotion: (motion: Motion) => void;
}

export type Session = SessionState & RunMoves & ViewMoves;
export type SessionStore = StoreApi<Session>;

/** What a session starts with. */
export interface SessionStart {
  readonly protocols: readonly [Protocol, ...Protocol[]];
  readonly scenario: Scenario;
  readonly at?: number;
  readonly page?: string | null;
  readonly problem?: LinkProblem | null;
  readonly lang?: Lang;
  readonly theme?: Theme;
  readonly motion?: Motion;
  readonly zoom?: Zoom;
  readonly speed?: Speed;
  readonly panel?: Panel;
}

export function createSession(start: SessionStart): SessionStore {
  return createStore<Session>()((set, get) => ({
    protocols: start.protocols,
    ...start.scenario,
    cursor: start.at ?? 0,
    isPlaying: false,
    speed: start.speed ?? 1,
    zoom: start.zoom ?? 'concept',
    selection: null,
    panel: start.panel ?? 'happened',
    askedStage: null,
    branches: [],
    page: start.page ?? null,
    problem: start.problem ?? null,
    lang: start.lang ?? 'en',
    theme: start.theme ?? 'auto',
    motion: start.motion ?? 'auto',
    ...runMoves(set, get),
    setSpeed: (speed) => set({ speed }),
    setZoom: (zoom) => set({ zoom, selection: null }),
    select: (selection) => set({ selection }),
    openPanel: (panel) => set({ panel }),
    askWhy: (stage) => set({ panel: 'verify', askedStage: stage }),
    dismissProblem: () => set({ problem: null }),
    addProtocols: (loaded) => {
      const others = get().protocols.filter((known) => !loaded.includes(known));
      set({ protocols: [...loaded, ...others] });
    },
    setLang: (lang) => set({ lang }),
    setTheme: (theme) => set({ theme }),
    setMotion: (motion) => set({ motion }),
  }));
}
