import { use, useEffect, useState } from 'react';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { useInquiry } from '../../player/useInquiry.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { Protocol } from '../../protocols/protocol.ts';
import { checkerAddress, readChecker, type CheckerPage } from '../../scenario/trialAddress.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { loadEveryProtocol } from '../frame/arriving.ts';
import css from './Checker.css?inline';
import { CheckerAnswer } from './CheckerAnswer.tsx';
import { CheckerForm } from './CheckerForm.tsx';
import { changed, formOf, mendingOf, pageOf, questionsOf, verdictOf, type CheckerVerdict } from './checkerModel.ts';

/** Is my checker right? A form of what it reads and answers, and the verifier's answer about exactly that. */
export function Checker({ address }: { readonly address: string }) {
  const lang = useLang();
  const [first, ...others] = use(loadEveryProtocol(lang));
  const protocol = [first, ...others].find(({ id }) => id === 'half-message') ?? first;
  useShelves('compare', 'verify', whysOf(protocol.id));
  return <Asked page={readChecker(address)} protocol={protocol} />;
}

interface AskedProps {
  readonly page: CheckerPage;
  readonly protocol: Protocol;
}

function Asked({ page, protocol }: AskedProps) {
  const text = useTopic('verify');
  const store = usePlayerStore();
  const inquiry = useInquiry(protocol.id, 'no-lost');
  const [isStopped, setStopped] = useState(false);
  const form = formOf(protocol, page);
  const questions = questionsOf(protocol, form);
  const verdict = verdictOf(questions, inquiry.checks);
  const mending = verdict.kind === 'breaks' ? mendingOf(protocol, form, inquiry.checks) : null;
  const toAsk = verdict.kind === 'asking' ? questions : (mending?.next ?? []);
  const { ask, cancel } = inquiry;
  useEffect(() => {
    if (!isStopped && toAsk.length > 0) ask(toAsk);
  });
  const shown = useLast(verdict);
  const show = (next: typeof form): void => {
    cancel();
    setStopped(false);
    store.getState().openPage({ id: 'checker', address: checkerAddress(pageOf(next)) });
  };
  return (
    <div className="checker">
      <Sheet name="checker" css={css} />
      <CheckerForm
        protocol={protocol}
        form={form}
        suggested={mending?.change ?? []}
        onChange={(name, value) => show({ ...form, [name]: value })}
      />
      <section className="checker-answer" aria-label={text('checker-answer')}>
        <CheckerAnswer
          protocol={protocol}
          form={form}
          verdict={verdict}
          shown={shown}
          mending={mending}
          isStopped={isStopped}
          onStop={() => {
            setStopped(true);
            cancel();
          }}
          onAgain={() => setStopped(false)}
          onUse={(change) => show(changed(form, change))}
        />
      </section>
    </div>
  );
}

/** The answer that stays while the next one is looked for; null before the first. */
function useLast(verdict: CheckerVerdict): CheckerVerdict | null {
  const [last, setLast] = useState<CheckerVerdict | null>(null);
  const isNew = verdict.kind !== 'asking' && JSON.stringify(verdict) !== JSON.stringify(last);
  if (isNew) setLast(verdict);
  return verdict.kind === 'asking' ? last : verdict;
}
