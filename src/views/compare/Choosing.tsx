import { memo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useExplorerText } from '../../i18n/useText.ts';
import { CHOOSABLE, CRITERIA } from './choosingModel.ts';

/** What one chooses by: every design against the same questions, and one sentence each. */
export const Choosing = memo(function Choosing() {
  const page = useExplorerText();
  const text = useTopic('compare');
  return (
    <section className="outcomes choosing" aria-labelledby="choosing-title">
      <h3 id="choosing-title">{text('choosing-title')}</h3>
      <p className="outcomes-intro">{text('choosing-intro')}</p>
      {/* Wider than a phone, and scrolled with the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="outcomes-scroll" aria-label={text('choosing-question')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="outcomes-corner">
                {text('choosing-question')}
              </th>
              {CHOOSABLE.map((protocol) => (
                <th key={protocol} scope="col">
                  {page(`protocol-${protocol}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CRITERIA.map((criterion) => (
              <tr key={criterion}>
                <th scope="row">{text(`choosing-${criterion}`)}</th>
                {CHOOSABLE.map((protocol) => (
                  <td key={protocol}>{text(`choosing-${criterion}-${protocol}`)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
});
