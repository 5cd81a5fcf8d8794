/** The fidelity map as the page tells it: by rule, by change of state, and for the step that is shown. */
import type { RunRecord } from '../../engine/record.ts';
import type { Fidelity } from '../../recordings/fidelity.ts';
import { movesOf } from '../../recordings/moveNames.ts';
import { RULE_IDS, type RuleId } from '../../recordings/rules.ts';
import { recordingHref, shippedAs } from '../recordings/recordingsModel.ts';
import { perKey } from '../part/perKey.ts';

export interface RunLink {
  /** As SPEC.md names it: `5.3.3-tx commit`. */
  readonly name: string;
  /** Where the page shows it; null for a run that has no page of its own. */
  readonly href: string | null;
}

export type Evidence = 'recorded' | 'source' | 'neither';

export interface RuleRow {
  readonly id: RuleId;
  readonly evidence: Evidence;
  readonly runs: readonly RunLink[];
}

/** Written by `scripts/fidelity.ts`; loaded when somebody first wants to see it: the same promise for everybody. */
export function fidelity(): Promise<Fidelity> {
  return loaded('map');
}

const loaded = perKey(async (_: 'map'): Promise<Fidelity> => {
  const { default: map } = await import('../../recordings/fidelity.json');
  return map;
});

export function ruleRows({ rules }: Fidelity): readonly RuleRow[] {
  return RULE_IDS.flatMap((id) => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) return [];
    const { recorded, source } = rule;
    return [
      { id, evidence: recorded.length > 0 ? 'recorded' : source ? 'source' : 'neither', runs: recorded.map(linkTo) },
    ];
  });
}

export function linkTo(name: string): RunLink {
  const id = name.replace('-tx ', ' ').replace(' ', '-');
  return { name, href: shippedAs(id) === null ? null : recordingHref(id) };
}

/** What moved in a step, and which recordings show the same; nothing where no role changed its state. */
export function evidenceOf(
  { transitions }: Fidelity,
  records: readonly RunRecord[],
): readonly { readonly name: string; readonly runs: readonly RunLink[] }[] {
  return [...new Set(movesOf(records))].map((name) => ({
    name,
    runs: (transitions.named.find((one) => one.name === name)?.recorded ?? []).map(linkTo),
  }));
}
