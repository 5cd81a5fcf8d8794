import { memo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import { Table } from './Table.tsx';
import { tableRows } from './tableModel.ts';

interface LoadTableProps {
  readonly results: readonly LoadResult[];
  readonly patienceMs: number;
}

/** Every figure of every column: the plots in words, for readers, screen readers and spreadsheets. */
export const LoadTable = memo(function LoadTable({ results, patienceMs }: LoadTableProps) {
  const text = useTopic('load');
  const columns = results.map(({ measures }) => measures);
  const rows = tableRows(text, patienceMs, columns).map(({ label, of }) => ({
    key: label,
    label,
    cells: columns.map(of),
  }));
  return <Table label={text('load-table')} corner={text('load-measure')} results={results} rows={rows} />;
});
