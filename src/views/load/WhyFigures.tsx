import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { LoadScenario } from '../../load/settings.ts';
import { digits, timeText } from './plotModel.ts';
import { Table } from './Table.tsx';
import { reckoningOf, type Reckoned } from './tableModel.ts';

interface WhyFiguresProps {
  readonly results: readonly LoadResult[];
  readonly scenario: LoadScenario;
}

/** How what is computed follows from places and times: of every pool that an order needs, how many orders it allows. */
export function WhyFigures({ results, scenario }: WhyFiguresProps) {
  const text = useTopic('load');
  const { rows, alone } = reckoningOf(results, scenario);
  const lines = [
    ...rows.map(({ pool, cells }) => ({
      key: pool,
      label: text(`pool-${pool}`),
      cells: cells.map((cell, column) =>
        cell === null ? text('figure-none') : <Cell key={results[column]?.measures.id} {...cell} />,
      ),
    })),
    {
      key: 'alone',
      label: text('row-alone'),
      cells: alone.map(({ buyer, points }) => `${timeText(buyer)}, ${timeText(points)}`),
    },
  ];
  return (
    <>
      <p className="load-hint">{text('load-why-what')}</p>
      <Table label={text('load-why')} corner={text('load-why-pool')} results={results} rows={lines} />
    </>
  );
}

function Cell({ places, heldMs, perS, isBottleneck }: Reckoned) {
  const text = useTopic('load');
  const rate = text('per-second', { rate: digits(perS) });
  return (
    <>
      {places === null ? rate : `${digits(places)} ÷ ${timeText(heldMs)} = ${rate}`}
      {isBottleneck ? (
        <>
          {' '}
          <b className="load-bottleneck">{text('box-bottleneck')}</b>
        </>
      ) : null}
    </>
  );
}
