/** What a protocol is to the rest of the page: a model to run, and how to read its worlds. One folder each. */
import type { Changes } from '../engine/apply.ts';
import type { Message, Model, ProcessId, RoleId, Settings } from '../engine/model.ts';
import type { RunRecord } from '../engine/record.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Kinds } from './shared/kinds.ts';
import type { PromiseId, PropertyId } from './shared/propertyIds.ts';

/** A reference to a text of the protocol's catalogue; the values fill its `{placeholders}`. */
export interface TextRef {
  readonly key: string;
  readonly values?: { readonly [name: string]: string | number };
}

/** One setting; the default comes first. A number setting takes any whole number between its bounds. */
export type SettingSpec =
  | { readonly name: string; readonly kind: 'choice'; readonly values: readonly [string, ...string[]] }
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly initial: number;
      readonly min: number;
      readonly max: number;
      /** For a number of rounds: how many an exploration lets itself have unless told otherwise. */
      readonly explored?: number;
    };

/** `concept`: the textbook's steps. `internals`: what the product really does. Two pictures of one model. */
export type Zoom = 'concept' | 'internals';

/** A numbered step of a textbook. Its title and sentence are texts `stage-<zoom>-<number>-title` and `-text`. */
export interface StageSpec {
  readonly number: number;
  /** A safety net is not part of an undisturbed run. */
  readonly isSafetyNet: boolean;
}

/** Which stages one order has been through, in the order in which it first came to each. */
export interface StageHit {
  readonly order: string;
  readonly stage: number;
}

export type OrderState = 'committed' | 'aborted' | 'none' | 'open';
/** `blocked`: nobody but one process that is down, or a person, can decide. */
export type Verdict = 'pending' | 'consistent' | 'late' | 'lost' | 'phantom' | 'duplicated' | 'parked' | 'blocked';

/** One line of the ledger: the two databases compared for one order. */
export interface LedgerLine {
  readonly order: string;
  readonly state: OrderState;
  readonly points: number;
  readonly verdict: Verdict;
}

/** How a message or a stored copy of it looks. Never told by colour alone. */
export type Fate = 'half' | 'visible' | 'rolled-back' | 'copy' | 'settled' | 'parked' | 'plain';

/** One stored message in a queue. */
export interface Cell {
  readonly label: string;
  readonly fate: Fate;
  /** What it is, for the tooltip and the screen reader. */
  readonly hint: TextRef;
}

export type Tone = 'plain' | 'good' | 'half' | 'check' | 'bad';

/** What a node shows. Titles and column names are text keys. */
export type Section =
  | {
      readonly kind: 'queue';
      readonly id: string;
      readonly title: string;
      readonly cells: readonly Cell[];
      readonly cursor?: number;
      readonly note?: TextRef;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (TextRef | string)[])[];
    }
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly title: string;
      readonly text: TextRef;
      readonly tone: Tone;
    };

