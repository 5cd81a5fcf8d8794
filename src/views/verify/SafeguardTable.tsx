import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Settings } from '../../engine/model.ts';
import { protocolText } from '../../i18n/text.ts';
import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { questionKey, type Inquiry } from '../../player/inquiry.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import type { Protocol } from '../../protocols/protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { loadForLink } from '../frame/arriving.ts';
import { leftOutBy } from '../../verifier/leftOut.ts';
import { withoutText } from './answerModel.ts';
import { Running } from './Running.tsx';
import { SafeguardRows } from './SafeguardRows.tsx';
import './SafeguardTable.css';
import {
  progressOf,
  promisesOf,
  promiseText,
  questionsOf,
  safeguardGroups,
  type SafeguardGroup,
} from './safeguardModel.ts';
import { useAhead, withAhead } from './useAhead.ts';
import { questionText } from './verifyModel.ts';
import { versioned } from '../../scenario/versions.ts';

interface SafeguardTableProps {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly inquiry: Inquiry;
  /** Only what this numbered step is there for; null for all. */
  readonly stage: number | null;
}

const protocolsIn = ({ protocols }: Session): Session['protocols'] => protocols;
const askWhyIn = ({ askWhy }: Session): Session['askWhy'] => askWhy;

/** Which safeguards matter: each left out in turn, and for every promise whether it can then be broken. */
export function SafeguardTable({ protocol, settings, inquiry, stage }: SafeguardTableProps) {
  const text = useTopic('verify');
  const lang = useLang();
  const askWhy = usePlayer(askWhyIn);
  const known = usePlayer(protocolsIn);
  const isReady = useOtherProtocols(protocol);
  const groups = safeguardGroups(lang, { protocol, known, settings }, inquiry, stage);
  const promises = promisesOf(protocol).map((id) => ({ id, question: questionText(lang, id) }));
  const questions = questionsOf(groups);
  const ahead = useAhead();
  const ask = useEffectEvent(() => {
    inquiry.ask(questions.filter((question) => ahead?.checks.has(questionKey(question)) !== true));
  });
  const isLoaded = isReady && ahead !== null;
  useEffect(() => {
    if (stage !== null && isLoaded) ask();
  }, [stage, isLoaded]);
  const asked = new Set(questions.flatMap(({ mishaps }) => Object.keys(mishaps?.kinds ?? {})));
  const without = withoutText(
    lang,
    protocol,
    leftOutBy(protocol).filter((kind) => !asked.has(kind)),
  );
  const progress = progressOf(inquiry, questions);
  const rules = ahead?.rules[protocol.id];
  const isAhead = questions.some((question) => {
    const key = questionKey(question);
    return ahead?.checks.has(key) === true && !inquiry.checks.has(key);
  });
  const shown = useMemo(() => withAhead(inquiry, ahead), [inquiry, ahead]);
  return (
    <section className="verify-part" aria-labelledby="safeguards-title">
      <h2 id="safeguards-title" className="panel-title">
        {stage === null ? text('table-title') : text('table-stage', { number: stage })}
      </h2>
      {stage === null ? null : <Sentence protocol={protocol} stage={stage} groups={groups} />}
      <p className="verify-note">{text('table-intro')}</p>
      {without === null ? null : <p className="verify-note">{without}</p>}
      {progress === null ? (
        <p className="safeguards-ways">
          <Button disabled={!isReady} onClick={() => inquiry.ask(questions)}>
            {text('table-ask')}
          </Button>
          {stage === null ? null : (
            <Button tone="quiet" onClick={() => askWhy(null)}>
              {text('table-every')}
            </Button>
          )}
        </p>
      ) : (
        <Running {...progress} onCancel={inquiry.cancel} />
      )}
      {isAhead && rules !== undefined ? <p className="verify-note">{text('table-ahead', { rules })}</p> : null}
      <table className="safeguards">
        <thead>
          <tr>
            <th scope="col">
              <span className="ui-unseen">{text('table-without')}</span>
            </th>
            {promises.map(({ id, question }) => (
              <th key={id} scope="col" title={question}>
                {promiseText(lang, id)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <SafeguardRows
            key={group.id}
            group={group}
            protocols={[protocol, ...known]}
            inquiry={shown}
            promises={promises}
          />
        ))}
      </table>
    </section>
  );
}

interface SentenceProps {
  readonly protocol: Protocol;
  readonly stage: number;
  readonly groups: readonly SafeguardGroup[];
}

/** What a numbered step does, and what each of its safeguards is there for; the table shows it. */
function Sentence({ protocol, stage, groups }: SentenceProps) {
  const lang = useLang();
  return (
    <>
      <p>{protocolText(lang, protocol.id, `stage-concept-${stage}-text`)}</p>
      {groups.map(({ id, wording }) => (wording === null ? null : <p key={id}>{wording.why}</p>))}
    </>
  );
}

/** Loads the other protocols that a safeguard is compared with; true once they are there. */
function useOtherProtocols({ safeguards }: Protocol): boolean {
  const store = usePlayerStore();
  const lang = useLang();
  const [isReady, setReady] = useState(false);
  const others = [...new Set(safeguards.flatMap((each) => (each.kind === 'protocol' ? [each.protocol] : [])))].join(
    ' ',
  );
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const names = others.split(' ').filter((name) => name !== '');
      const loaded = await Promise.all(names.map((name) => loadForLink(lang, versioned(name))));
      if (!isWanted) return;
      const { protocols, addProtocols } = store.getState();
      addProtocols([protocols[0], ...loaded.flat()]);
      setReady(true);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [store, lang, others]);
  return isReady;
}
