/** What a language has to bring: every shelf of texts, with every key. The Chinese catalogues say which keys a shelf has. */
import type { ProtocolId } from '../protocols/loaders.ts';
import type { MachineText } from '../protocols/machineTexts.ts';
import type { HalfMessageText, WhyText as HalfMessageWhy } from '../protocols/half-message/texts.ts';
import type { LocalMessageTableText, WhyText as LocalMessageTableWhy } from '../protocols/local-message-table/texts.ts';
import type { PlainMqText, WhyText as PlainMqWhy } from '../protocols/plain-mq/texts.ts';
import type { TwoPhaseCommitText, WhyText as TwoPhaseCommitWhy } from '../protocols/two-phase-commit/texts.ts';
import type { texts as brokers } from './zh/brokers.ts';
import type { texts as claims } from './zh/claims.ts';
import type { texts as cli } from './zh/cli.ts';
import type { texts as compare } from './zh/compare.ts';
import type { texts as explorer } from './zh/explorer.ts';
import type { texts as exports } from './zh/exports.ts';
import type { texts as halfMessage } from './zh/halfMessage.ts';
import type { texts as incidents } from './zh/incidents.ts';
import type { texts as knows } from './zh/knows.ts';
import type { texts as load } from './zh/load.ts';
import type { texts as page } from './zh/page.ts';
import type { texts as pages } from './zh/pages.ts';
import type { texts as panels } from './zh/panels.ts';
import type { texts as problems } from './zh/problems.ts';
import type { texts as properties } from './zh/properties.ts';
import type { texts as recordings } from './zh/recordings.ts';
import type { texts as recordingsPage } from './zh/recordingsPage.ts';
import type { texts as rules } from './zh/rules.ts';
import type { texts as refusals } from './zh/refusals.ts';
import type { texts as share } from './zh/share.ts';
import type { texts as stops } from './zh/stops.ts';
import type { texts as verify } from './zh/verify.ts';
import type { texts as why } from './zh/why.ts';

/** Shelves of the page: its own, that of each panel or page beside it, that of the command line. One line per shelf. */
interface PageShelves {
  readonly page: keyof typeof page;
  readonly explorer: keyof typeof explorer;
  readonly brokers: keyof typeof brokers;
  readonly claims: keyof typeof claims;
  readonly compare: keyof typeof compare;
  readonly exports: keyof typeof exports;
  readonly incidents: keyof typeof incidents;
  readonly knows: keyof typeof knows;
  readonly load: keyof typeof load;
  readonly verify: keyof typeof verify;
  readonly why: keyof typeof why;
  readonly recordingsPage: keyof typeof recordingsPage;
  readonly pages: keyof typeof pages;
  readonly panels: keyof typeof panels;
  readonly machines: MachineText | ParticularText | StatePanelText;
  readonly share: keyof typeof share;
  readonly stops: keyof typeof stops;
  readonly refusals: keyof typeof refusals;
  readonly problems: keyof typeof problems;
  readonly properties: keyof typeof properties;
  readonly recordings: keyof typeof recordings;
  readonly rules: keyof typeof rules;
  readonly cli: keyof typeof cli;
}

/** Where one role's name for something is not that of the others: with its machine in the key. */
type ParticularText =
  | 'event-reply'
  | 'field-consumer-orders'
  | 'field-consumer-retry'
  | 'field-topic-orders'
  | 'field-orderService-half'
  | 'field-halfTopic-half'
  | 'field-broker-half'
  | 'state-orderService-told'
  | 'state-orderService-committed'
  | 'state-consumer-committed'
  | 'state-orderService-working'
  | 'state-halfTopic-calm'
  | 'state-checker-waiting'
  | 'state-coordinator-waiting'
  | 'state-participant-working'
  | 'state-participant-prepared'
  | 'guard-relay-marksFirst'
  | 'guard-participant-isCommitted';

