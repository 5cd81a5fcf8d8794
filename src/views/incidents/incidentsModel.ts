import { incidentGroups, type Ending, type IncidentGroup, type Mend } from '../../scenario/incident.ts';
import { incidents, type Incident } from '../../scenario/incidents.ts';

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
  return `#v1/${link}&at=0`;
}

/** Both runs beside each other, at their start. */
export function compareHref(run: Ending, mended: Ending): string {
  const [one, other] = [partsOf(run.link), partsOf(mended.link)];
  return `#v1/compare?a=${one.side}&ado=${one.words}&b=${other.side}&bdo=${other.words}&fault=none`;
}

/** A side of a comparison: protocol and settings in one, the words of the run apart. */
function partsOf(link: string): { readonly side: string; readonly words: string } {
  const [protocol = '', query = ''] = link.split('?');
  const given = new URLSearchParams(query);
  const settings = given.get('set');
  return { side: settings === null ? protocol : `${protocol}.${settings}`, words: given.get('do') ?? '' };
}

/** Where the reader can see for himself what mends it; null where there is no run to look at. */
export function mendHref(mend: Mend): string | null {
  switch (mend.kind) {
    case 'run':
      return playHref(mend.link);
    case 'refused':
      return `#v1/${mend.link}`;
    case 'impossible':
      return null;
  }
}
