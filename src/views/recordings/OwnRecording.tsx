import { useEffect, useEffectEvent, useId, useRef, useState, type RefObject } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Judgement } from '../../recordings/judgement.ts';
import { Button } from '../../ui/Button.tsx';
import { judgedText } from './judged.ts';
import { judgementText } from './verdictModel.ts';

/** A recording that the reader brought, and what became of it. */
export interface Own {
  /** Of the file; null for a text that was pasted. */
  readonly name: string | null;
  readonly judged: Judgement;
}

/** A larger file is not even read into memory. */
const FILE_MAX_MB = 5;

/** Takes a file or a text, and says in one sentence what is wrong with it. */
export function OwnRecording({ onOwn }: { readonly onOwn: (own: Own) => void }) {
  const text = useTopic('recordingsPage');
  const lang = useLang();
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState('');
  const [isJudging, setJudging] = useState(false);
  const look = async (content: string, name: string | null): Promise<void> => {
    setProblem('');
    setJudging(true);
    const judged = await judgedText(content);
    setJudging(false);
    if (judged.kind === 'judged') onOwn({ name, judged });
    else setProblem(judgementText(lang, judged));
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const size = Math.ceil(file.size / 1e5) / 10;
    if (size > FILE_MAX_MB) return setProblem(text('own-too-large', { size, max: FILE_MAX_MB }));
    try {
      await look(await file.text(), file.name);
    } catch (error) {
      setProblem(text('own-unreadable', { reason: String(error) }));
    }
  };
  const target = useRef<HTMLDetailsElement>(null);
  useDrop(target, (file) => void take(file));
  return (
    <details ref={target} className="own">
      <summary>{text('own-title')}</summary>
      <div className="own-body">
        <p>{text('own-about')}</p>
        <p className="own-file">
          <label className="ui-button ui-button-plain">
            <input
              type="file"
              accept=".log,.txt,.json,text/plain,application/json"
              className="ui-unseen"
              onChange={(event) => {
                void take(event.target.files?.[0]);
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
          <Button tone="main" disabled={pasted.trim() === '' || isJudging} onClick={() => void look(pasted, null)}>
            {text(isJudging ? 'verdict-judging' : 'own-judge')}
          </Button>
        </p>
        <p role="alert" className="own-problem">
          {problem}
        </p>
      </div>
    </details>
  );
}

/** Hands over the file that is dropped on an element. */
function useDrop(target: RefObject<HTMLElement | null>, take: (file: File | undefined) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    const { current } = target;
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      taken(event.dataTransfer?.files[0]);
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