/** What the state panel says around them. */
type StatePanelText =
  | 'state-jumps'
  | 'chart-any'
  | 'chart-always'
  | 'chart-of'
  | 'chart-now'
  | 'chart-taken'
  | 'chart-possible'
  | 'chart-moves'
  | 'chart-move'
  | 'chart-stays'
  | 'chart-legend-lit'
  | 'chart-legend-possible'
  | 'chart-legend-taken'
  | 'chart-ways'
  | 'chart-if'
  | 'chart-otherwise'
  | 'chart-otherwise-if'
  | 'chart-because'
  | 'chart-none'
  | 'fields-before'
  | 'fields-entry'
  | 'fields-order'
  | 'fields-changed'
  | 'value-yes'
  | 'value-no'
  | 'crash-killed'
  | 'crash-power'
  | 'crash-survives'
  | 'crash-nothing'
  | 'crash-gone'
  | 'crash-no-loss';

/** Shelves of a protocol, under its id. */
interface ProtocolTexts {
  readonly 'half-message': AtOnce;
  readonly 'local-message-table': LocalMessageTableText;
  readonly 'plain-mq': PlainMqText;
  readonly 'two-phase-commit': TwoPhaseCommitText;
}

/** What only menus and panels say: why each named run is worth a look, and the settings. */
interface ProtocolWhys {
  readonly 'half-message': HalfMessageWhy;
  readonly 'local-message-table': LocalMessageTableWhy;
  readonly 'plain-mq': PlainMqWhy;
  readonly 'two-phase-commit': TwoPhaseCommitWhy;
}

/** What every visit of half messages needs; the Chinese catalogue decides, and what it leaves is on the shelf of the rest. */
type AtOnce = keyof typeof halfMessage;

/** The texts for some keys, without those that every visit needs. */
export type Rest<Key extends string> = { readonly [key in Exclude<Key, AtOnce>]: string };

/** What only mishaps, other settings, other pictures and menus say, of protocols that say a lot. */
interface ProtocolRests {
  readonly 'half-message': Exclude<HalfMessageText, AtOnce>;
}

/** Indexing by the protocols there are, so that one without texts does not compile. */
type ProtocolShelves = { readonly [id in ProtocolId]: ProtocolTexts[id] } & {
  readonly [id in ProtocolId as `${id} whys`]: ProtocolWhys[id];
} & {
  readonly [id in keyof ProtocolRests as `${id} rest`]: ProtocolRests[id];
};

type Shelves = PageShelves & ProtocolShelves;

export type Shelf = keyof Shelves;
/** A shelf of the page's own texts, not of a protocol's. */
export type Topic = keyof PageShelves;
export type TextKey<On extends Shelf> = Shelves[On];

/** What the whole explorer says, and embeds too. */
export type ExplorerKey = TextKey<'page' | 'explorer'>;

/** Every text of a shelf. */
export type Texts<On extends Shelf> = { readonly [key in Shelves[On]]: string };

/** One promise per shelf; what a reader does not see is not loaded. */
type Bringing<On extends Shelf> = { readonly [shelf in On]: () => Promise<{ readonly texts: Texts<shelf> }> };

/** What a visit begins with: the page's own shelf, what is around it in the whole explorer, and that of the protocol that is opened. */
type FirstShelf = 'page' | 'explorer' | ProtocolId;

/** All that comes later. Where it stands is itself only told when the first of it is asked for. */
export type Others = Bringing<Exclude<Shelf, FirstShelf>>;

export interface Book {
  /** What the language calls itself. */
  readonly name: string;
  /** For `Intl`: plurals, numbers. */
  readonly locale: string;
  /** Which of its plural forms goes with a small count, where the first texts of a page ask for one; else `Intl` says it. */
  readonly formOf?: (count: number) => number;
  readonly punctuation: { readonly comma: string; readonly semicolon: string; readonly stop: string };
  readonly shelves: Bringing<FirstShelf>;
  readonly others: () => Promise<{ readonly shelves: Others }>;
}
