import { useMemo } from 'react';
import { useLang, useText } from '../../i18n/useText.ts';
import type { TextKey } from '../../i18n/book.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { isAnsweredIn, questionKey, type Inquiry } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import type { Question } from '../../verifier/question.ts';
import { useWatch } from '../frame/useWatch.ts';
import { verdictLook } from '../ledger/verdictLook.ts';
import './AnswerCard.css';
import { answerOf, askingText, toneIcon, type AnswerView, type RunView } from './answerModel.ts';
import { Running } from './Running.tsx';

type ShareText = (key: TextKey<'share'>) => string;

interface AnswerCardProps {
  /** The one that the question is about. */
  readonly protocol: Protocol;
  readonly question: Question;
  readonly inquiry: Inquiry;
  readonly property: string;
  /** What is said where the question is not the one of the form any more. */
  readonly old?: string | null;
}

/** The verdict with its bound and count, and the run that decides it; before that how far the search has come. */
export function AnswerCard({ protocol, question, inquiry, property, old = null }: AnswerCardProps) {
  const lang = useLang();
  // Loaded with the panel, so that an answer does not wait for its button.
  const share = useTopic('share');
  const check = inquiry.checks.get(questionKey(question));
  const answer = useMemo(
    () => (check === undefined ? null : answerOf(lang, protocol, check, property)),
    [lang, protocol, check, property],
  );
  return (
    <>
      <div className={answer === null ? undefined : `answer answer-${answer.tone}`}>
        <div aria-live="polite">
          {answer === null || old === null ? null : (
            <p className="answer-old">
              <Icon name="clock" size={14} />
              <span>{old}</span>
            </p>
          )}
          {answer === null ? null : <Told answer={answer} />}
        </div>
        {answer === null || answer.run === null ? null : <Ways run={answer.run} share={share} />}
      </div>
      {check?.status === 'asked' && (answer === null || isAnsweredIn(check.report)) ? (
        <Running report={check.report} kind={askingText(lang, protocol, check.report)} onCancel={inquiry.cancel} />
      ) : null}
    </>
  );
}

function Told({ answer: { tone, headline, sentence, note, run } }: { readonly answer: AnswerView }) {
  return (
    <>
      <p className="answer-verdict">
        <Icon name={toneIcon(tone)} />
        <span>{headline}</span>
      </p>
      <p>{sentence}</p>
      {note === null ? null : <p className="verify-note">{note}</p>}
      {run === null ? null : <p>{run.told}</p>}
      {run === null || run.loop === null ? null : (
        <p className="answer-loop">
          <Icon name="restart" size={14} />
          <span>{run.loop}</span>
        </p>
      )}
    </>
  );
}

/** How the run ends, and the ways to it. */
function Ways({ run, share }: { readonly run: RunView; readonly share: ShareText }) {
  const text = useTopic('verify');
  const page = useText();
  const watch = useWatch();
  return (
    <>
      <ul className="answer-ends" aria-label={text('answer-ends')}>
        {run.ends.map(({ order, verdict }) => (
          <li key={order}>
            <Chip {...verdictLook(verdict)}>{page(`verdict-${verdict}`)}</Chip>
          </li>
        ))}
      </ul>
      <p className="answer-ways">
        <a className="ui-button ui-button-main" href={`#${run.startLink}`} onClick={watch}>
          {text('answer-show')}
        </a>
        <CopyLink link={run.link} share={share} />
      </p>
    </>
  );
}

function CopyLink({ link, share }: { readonly link: string; readonly share: ShareText }) {
  const { copied, hasFailed, copy } = useCopy();
  const url = new URL(`#${link}`, window.location.href).href;
  return (
    <>
      <Button icon={copied === url ? 'check' : 'copy'} onClick={() => void copy(url)}>
        {share(copied === url ? 'share-copied' : 'share-copy-link')}
      </Button>
      {hasFailed ? (
        <output className="answer-link">
          {share('share-failed')} <code>{url}</code>
        </output>
      ) : null}
    </>
  );
}
