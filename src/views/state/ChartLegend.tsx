import { useTopic } from '../../i18n/useTopic.ts';

/** How a chart says what is, what was and what may be: by shape first. */
export function ChartLegend() {
  const text = useTopic('machines');
  return (
    <ul className="chart-legend">
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <rect className="chart-box" data-lit="" x="2" y="2" width="22" height="12" rx="4" />
        </svg>
        {text('chart-legend-lit')}
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <path className="chart-way" data-taken="" d="M2 8H24" />
        </svg>
        {text('chart-legend-taken')}
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <path className="chart-way" data-possible="" d="M2 8H24" />
        </svg>
        {text('chart-legend-possible')}
      </li>
    </ul>
  );
}
