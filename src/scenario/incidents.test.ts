import { describe, expect, it } from 'vitest';
import { lastFrame, replay } from '../engine/timeline.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from './engines.ts';
import { worstVerdict } from './faultRun.ts';
import { endings, incidentGroups } from './incident.ts';
import { incidents, type Incident } from './incidents.ts';
import { readLink, writeScenario } from './link.ts';
import { shippedAddresses } from './shipped.testing.ts';

const all: readonly Incident[] = incidents;
const golden = shippedAddresses('v2').map(({ address }) => address);
const refusals = all.flatMap(({ id, mend }) => (mend.kind === 'refused' ? [{ id, link: mend.link }] : []));

describe('the incidents', () => {
  it('[L70] stand once each, in the order of their groups', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const groups = all.map(({ group }) => incidentGroups.indexOf(group));
    expect(groups).toEqual([...groups].sort((one, other) => one - other));
    expect(new Set(groups).size).toBe(incidentGroups.length);
  });

  it.each(endings(all))(
    '[L71] end $link as they say, with a golden link of at most 200 characters',
    ({ link, verdict }) => {
      const { scenario, problem } = readLink(protocols, `v2/${link}`);
      const protocol = protocolOf(scenario.protocol);
      const canonical = writeScenario(protocol, scenario);
      const { world } = lastFrame(replay(engineFor(protocol, scenario.settings), scenario.steps).timeline);
      const verdicts = protocol.ledger(world, scenario.settings).map((line) => line.verdict);
      expect({ problem, verdict: worstVerdict(verdicts) }).toEqual({ problem: null, verdict });
      expect(canonical.replace(/&h=.*$/, '')).toBe(`v2/${link}`);
      expect(golden).toContain(canonical);
      expect(canonical.length).toBeLessThanOrEqual(200);
    },
  );

  it.each(refusals)('[L72] mend $id with a step that the model refuses', ({ link }) => {
    const { scenario, asked, problem } = readLink(protocols, `v2/${link}`);
    expect(problem).toMatchObject({ kind: 'bad-step', step: asked, reason: { code: 'not-possible' } });
    expect(scenario.steps).toHaveLength(asked - 1);
  });
});

function protocolOf(id: string) {
  return protocols.find((protocol) => protocol.id === id) ?? protocols[0];
}
