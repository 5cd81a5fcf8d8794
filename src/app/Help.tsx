import { useText } from '../i18n/useText.ts';
import './Help.css';

const HELP_ID = 'help';

export function toggleHelp(): void {
  document.getElementById(HELP_ID)?.togglePopover();
}

/** The keys, in a corner. Not a dialog: the focus stays in the explorer, where the keys work. */
export function Help() {
  const text = useText();
  const rows = [
    { keys: ['→', '←'], what: text('help-next') },
    { keys: [text('key-space')], what: text('help-play') },
    { keys: [text('key-home'), text('key-end')], what: text('help-ends') },
    { keys: ['R'], what: text('help-restart') },
    { keys: ['1 – 9'], what: text('help-stage') },
    { keys: [text('key-escape')], what: text('help-escape') },
    { keys: ['?'], what: text('help-help') },
  ];
  return (
    <aside id={HELP_ID} popover="auto" className="help" aria-label={text('help-title')}>
      <h2 className="panel-title">{text('help-title')}</h2>
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
      <p>{text('help-intro')}</p>
    </aside>
  );
}
