/** The fidelity map: what of the model a real broker has shown, what only its source says, and what to record next. */
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { libraryOf } from '../scenario/library.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { differencesIn, type RecordedDifference } from './differences.ts';
import type { Recording } from './observation.ts';
import { movesIn, walkedMoves, type Moves } from './moves.ts';

export interface RuleFidelity {
  readonly id: string;
  /** Names of the recorded runs that show it. */
  readonly recorded: readonly string[];
  /** Whether a class or method of RocketMQ that was read is named for it. */
  readonly source: boolean;
}

/** A change of state of a role, in the words of its chart, and the recorded runs that show it. */
export interface MoveFidelity {
  readonly name: string;
  readonly recorded: readonly string[];
}

/** A run that nobody has recorded yet, and how many changes of state it would be the first to show. */
export interface NextRecording {
  readonly scenario: string;
  readonly transitions: number;
  readonly link: string;
}

export interface Fidelity {
  readonly rules: readonly RuleFidelity[];
  readonly transitions: {
    /** Changes of state of all roles: in recorded runs, and in any run that was looked at. */
    readonly recorded: number;
    readonly reached: number;
    /** How many were recorded once the runs of this release were there, after those before it. */
    readonly after: readonly { readonly release: string; readonly recorded: number }[];
    readonly named: readonly MoveFidelity[];
  };
  /** In what the releases differ, as their recordings show it. */
  readonly differences: readonly RecordedDifference[];
  readonly next: readonly NextRecording[];
}

/** A recorded run as SPEC.md names it, and the run that the model found for it. */
export interface RecordedRun {
  readonly release: string;
  readonly name: string;
  readonly recording: Recording;
  readonly scenario: Pick<Scenario, 'settings' | 'steps'>;
}

/** `spec` is the protocol's SPEC.md; the recorded runs by release, the oldest first. */
export function fidelityOf(spec: string, recorded: readonly RecordedRun[]): Fidelity {
  const shown = recorded.map((run) => ({ ...run, moves: movesIn(run.scenario) }));
  const seen = new Set(shown.flatMap(({ moves }) => [...moves]));
  const library = libraryOf([halfMessage]).map(({ id, link, scenario }) => ({ id, link, moves: movesIn(scenario) }));
  const reached = new Set([...seen, ...library.flatMap(({ moves }) => [...moves]), ...walkedMoves()]);
  return {
    rules: rulesIn(spec),
    transitions: {
      recorded: seen.size,
      reached: reached.size,
      after: releasesOf(shown).map((release, index, releases) => {
        const until = shown.filter((run) => releases.indexOf(run.release) <= index);
        return { release, recorded: new Set(until.flatMap(({ moves }) => [...moves])).size };
      }),
      named: [...reached].toSorted().map((name) => ({
        name,
        recorded: shown.filter(({ moves }) => moves.has(name)).map((run) => `${run.release} ${run.name}`),
      })),
    },
    differences: differencesIn(recorded),
    next: nextOf(library, seen),
  };
}

function releasesOf(runs: readonly RecordedRun[]): readonly string[] {
  return [...new Set(runs.map(({ release }) => release))];
}

const RULE = /^- \*\*(?<id>HM-[A-Z]?\d+)\*\*(?<text>[\s\S]*?)(?=\n- \*\*|\n\n|\n#)/gm;
const RECORDED = /^\| (?<run>\d+\.\d+\.\d+(?:-tx)? [\w-]+) \| (?<rules>[^|]+) \|$/gm;
/** A class, method, constant or file in code letters, in the brackets that end a rule. */
const SOURCE = /\([^()]*`[^`]+`[^()]*\)\s*$/;

function rulesIn(spec: string): readonly RuleFidelity[] {
  const runs = [...spec.matchAll(RECORDED)].map(({ groups }) => ({
    run: groups?.['run'] ?? '',
    rules: (groups?.['rules'] ?? '').trim().split(', '),
  }));
  return [...spec.matchAll(RULE)].map(({ groups }) => {
    const id = groups?.['id'] ?? '';
    const text = (groups?.['text'] ?? '').trim().replace(/(?:recorded runs?: [^)]*)/, '');
    return {
      id,
      recorded: runs.filter(({ rules }) => rules.includes(id)).map(({ run }) => run),
      source: SOURCE.test(text),
    };
  });
}

interface Candidate {
  readonly id: string;
  readonly link: string;
  readonly moves: Moves;
}

/** The named runs that would show most of what no recording has shown, each after those before it. */
function nextOf(library: readonly Candidate[], seen: Moves): readonly NextRecording[] {
  const shown = new Set(seen);
  const next: NextRecording[] = [];
  while (next.length < NEXT_MAX) {
    const [best] = library
      .map((one) => ({ ...one, fresh: [...one.moves].filter((move) => !shown.has(move)) }))
      .toSorted((one, other) => other.fresh.length - one.fresh.length);
    if (best === undefined || best.fresh.length === 0) break;
    for (const move of best.fresh) shown.add(move);
    next.push({ scenario: best.id, transitions: best.fresh.length, link: best.link });
  }
  return next;
}

const NEXT_MAX = 10;
