import { describe, expect, it } from 'vitest';
import { protocols } from '../../protocols/registry.ts';
import { incidents } from '../../scenario/incidents.ts';
import { readComparison, writeComparison } from '../../scenario/compareLink.ts';
import { readLink } from '../../scenario/link.ts';
import { compareHref, incidentsByGroup, mendHref, playHref } from './incidentsModel.ts';

describe('the gallery of incidents', () => {
  it('[VW166] shows every incident once, in no empty group', () => {
    const groups = incidentsByGroup();
    expect(groups.flatMap((group) => group.incidents)).toEqual(incidents);
    expect(groups.filter((group) => group.incidents.length === 0)).toEqual([]);
  });

  it('[VW168] lays a run and the mended one side by side, at the address that the comparison itself writes', () => {
    for (const { run, mend } of incidentsByGroup().flatMap((group) => group.incidents)) {
      if (mend.kind !== 'run') continue;
      const { comparison, problem } = readComparison(protocols, compareHref(run, mend));
      const [one, other] = [run, mend].map(({ link }) => readLink(protocols, `v2/${link}`).scenario);
      expect(problem).toBeNull();
      expect(compareHref(run, mend)).toBe(`#${writeComparison(comparison)}`);
      expect([comparison.a.steps, comparison.b.steps]).toEqual([one?.steps, other?.steps]);
      expect([comparison.a.settings, comparison.b.settings]).toEqual([one?.settings, other?.settings]);
    }
  });

  it('[VW167] opens a run at its start, and a refused step with the sentence that says why', () => {
    for (const { run, mend } of incidentsByGroup().flatMap((group) => group.incidents)) {
      expect(readLink(protocols, playHref(run.link))).toMatchObject({ at: 0, problem: null });
      const href = mendHref(mend);
      if (mend.kind === 'impossible') expect(href).toBeNull();
      else
        expect(readLink(protocols, href ?? '').problem).toMatchObject(mend.kind === 'run' ? {} : { kind: 'bad-step' });
    }
  });
});
