import { use, useMemo, useState } from 'react';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { useInquiry } from '../../player/useInquiry.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { Protocol } from '../../protocols/protocol.ts';
import type { CheckerPage } from '../../scenario/trialAddress.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Running } from '../verify/Running.tsx';
import { loadEveryProtocol } from '../frame/arriving.ts';
import css from './Checker.css?inline';
import { CheckerAnswer } from './CheckerAnswer.tsx';
import { CheckerForm } from './CheckerForm.tsx';
import { changed, mendingOf, questionsOf, reachOf, verdictAhead, verdictOf } from './checkerModel.ts';
import { formOf, pageOf, shapeKey, type Form } from './shape.ts';

/** Is my checker right? A form of what it reads and answers, and the verifier's answer about exactly that. */
export function Checker({ page }: { readonly page: CheckerPage }) {
  const lang = useLang();
  const [first, ...others] = use(loadEveryProtocol(lang));
  const protocol = [first, ...others].find(({ id }) => id === 'half-message') ?? first;
  useShelves('compare', 'verify', 'panels', whysOf(protocol.id));
  return <Asked page={page} protocol={protocol} />;
}

interface AskedProps {
  readonly page: CheckerPage;
  readonly protocol: Protocol;
}

function Asked({ page, protocol }: AskedProps) {
  const text = useTopic('verify');
  const store = usePlayerStore();
  const inquiry = useInquiry(protocol.id, 'no-lost');
  const form = formOf(protocol, page);
  const key = shapeKey(form);
  /** The shape that the reader wants to be verified here and now, whatever was computed ahead. */
  const [again, setAgain] = useState<string | null>(null);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says all that matters of the form
  const ahead = useMemo(() => verdictAhead(protocol, form), [protocol, key]);
  const questions = questionsOf(protocol, form, reachOf(ahead));
  const here = again === key ? verdictOf(questions, inquiry.checks) : null;
  const verdict = here === null || here.kind === 'asking' ? ahead : here;
  const mending = verdict.kind === 'breaks' ? mendingOf(protocol, form) : null;
  const { ask, cancel } = inquiry;
  const stop = (): void => {
    cancel();
    setAgain(null);
  };
  const show = (next: Form): void => {
    stop();
    store.getState().openPage({ id: 'checker', ...pageOf(next) });
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
        {here?.kind === 'asking' ? <Running report={here.report} onCancel={stop} /> : null}
        <CheckerAnswer
          protocol={protocol}
          form={form}
          verdict={verdict}
          mending={mending}
          where={here === null ? 'ahead' : here.kind === 'asking' ? 'asking' : 'here'}
          onAgain={() => {
            setAgain(key);
            ask(questions);
          }}
          onUse={(change) => show(changed(form, change))}
        />
      </section>
    </div>
  );
}
