import { use } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import './Differences.css';
import { Runs } from './FidelityMap.tsx';
import { differenceRows, linesOf, type Cell } from './differencesModel.ts';
import { fidelity } from './fidelityModel.ts';

/** In what the newest release differs from the older two, as their recordings show it. */
export function Differences() {
  const text = useTopic('rules');
  const map = use(fidelity());
  const lines = linesOf(map);
  return (
    <section className="differences" aria-labelledby="differences-title">
      <h3 id="differences-title">{text('difference-title')}</h3>
      <p>{text('difference-about')}</p>
      <table aria-labelledby="differences-title">
        <thead>
          <tr>
            <th scope="col">{text('difference-question')}</th>
            {lines.map(({ line, releases }) => (
              <th key={line} scope="col">
                {text('difference-release', { releases })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differenceRows(map).map(({ id, rules, cells }) => (
            <tr key={id}>
              <th scope="row">
                {text(`difference-${id}`)}
                <small>{rules.join(' · ')}</small>
              </th>
              {cells.map((cell, index) => (
                <td key={lines[index]?.line} data-release={lines[index]?.releases}>
                  <Answers cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Answers({ cell }: { readonly cell: Cell }) {
  const text = useTopic('rules');
  if (cell.length === 0) return <span className="differences-none">{text('difference-unrecorded')}</span>;
  return cell.map(({ key, runs, more }) => (
    <div key={key}>
      {text(key)} <Runs runs={runs} />
      {more === 0 ? null : <small>{text('difference-more', { count: more })}</small>}
    </div>
  ));
}
