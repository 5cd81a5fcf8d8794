/** What an embed and the page around it say to each other in version 2, as types alone: they are shipped. `docs/embedding.md` */

/** Where the embed is and what it shows; also what comes with every event. */
export interface EmbedState {
  readonly protocol: string;
  /** The run at this position, from `v2/` on: an address behind `#`. */
  readonly link: string;
  /** How many steps have been taken, of how many. */
  readonly at: number;
  readonly steps: number;
  /** What the step did, in the language shown. */
  readonly sentence: string;
  /** The numbered step of the textbook that the step belongs to, or the last one; null before the first. */
  readonly stage: number | null;
  /** The worst in the ledger; null before the first order. */
  readonly verdict: EmbedVerdict | null;
  readonly isPlaying: boolean;
  readonly lang: string;
  readonly theme: EmbedTheme;
  readonly zoom: EmbedZoom;
}

export type EmbedVerdict = 'pending' | 'consistent' | 'late' | 'lost' | 'phantom' | 'duplicated' | 'parked' | 'blocked';
export type EmbedTheme = 'auto' | 'light' | 'dark';
export type EmbedZoom = 'concept' | 'internals';

/** What the page around may ask for. With an `id` it is answered. */
export type EmbedRequest = { readonly v: 2; readonly id?: string | number } & (
  | { readonly type: 'halfway:hello' }
  | { readonly type: 'halfway:get-state' }
  | { readonly type: 'halfway:load'; readonly run: string }
  | { readonly type: 'halfway:goto'; readonly at: number }
  | { readonly type: 'halfway:next' }
  | { readonly type: 'halfway:reset' }
  | { readonly type: 'halfway:play' }
  | { readonly type: 'halfway:pause' }
  | { readonly type: 'halfway:set-theme'; readonly theme: EmbedTheme }
  | { readonly type: 'halfway:set-lang'; readonly lang: string }
  | { readonly type: 'halfway:set-zoom'; readonly zoom: EmbedZoom }
);

export interface EmbedError {
  /** `bad-request`: no request of this version. `bad-run`: the link could not be read whole. */
  readonly code: 'bad-request' | 'bad-run';
  /** One sentence. */
  readonly message: string;
}

/** What the embed tells a page that has said `hello`. */
export type EmbedMessage =
  | { readonly type: 'halfway:reply'; readonly v: 2; readonly id: string | number; readonly state: EmbedState }
  | { readonly type: 'halfway:reply'; readonly v: 2; readonly id: string | number; readonly error: EmbedError }
  | { readonly type: EmbedEvent; readonly v: 2; readonly state: EmbedState };

/** `end`: the run has come to its last step. `verdict`: the ledger's verdict changed. */
export type EmbedEvent = 'halfway:step' | 'halfway:play' | 'halfway:pause' | 'halfway:end' | 'halfway:verdict';
