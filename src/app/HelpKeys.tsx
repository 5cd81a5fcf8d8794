import { useText } from '../i18n/useText.ts';
import { useTopic } from '../i18n/useTopic.ts';

/** What the keys do. */
export function HelpKeys() {
  const text = useText();
  const about = useTopic('panels');
  const rows = [
    { keys: ['→', '←'], what: about('help-next') },
    { keys: [text('key-space')], what: about('help-play') },
    { keys: [text('key-home'), text('key-end')], what: about('help-ends') },
    { keys: ['Ctrl Z', 'Ctrl ⇧ Z'], what: about('help-undo') },
    { keys: ['R'], what: about('help-restart') },
    { keys: ['1 – 9'], what: about('help-stage') },
    { keys: [about('key-escape')], what: about('help-escape') },
    { keys: ['F'], what: about('help-present') },
    { keys: ['?'], what: about('help-help') },
  ];
  return (
    <>
      <dl>
        {rows.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>{about('help-intro')}</p>
    </>
  );
}
