import { useMemo } from 'react';
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
import { Running } from '../verify/Running.tsx';
import {
  ASKED_KINDS,
  checksOf,
  costKey,
  type CheckerVerdict,
  type formOf,
  type Instead,
  type Mending,
} from './checkerModel.ts';

interface AnswerProps {
  readonly protocol: Protocol;
  readonly form: ReturnType<typeof formOf>;
  readonly verdict: CheckerVerdict;
  /** The verdict, or the one before it while that is looked for. */
  readonly shown: CheckerVerdict | null;
  readonly mending: Mending | null;
  readonly isStopped: boolean;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onUse: (change: readonly Instead[]) => void;
}

/** The verdict with its bound, the run that breaks it, and the smallest change with what it costs. */
export function CheckerAnswer({ shown, verdict, isStopped, onStop, onAgain, ...asked }: AnswerProps) {
  const text = useTopic('verify');
  const isOld = verdict.kind === 'asking';
  return (
    <>
      {isOld && !isStopped ? <Running report={verdict.report} onCancel={onStop} /> : null}
      {isStopped ? (
        <Button icon="restart" onClick={onAgain}>
          {text('checker-again')}
        </Button>
      ) : null}
      {shown === null ? null : (
        <div className={isOld ? 'checker-told checker-old' : 'checker-told'} aria-busy={isOld}>
          <Verdict {...asked} verdict={shown} />
          {shown.kind === 'breaks' ? <BreakingRun protocol={asked.protocol} verdict={shown} /> : null}
        </div>
      )}
      {asked.mending === null ? null : (
        <Mend {...asked} mending={asked.mending} isStopped={isStopped} onStop={onStop} />
      )}
    </>
  );
}

type Told = Pick<AnswerProps, 'protocol' | 'form' | 'verdict'>;

function Verdict({ protocol, form, verdict }: Told) {
  const lang = useLang();
  const text = useTopic('verify');
  const kind = verdict.kind === 'breaks' ? (`breaks-${verdict.promise}` as const) : verdict.kind;
  if (kind === 'asking') return null;
  const leftOut = leftOutBy(protocol, { kinds: ASKED_KINDS, others: 0, persons: 0 });
  return (
    <div className={`checker-verdict checker-${verdict.kind}`} aria-live="polite">
      <h3>
        <Icon name={iconOf(verdict)} size={20} />
        {text(`checker-${kind}`)}
      </h3>
      <p>
        {count(verdict)} {text('checker-bound', { checks: checksOf(form) })}
      </p>
      {verdict.kind === 'breaks' ? null : (
        <small>
          {text('answer-reduced-exact')} {withoutText(lang, protocol, leftOut)}
        </small>
      )}
      <CopyAnswer />
    </div>
  );

  function count(told: CheckerVerdict): string {
    switch (told.kind) {
      case 'breaks':
        return text('checker-shortest', { steps: told.run.length });
      case 'impossible':
        return text('checker-states', { states: told.states });
      case 'undecided':
        return text('checker-stopped', { states: told.states });
      case 'asking':
        return '';
    }
  }
}

function iconOf({ kind }: CheckerVerdict): IconName {
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
  readonly verdict: Extract<CheckerVerdict, { kind: 'breaks' }>;
}

function BreakingRun({ protocol, verdict: { run, settings } }: BreakingRunProps) {
  const text = useTopic('verify');
  const link = useMemo(() => {
    const { timeline } = replay(engineFor(protocol, settings), run);
    return writeLink(protocol, timeline, run.length).link.replace(/^v\d+\//, '');
  }, [protocol, settings, run]);
  return <RunPlayer key={link} id="breaks" label={text('checker-run')} link={link} isPlayed={false} />;
}

type MendProps = Pick<AnswerProps, 'protocol' | 'form' | 'isStopped' | 'onStop' | 'onUse'> & {
  readonly mending: Mending;
};

function Mend({ protocol, form, mending: { change, states, next }, isStopped, onStop, onUse }: MendProps) {
  const lang = useLang();
  const text = useTopic('verify');
  const said = (key: string): string => protocolText(lang, protocol.id, key);
  if (change === null && isStopped) return null;
  if (change === null)
    return (
      <div className="checker-mend">
        <p>{text(next.length > 0 ? 'checker-looking' : 'checker-change-none')}</p>
        {next.length > 0 ? <Running report={null} onCancel={onStop} /> : null}
      </div>
    );
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
    </section>
  );
}
