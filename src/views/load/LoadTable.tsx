import { memo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import { tableRows } from './tableModel.ts';

/** Every figure of every column: the plots in words, for readers, screen readers and spreadsheets. */
export const LoadTable = memo(function LoadTable({
  results,
  patienceMs,
}: {
  readonly results: readonly LoadResult[];
  readonly patienceMs: number;
}) {
  const text = useTopic('load');
  const columns = results.map(({ measures }) => measures);
  const rows = tableRows(text, patienceMs, columns);
  return (
    // Wider than a phone, and scrolled with the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="load-table" aria-label={text('load-table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('load-measure')}</th>
            {results.map(({ measures: { id } }) => (
              <th key={id} scope="col">
                {text(`name-${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {results.map(({ measures }) => (
                <td key={measures.id}>{of(measures)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
