import { useEffect, useEffectEvent, useId, useRef, useState, type RefObject } from 'react';
import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { Button } from '../../ui/Button.tsx';
import type { Own } from './ownRuns.ts';
import { useOwnRuns, type Working } from './useOwnRuns.ts';
import { judgementText } from './verdictModel.ts';
import { VerdictChip } from './VerdictChip.tsx';
import './OwnRecording.css';

interface OwnRecordingProps {
  /** What was judged before, still listed when the reader comes back to it. */
  readonly runs: readonly Own[];
  readonly onRuns: (runs: readonly Own[]) => void;
  readonly onOpen: (own: Own) => void;
}

/** Takes files or a text, says what the model thinks of each, and in one sentence what is wrong with what is no recording. */
export function OwnRecording({ runs, onRuns, onOpen }: OwnRecordingProps) {
  const text = useTopic('recordingsPage');
  const id = useId();
  const [pasted, setPasted] = useState('');
  const { working, judge, cancel } = useOwnRuns((done, brought) => {
    const [only, ...others] = done;
    onRuns(done);
    // Of several that were brought one may be all that is done; the list says so.
    if (brought === 1 && only?.judged.kind === 'judged' && others.length === 0) onOpen(only);
  });
  const take = (files: readonly File[]): void => {
    void judge(files.map((file) => ({ name: file.name, file })));
  };
  const target = useRef<HTMLDetailsElement>(null);
  useDrop(target, take);
  return (
    <details ref={target} className="own" open={runs.length > 0 ? true : undefined}>
      <summary>{text('own-title')}</summary>
      <div className="own-body">
        <p>{text('own-about')}</p>
        <p className="own-file">
          <label className="ui-button ui-button-plain">
            <input
              type="file"
              multiple
              className="ui-unseen"
              onChange={(event) => {
                take([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            {text('own-file')}
          </label>
          {text('own-drop')}
        </p>
        <label htmlFor={id}>{text('own-text')}</label>
        <textarea
          id={id}
          rows={6}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <p className="own-file">
          <Button
            tone="main"
            disabled={pasted.trim() === '' || working !== null}
            onClick={() => void judge([{ name: null, text: pasted }])}
          >
            {text(working === null ? 'own-judge' : 'verdict-judging')}
          </Button>
          {working === null ? null : <Progress working={working} onCancel={cancel} />}
        </p>
        <Runs runs={runs} onOpen={onOpen} />
      </div>
    </details>
  );
}

function Progress({ working, onCancel }: { readonly working: Working; readonly onCancel: () => void }) {
  const text = useTopic('recordingsPage');
  const { done, count, progress } = working;
  return (
    <>
      <span className="own-progress">
        <progress
          max={progress?.count ?? 1}
          {...(progress === null ? {} : { value: progress.reached })}
          aria-label={text('own-progress', { done: done + 1, count })}
        />
        {text('own-progress', { done: done + 1, count })}
      </span>
      <Button tone="quiet" onClick={onCancel}>
        {text('own-cancel')}
      </Button>
    </>
  );
}

function Runs({ runs, onOpen }: { readonly runs: readonly Own[]; readonly onOpen: (own: Own) => void }) {
  const text = useTopic('recordingsPage');
  const lang = useLang();
  return (
    <ul className="own-runs" aria-live="polite" aria-label={text('own-runs')}>
      {runs.map((own, index) => (
        <li key={index}>
          <span className="own-run-head">
            {own.judged.kind === 'judged' ? (
              <Button tone="quiet" onClick={() => onOpen(own)}>
                <OwnName own={own} />
              </Button>
            ) : (
              <b>
                <OwnName own={own} />
              </b>
            )}
            <VerdictChip judged={own.judged} />
          </span>
          <span className="own-said">{judgementText(lang, own.judged)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of the file, with the number of the run where it has several. */
export function OwnName({ own: { name, run } }: { readonly own: Own }) {
  const text = useTopic('recordingsPage');
  const own = name ?? text('own-name');
  return run === null ? own : text('own-run', { name: own, run });
}

/** Hands over the files that are dropped on an element. */
function useDrop(target: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    const { current } = target;
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      taken([...(event.dataTransfer?.files ?? [])]);
    };
    const allow = (event: DragEvent): void => event.preventDefault();
    current?.addEventListener('dragover', allow);
    current?.addEventListener('drop', drop);
    return () => {
      current?.removeEventListener('dragover', allow);
      current?.removeEventListener('drop', drop);
    };
  }, [target]);
}
