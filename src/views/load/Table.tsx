import type { ReactNode } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';

interface TableProps {
  readonly label: string;
  /** What the rows are. */
  readonly corner: string;
  readonly results: readonly LoadResult[];
  /** Before each column's name: by what it is drawn. */
  readonly marks?: readonly ReactNode[];
  readonly rows: readonly TableLine[];
}

interface TableLine {
  readonly key: string;
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly ReactNode[];
}

/** One column per protocol that is compared. */
export function Table({ label, corner, results, marks, rows }: TableProps) {
  const text = useTopic('load');
  return (
    // Wider than a phone, and scrolled with the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="load-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {results.map(({ measures: { id } }, column) => (
              <th key={id} scope="col">
                {marks?.[column]}
                {text(`name-${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {results.map(({ measures: { id } }, column) => (
                <td key={id}>{row.cells[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
