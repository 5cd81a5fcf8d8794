import { Suspense, useMemo } from 'react';
import { replay } from '../../engine/timeline.ts';
import { protocolText } from '../../i18n/text.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { engineFor } from '../../scenario/engines.ts';
import { writeLink } from '../../scenario/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { leftOutBy } from '../../verifier/leftOut.ts';
import { RunPlayer } from '../run/RunPlayer.tsx';
import { withoutText } from '../verify/answerModel.ts';
import { AllShapes } from './AllShapes.tsx';
import { ChangeCode } from './ChangeCode.tsx';
import { ASKED_KINDS, ASPECTS, costKey, type Instead, type Mending, type ToldVerdict } from './checkerModel.ts';
import { checksOf, type Form } from './shape.ts';

interface AnswerProps {
  readonly protocol: Protocol;
  readonly form: Form;
  readonly verdict: ToldVerdict;
  /** The smallest change; null where it does not break, or where none mends it. */
  readonly mending: Mending | null;
  /** Computed ahead, asked of the page's own verifier at this moment, or answered by it. */
  readonly where: 'ahead' | 'asking' | 'here';
  readonly onAgain: () => void;
  readonly onUse: (change: readonly Instead[]) => void;
}

/** The verdict with its bound, the run that breaks it, and the smallest change with its code and what it costs. */
export function CheckerAnswer({ verdict, mending, ...asked }: AnswerProps) {
  const text = useTopic('verify');
  const { protocol, where } = asked;
  return (
    <>
      <div className={where === 'asking' ? 'checker-told checker-old' : 'checker-told'} aria-busy={where === 'asking'}>
        <Verdict {...asked} verdict={verdict} />
        {verdict.kind === 'breaks' ? <BreakingRun protocol={protocol} verdict={verdict} /> : null}
      </div>
      {mending === null ? null : <Mend {...asked} mending={mending} />}
      {verdict.kind === 'breaks' && mending === null ? <p>{text('checker-change-none')}</p> : null}
      <AllShapes protocol={protocol} />
    </>
  );
}

type VerdictProps = Omit<AnswerProps, 'mending' | 'onUse'>;

function Verdict({ protocol, form, verdict, where, onAgain }: VerdictProps) {
  const lang = useLang();
  const text = useTopic('verify');
  const kind = verdict.kind === 'breaks' ? (`breaks-${verdict.promise}` as const) : verdict.kind;
  const leftOut = leftOutBy(protocol, { kinds: ASKED_KINDS, others: 0, persons: 0 });
  return (
    <div className={`checker-verdict checker-${verdict.kind}`} aria-live="polite">
      <h3>
        <Icon name={iconOf(verdict)} size={20} />
        {text(`checker-${kind}`)}
      </h3>
      <p>
        {counted(verdict)} {text('checker-bound', { checks: checksOf(form) })}
      </p>
      {verdict.kind === 'undecided' ? (
        <ul>
          {ASPECTS.map((aspect) => (
            <li key={aspect}>
              {text(verdict.open.includes(aspect) ? 'checker-open' : 'checker-closed', {
                question: text(`checker-aspect-${aspect}`),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {verdict.kind === 'breaks' ? null : (
        <small>
          {text(verdict.reach === 'far' ? 'answer-reduced-promises' : 'answer-reduced-exact')}{' '}
          {withoutText(lang, protocol, leftOut)}
        </small>
      )}
      <p className="checker-where">
        {text(where === 'here' ? 'checker-here' : 'checker-ahead')}
        {where === 'ahead' ? (
          <Button tone="quiet" icon="restart" onClick={onAgain}>
            {text('checker-again')}
          </Button>
        ) : null}
      </p>
      <CopyAnswer />
    </div>
  );

  function counted(told: ToldVerdict): string {
    switch (told.kind) {
      case 'breaks':
        return text('checker-steps', { steps: told.run.length });
      case 'impossible':
        return text('checker-states', { states: told.states });
      case 'undecided':
        return text('checker-stopped', { states: told.states });
    }
  }
}

function iconOf({ kind }: ToldVerdict): IconName {
  if (kind === 'breaks') return 'cross';
  return kind === 'impossible' ? 'shield' : 'question';
}

/** The address is the answer's: it holds the whole form. */
function CopyAnswer() {
  const text = useTopic('verify');
  const { copied, copy } = useCopy();
  return (
    <Button icon={copied === null ? 'copy' : 'check'} onClick={() => void copy(window.location.href)}>
      {text('checker-copy')}
    </Button>
  );
}

interface BreakingRunProps {
  readonly protocol: Protocol;
  readonly verdict: Extract<ToldVerdict, { kind: 'breaks' }>;
}

function BreakingRun({ protocol, verdict: { run, settings } }: BreakingRunProps) {
  const text = useTopic('verify');
  const link = useMemo(() => {
    const { timeline } = replay(engineFor(protocol, settings), run);
    return writeLink(protocol, timeline, run.length).link.replace(/^v\d+\//, '');
  }, [protocol, settings, run]);
  return <RunPlayer key={link} id="breaks" label={text('checker-run')} link={link} isPlayed={false} />;
}

type MendProps = Pick<AnswerProps, 'protocol' | 'form' | 'onUse'> & { readonly mending: Mending };

function Mend({ protocol, form, mending: { change, states }, onUse }: MendProps) {
  const lang = useLang();
  const text = useTopic('verify');
  const said = (key: string): string => protocolText(lang, protocol.id, key);
  return (
    <section className="checker-mend" aria-label={text('checker-change')}>
      <h3>{text('checker-change')}</h3>
      <ul>
        {change.map((one) => (
          <li key={one[0]}>
            <b>
              {text('checker-change-line', {
                setting: said(`setting-${one[0]}`),
                from: said(`value-${one[0]}-${form[one[0]]}`),
                to: said(`value-${one[0]}-${one[1]}`),
              })}
            </b>
            <span>
              {text('checker-cost')}: {text(costKey(one))}
            </span>
          </li>
        ))}
      </ul>
      <p>{text('checker-verified', { states })}</p>
      <Button tone="main" icon="check" onClick={() => onUse(change)}>
        {text('checker-use')}
      </Button>
      <Suspense>
        <ChangeCode protocol={protocol} form={form} change={change} />
      </Suspense>
    </section>
  );
}
