import { use, useId, useMemo, useRef, useState, type RefObject } from 'react';
import type { ProcessId, Settings } from '../../engine/model.ts';
import { namesOf } from '../../i18n/names.ts';
import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { protocolIds } from '../../protocols/loaders.ts';
import type { CodeNotes } from '../../protocols/shared/code.ts';
import { checkerAddress } from '../../scenario/trialAddress.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { formIn, pageOf } from '../checker/shape.ts';
import { wholeSession } from '../wholeSession.ts';
import css from './Code.css?inline';
import { CodeLine, type LineMoves } from './CodeLine.tsx';
import { codeView, type FileView } from './codeModel.ts';
import { crashAt, crashPlan, type CrashPlan } from './crashModel.ts';
import { codeOf } from './loadedCode.ts';

/** The reader's own code beside the run: what runs is lit, what ran leaves a trace, and any line can be the last. */
export function Code() {
  const { protocol } = usePlayer(wholeSession);
  const id = protocolIds.find((known) => known === protocol) ?? protocolIds[0];
  return <CodeOf key={id} notes={use(codeOf(id))} />;
}

function CodeOf({ notes }: { readonly notes: CodeNotes }) {
  const session = usePlayer(wholeSession);
  const store = usePlayerStore();
  const lang = useLang();
  const text = useTopic('panels');
  const { id } = protocolOf(session);
  const [flavour, setFlavour] = useState(notes.flavours[0].id);
  const { files } = codeView(session, notes, flavour, lang);
  const moves = useMemo(
    (): LineMoves => ({
      onCrash: (points, processes) => {
        // The panel follows a step after the paint: what is pressed counts for the run as it is by now.
        const current = store.getState();
        const plan = crashPlan(current, notes, points, processes);
        if (plan !== null) crashAt(current, plan);
      },
      nameOf: namesOf(lang, id).process,
    }),
    [store, notes, lang, id],
  );
  const planFor = (points: readonly string[], processes: readonly ProcessId[]): CrashPlan | null =>
    points.length === 0 ? null : crashPlan(session, notes, points, processes);
  return (
    <div className="code">
      {/* With the panel, not with the page. */}
      <style href="code" precedence="panel">
        {css}
      </style>
      <p>{text('code-intro')}</p>
      {notes.flavours.length === 1 ? null : (
        <Segmented
          label={text('code-flavours')}
          options={notes.flavours.map((one) => ({ value: one.id, label: text(`flavour-${one.id}`) }))}
          value={flavour}
          onChange={setFlavour}
        />
      )}
      {id === 'half-message' ? <CheckerLink settings={session.settings} /> : null}
      {files.map((file) => (
        <File key={file.name} file={file} planFor={planFor} moves={moves} />
      ))}
    </div>
  );
}

/** The page that asks about this very checker. */
function CheckerLink({ settings }: { readonly settings: Settings }) {
  const text = useTopic('panels');
  return (
    <p>
      <a href={`#${checkerAddress(pageOf(formIn(settings)))}`}>{text('code-checker')}</a>
    </p>
  );
}

interface FileProps {
  readonly file: FileView;
  readonly planFor: (points: readonly string[], processes: readonly ProcessId[]) => CrashPlan | null;
  readonly moves: LineMoves;
}

function File({ file, planFor, moves }: FileProps) {
  const text = useTopic('panels');
  const title = useId();
  const list = useRef<HTMLOListElement>(null);
  return (
    <section className="code-file" aria-labelledby={title}>
      <header>
        <h3 id={title}>{file.name}</h3>
        {file.wrongs === 0 ? null : <span className="code-wrongs">{text('code-wrongs', { count: file.wrongs })}</span>}
        <Where file={file} list={list} nameOf={moves.nameOf} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls needs the focus */}
      <ol ref={list} tabIndex={0} aria-labelledby={title}>
        {file.lines.map((line) => (
          <CodeLine
            key={line.key}
            line={line}
            processes={file.processes}
            plan={planFor(line.points, file.processes)}
            moves={moves}
          />
        ))}
      </ol>
    </section>
  );
}

interface WhereProps {
  readonly file: FileView;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly nameOf: (process: ProcessId) => string;
}

/** Where each process is in this file; pressing it brings the line into view. */
function Where({ file, list, nameOf }: WhereProps) {
  const text = useTopic('panels');
  const places = file.lines.flatMap((line) => [
    ...line.lit.map((process) => ({ process, line, isDead: false })),
    ...line.died.map((process) => ({ process, line, isDead: true })),
  ]);
  if (places.length === 0) {
    const isStarted = file.lines.some(({ hasRun }) => hasRun);
    return <span className="code-idle">{text(isStarted ? 'code-returned' : 'code-not-reached')}</span>;
  }
  return places.map(({ process, line, isDead }) => (
    <button
      key={`${process} ${line.key} ${isDead}`}
      type="button"
      className={isDead ? 'code-where code-where-dead' : 'code-where'}
      onClick={() =>
        list.current?.querySelector(`[data-line="${line.key}"]`)?.scrollIntoView({ block: 'center', inline: 'nearest' })
      }
    >
      <Icon name={isDead ? 'cross' : 'play'} size={11} />
      {text('code-where', { process: nameOf(process), line: line.number ?? 0 })}
    </button>
  ));
}