/** One box of the diagram. `process` tells what crashes with it; roles are what it stands for. */
export interface NodeSpec {
  readonly id: string;
  readonly process: ProcessId;
  readonly roles: readonly RoleId[];
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One arrow: the channels between two roles that it carries. Points are relative to the canvas. */
export interface EdgeSpec {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** `from>to` channel ids of the engine whose packets travel along this edge. */
  readonly channels: readonly string[];
  /** Where it leaves and arrives, as a side and a place along it (0…1). */
  readonly leaves: { readonly side: Side; readonly at: number };
  readonly arrives: { readonly side: Side; readonly at: number };
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Constant per protocol, settings and zoom. Sizes in CSS pixels at 100 %. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NodeSpec[];
  readonly edges: readonly EdgeSpec[];
}

/** How messages, timers and choices are called in links: lower-case words. */
export interface Words {
  /** Message type to word, such as `halfMessage` to `half`. */
  readonly messages: { readonly [type: string]: string };
  /** Delay name to word, such as `transactionCheckInterval` to `pass`. */
  readonly delays: { readonly [delay: string]: string };
  /** The word of a choice; null for a message that nobody can choose. */
  readonly choice: (message: Message) => string | null;
}

/** A named run of the library. Titles and reasons are texts `scenario-<id>-title` and `-why`. */
export interface NamedScenario {
  readonly id: string;
  readonly settings: Settings;
  /** Link words, separated by dots; read by the scenario room. */
  readonly run: string;
  /** The worst verdict in the ledger at its end. */
  readonly verdict: Verdict;
}

/** The named runs of a protocol: the undisturbed one, and the others once they are loaded. */
export interface Library {
  /** The same promise each time. */
  readonly load: () => Promise<void>;
  readonly scenarios: readonly NamedScenario[];
}

/** A branded label for a message in flight: its short name and look. */
export interface PacketLook {
  readonly label: TextRef;
  readonly fate: Fate;
  /** The number of the concept stage that sent it, shown on the packet; null for none. */
  readonly stage: number | null;
}

/** A promise or a question of one protocol, beside those that every ledger answers. Text keys `property-<id>`. */
export interface PropertySpec {
  readonly id: PropertyId;
  readonly kind: 'always' | 'sometimes' | 'settles';
  /** True while the promise is kept (`always`), where the answer shows (`sometimes`), or where it is at rest well (`settles`). */
  readonly test: (world: World) => boolean;
  /** Rounds (`explored` settings) without which there is nothing to find. */
  readonly rounds?: { readonly [setting: string]: number };
}

/** A kind of mishap about which the table of safeguards asks, and the promises that it can break. */
export interface RowMishap {
  readonly kind: string;
  /** By id, whose rows are about it; all rows where it is not there, because no safeguard protects from it. */
  readonly safeguards?: readonly string[];
  readonly breaks: readonly PromiseId[];
}

/** A delay that only waits for a message, and what is under way while it may still come. */
export interface Timeout {
  readonly delay: string;
  /** The types of the request, of what it leads to, and of the answer. */
  readonly waitsFor: readonly string[];
  /** Whether only those from and to whoever waits are meant. */
  readonly isOwn: boolean;
}

/**
 * Something that a protocol could do without, so that one can ask what it is for: it is left out by another value of one of
 * its settings, or by another protocol that lacks it.
 */
export type Safeguard = {
  readonly id: string;
  /** The concept stages that it is the reason for. */
  readonly stages: readonly number[];
} & (
  | {
      readonly kind: 'setting';
      readonly setting: string;
      readonly on: string;
      readonly off: readonly [string, ...string[]];
    }
  | { readonly kind: 'protocol'; readonly protocol: string; readonly settings: Settings }
);

/**
 * What the verifier may take out of worlds, or put into a normal form, because nobody who asks will ever see it. Asked
 * again, it changes nothing more. Steps that only touch such parts may go with it. What is left is a world like any other.
 * Which answers stay the same depends on the list that it is in (`inquiries.ts`).
 */
export type Forgetting = (world: World, future: Future) => Forgotten;

/** What a forgetting takes for granted. */
export interface Premise {
  readonly says: string;
  /** The kinds of mishaps and repairs that leave it as it is; with a budget for any other the forgetting stays away. */
  readonly withstands: readonly string[] | 'every-kind';
}

export interface Argued {
  readonly premise: Premise;
  readonly forget: Forgetting;
}

/** What of a world is different without its dead parts. */
export type Forgotten = Partial<Pick<World, 'roles' | 'timers' | 'network'>>;

/** A space for those who ask about promises in which equal things are not counted. */
export interface UncountedSpace {
  readonly forgettings: readonly Argued[];
  readonly oneOrMore: OneOrMore;
  /** The settings count to so little that counting costs less. */
  readonly countsLittle: boolean;
}

/** What it means that something stands for one or more of its kind: who takes it away may leave another one. */
export interface OneOrMore {
  /** In how many ways another one may be left after this step. */
  readonly ways: (step: Step) => number;
  /** The changes of the step where another one is left, this way; null where there is no such way. */
  readonly kept: (world: World, step: Step, changes: Changes, way: number) => Changes | null;
  /** Whether the model counts how often this step comes, so that it does not come for ever. */
  readonly isCounted: (world: World, step: Step) => boolean;
}

/** Which faults may still come. */
export interface Future {
  readonly crash: boolean;
  readonly drop: boolean;
}

export interface Protocol {
  readonly id: string;
  readonly settings: readonly SettingSpec[];
  readonly model: (settings: Settings) => Model;
  readonly stages: { readonly concept: readonly StageSpec[]; readonly internals: readonly StageSpec[] };
  /** The stages that a step's records are part of, judged with the world before it. */
  readonly stageHits: (records: readonly RunRecord[], before: World, zoom: Zoom) => readonly StageHit[];
  readonly ledger: (world: World, settings: Settings) => readonly LedgerLine[];
  readonly diagram: (settings: Settings, zoom: Zoom) => Diagram;
  /** What each node of the diagram shows in this world. */
  readonly sections: (world: World, settings: Settings, zoom: Zoom) => { readonly [node: string]: readonly Section[] };
  readonly packetLook: (message: Message) => PacketLook;
  readonly words: Words;
  readonly kinds: Kinds;
  /** In the order of the stages. */
  readonly safeguards: readonly Safeguard[];
  /** The undisturbed run, in link words. */
  readonly cleanRun: string;
  readonly library: Library;
}
