import { useTopic } from '../../i18n/useTopic.ts';

/** What others have measured, and where they say it. */
const MEASURED = [
  ['rocketmq', 'https://mpoom.cn/2023/03/10/high-performance/02-rocketmq-showdown'],
  ['refuse', 'https://github.com/apache/rocketmq/issues/2945'],
  ['check', 'https://github.com/apache/rocketmq/issues/1519'],
  [
    'fsync',
    'https://www.percona.com/blog/2018/07/18/why-consumer-ssd-reviews-are-useless-for-database-performance-use-case',
  ],
  [
    'pool',
    'https://besthub.dev/articles/optimizing-transaction-sql-for-high-concurrency-sales-events-comparing-two-transaction-approaches-e3bdd6a9faea',
  ],
  ['xa', 'https://www.atomikos.com/Blog/JTAXAReliabilityWithoutThePerformanceOverhead'],
  ['metastable', 'https://arxiv.org/html/2309.16181v2'],
] as const;

/** What is assumed, and what was measured by whom. */
export function LoadNotes() {
  const text = useTopic('load');
  return (
    <div className="load-notes">
      <ul>
        <li>{text('load-note-ours')}</li>
        <li>{text('load-note-structure')}</li>
        <li>{text('load-note-simple')}</li>
        <li>{text('load-note-waiting')}</li>
      </ul>
      <p>{text('load-note-by')}</p>
      <ul>
        {MEASURED.map(([id, address]) => (
          <li key={id}>
            <a href={address} target="_blank" rel="noreferrer">
              {text(`measured-${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
