import { use, useState } from 'react';
import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { Protocol } from '../../protocols/protocol.ts';
import { writeScenario } from '../../scenario/link.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import code from '../code/Code.css?inline';
import { CodeText } from '../code/CodeText.tsx';
import type { Line } from '../code/codeModel.ts';
import { codeOf } from '../code/loadedCode.ts';
import { hunksOf } from './changeModel.ts';
import { changed, type Instead } from './checkerModel.ts';
import { panelSettings, type Form } from './shape.ts';

interface ChangeCodeProps {
  readonly protocol: Protocol;
  readonly form: Form;
  readonly change: readonly Instead[];
}

/** The code before and after a change, and the way to all of it beside a run. */
export function ChangeCode({ protocol, form, change }: ChangeCodeProps) {
  const lang = useLang();
  const text = useTopic('verify');
  const panels = useTopic('panels');
  const { openPanel } = usePlayerStore().getState();
  const notes = use(codeOf('half-message'));
  const [flavour, setFlavour] = useState(notes.flavours[0].id);
  const [from, to] = [panelSettings(protocol, form), panelSettings(protocol, changed(form, change))];
  const hunks = hunksOf(notes, flavour, { from, to }, lang);
  const link = writeScenario(protocol, { protocol: protocol.id, settings: to, steps: [] });
  return (
    <div className="checker-code">
      <Sheet name="code" css={code} />
      <h4>{text('checker-code')}</h4>
      <Segmented
        label={panels('code-flavours')}
        options={notes.flavours.map(({ id }) => ({ value: id, label: panels(`flavour-${id}`) }))}
        value={flavour}
        onChange={setFlavour}
      />
      {hunks.map(({ key, file, lines }) => (
        <section key={key} className="code-file" aria-label={file}>
          <header>
            <h3>{file}</h3>
          </header>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls needs the focus */}
          <ol tabIndex={0} aria-label={file}>
            {lines.map((line) => (
              <ChangedLine key={line.key} line={line} />
            ))}
          </ol>
        </section>
      ))}
      <LinkButton tone="quiet" icon="code" href={`#${link}`} onClick={() => openPanel('code')}>
        {text('checker-code-panel')}
      </LinkButton>
    </div>
  );
}

function ChangedLine({ line }: { readonly line: Line }) {
  const text = useTopic('verify');
  const { change } = line;
  const isAdded = change === 'wrong' || change === 'other';
  return (
    <li className={change === 'removed' ? 'code-removed' : isAdded ? 'code-other' : ''}>
      <span className="code-gutter" />
      <span className="code-number" aria-hidden="true">
        {change === 'removed' ? '−' : isAdded ? '+' : line.number}
      </span>
      <CodeText line={line} />
      {change === 'none' ? null : (
        <span className="ui-unseen">{text(isAdded ? 'checker-code-after' : 'checker-code-before')}</span>
      )}
    </li>
  );
}
