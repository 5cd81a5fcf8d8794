import { incidentGroups, type IncidentGroup, type Mend } from '../../scenario/incident.ts';
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
