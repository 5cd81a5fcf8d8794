import { useColumns } from './useColumns.ts';
import { useHeldText } from './useHeldText.ts';

/** The names of the lanes, beside them. */
export function StripNames() {
  const { nameOf, aboutOf } = useHeldText();
  const columns = useColumns();
  return (
    <ul className="strip-names" aria-hidden="true">
      {(columns[0]?.held ?? []).map(({ lane }) => (
        <li key={lane.id} title={`${nameOf(lane)}: ${aboutOf(lane)}`}>
          {nameOf(lane)} <small>{aboutOf(lane)}</small>
        </li>
      ))}
    </ul>
  );
}
