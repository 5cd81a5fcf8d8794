import { protocolText } from '../../i18n/text.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { listText } from '../../i18n/lists.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { checkerAddress } from '../../scenario/trialAddress.ts';
import { tallyOf } from './decided.ts';
import { pageOf } from './shape.ts';

/** What all shapes of the form came to, and the names of those about which nothing is sure. */
export function AllShapes({ protocol }: { readonly protocol: Protocol }) {
  const lang = useLang();
  const text = useTopic('verify');
  const { shapes, breaks, impossible, undecided } = tallyOf(protocol);
  const values = { shapes, breaks, impossible, undecided: undecided.length };
  if (undecided.length === 0) return <p className="checker-all">{text('checker-all', values)}</p>;
  return (
    <details className="checker-all">
      <summary>{text('checker-all', values)}</summary>
      <ul>
        {undecided.map((form) => {
          const page = pageOf(form);
          return (
            <li key={checkerAddress(page)}>
              <a href={`#${checkerAddress(page)}`}>
                {listText(
                  lang,
                  page.answers.map(({ name, value }) => protocolText(lang, protocol.id, `value-${name}-${value}`)),
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
