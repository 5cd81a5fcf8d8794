import { incidentGroups, type Ending, type IncidentGroup, type Mend } from '../../scenario/incident.ts';
import { formatAddress, formatSettings, formatWords, parseLink } from '../../scenario/grammar.ts';
import { incidents, type Incident } from '../../scenario/incidents.ts';
import { NEWEST_VERSION } from '../../scenario/versions.ts';
import { versioned } from '../../scenario/versions.ts';

export interface IncidentsOfGroup {
  readonly group: IncidentGroup;
  readonly incidents: readonly Incident[];
}

/** All incidents by what went wrong. */
export function incidentsByGroup(all: readonly Incident[] = incidents): readonly IncidentsOfGroup[] {
  return incidentGroups.map((group) => ({ group, incidents: all.filter((incident) => incident.group === group) }));
}

/** Opens a run at its start, ready to be played. */
export function playHref(link: string): string {
  return `#${versioned(link)}&at=0`;
}

/** Both runs beside each other, at their start. */
export function compareHref(run: Ending, mended: Ending): string {
  const [one, other] = [partsOf(run.link), partsOf(mended.link)];
  const values = [
    ['a', one.side],
    ['ado', one.words],
    ['b', other.side],
    ['bdo', other.words],
  ] as const;
  return `#${formatAddress(NEWEST_VERSION, 'compare', values)}`;
}

/** A side of a comparison: protocol and settings in one, the words of the run apart. */
function partsOf(link: string): { readonly side: string; readonly words: string } {
  const raw = parseLink(versioned(link));
  if (raw === null) throw new Error(`Expected the link of a run; got ${link}.`);
  const { protocol, settings, words } = raw;
  return {
    side: settings.length === 0 ? protocol : `${protocol}.${formatSettings(settings)}`,
    words: formatWords(words),
  };
}

/** Where one can see what mends it; null where there is no run to look at. */
export function mendHref(mend: Mend): string | null {
  switch (mend.kind) {
    case 'run':
      return playHref(mend.link);
    case 'refused':
      return `#${versioned(mend.link)}`;
    case 'impossible':
      return null;
  }
}
