/** What one viewer looks at: a scenario, a position in it, and how it is shown. Everything else is derived. */
import { FALLBACK_LANG, type Lang } from '../i18n/languages.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DelayName, ProcessId, RoleId, Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import type { LinkProblem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Branch } from './branches.ts';
import type { Catastrophe } from './catastrophe.ts';
import type { Page } from './page.ts';
import { runMoves, type RunMoves } from './runMoves.ts';
import { NO_ACTS, type Acts } from './undo.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const MOTIONS = ['auto', 'reduced'] as const;
export type Motion = (typeof MOTIONS)[number];
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];
export const ZOOMS: readonly Zoom[] = ['concept', 'internals'];

export type Selection =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'packet'; readonly id: number }
  /** Those that are drawn as one. */
  | { readonly kind: 'packets'; readonly ids: readonly number[] }
  | { readonly kind: 'timer'; readonly role: RoleId; readonly delay: DelayName }
  | { readonly kind: 'process'; readonly id: ProcessId };

export type OffersOf = (state: SessionState) => readonly Catastrophe[];

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
  /** The panel that is open (`views/panels.ts`); null while all are closed. */
  readonly panel: string | null;
  /** The order that the reader follows; null for whichever moved last. */
  readonly followed: string | null;
  /** The numbered step that the verifier is asked about; null for none. */
  readonly askedStage: number | null;
  /** Futures that were left by acting in the past. */
  readonly branches: readonly Branch[];
  /** Says what could have gone wrong; null until it was brought, and always in an embed. */
  readonly offersOf: OffersOf | null;
  /** The reader does not want to be offered anything in this run. */
  readonly hasLeftOffers: boolean;
  /** What the reader did in this run, to be undone and done again. */
  readonly acts: Acts;
  /** The page that is shown instead of the run, and what it shows; null while the run is shown. */
  readonly page: Page | null;
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
  /** Null closes it. */
  readonly openPanel: (panel: string | null) => void;
  readonly follow: (order: string | null) => void;
  /** Opens the verifier with what a numbered step is there for; null: with all of them. */
  readonly askWhy: (stage: number | null) => void;
  readonly dismissProblem: () => void;
  readonly leaveOffers: () => void;
  readonly bringOffers: (offersOf: OffersOf) => void;
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
  readonly page?: Page | null;
  readonly problem?: LinkProblem | null;
  readonly branches?: readonly Branch[];
  readonly offersOf?: OffersOf;
  readonly lang?: Lang;
  readonly theme?: Theme;
  readonly motion?: Motion;
  readonly zoom?: Zoom;
  readonly speed?: Speed;
  readonly panel?: string;
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
    panel: start.panel ?? null,
    followed: null,
    askedStage: null,
    branches: start.branches ?? [],
    offersOf: start.offersOf ?? null,
    hasLeftOffers: false,
    acts: NO_ACTS,
    page: start.page ?? null,
    problem: start.problem ?? null,
    lang: start.lang ?? FALLBACK_LANG,
    theme: start.theme ?? 'auto',
    motion: start.motion ?? 'auto',
    ...runMoves(set, get),
    setSpeed: (speed) => set({ speed }),
    setZoom: (zoom) => set({ zoom, selection: null }),
    select: (selection) => set({ selection }),
    openPanel: (panel) => set({ panel }),
    follow: (followed) => set({ followed }),
    askWhy: (stage) => set({ panel: 'verify', askedStage: stage }),
    dismissProblem: () => set({ problem: null }),
    leaveOffers: () => set({ hasLeftOffers: true }),
    bringOffers: (offersOf) => set({ offersOf }),
    addProtocols: (loaded) => {
      const others = get().protocols.filter((known) => !loaded.includes(known));
      set({ protocols: [...loaded, ...others] });
    },
    setLang: (lang) => set({ lang }),
    setTheme: (theme) => set({ theme }),
    setMotion: (motion) => set({ motion }),
  }));
}
