import { use, useEffect, useRef, useState } from 'react';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import type { Claim } from '../../scenario/claims.ts';
import { versioned } from '../../scenario/versions.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { loadEveryProtocol } from '../frame/arriving.ts';
import { RunPlayer } from '../run/RunPlayer.tsx';
import { SourceLinks } from './SourceLinks.tsx';
import { chosenRun, RIGHT, verifierLine, type Given } from './claimsModel.ts';

interface RevealedProps {
  readonly claim: Claim;
  readonly given: Given;
  readonly onAgain: () => void;
}

/** What decides a claim: the run, beside it what the reader chose, why, what the verifier says, and what to say instead. */
export function ClaimRevealed({ claim, given, onAgain }: RevealedProps) {
  const text = useTopic('claims');
  const answer = useRef<HTMLParagraphElement>(null);
  useEffect(() => answer.current?.focus({ preventScroll: true }), []);
  const right = text(`${claim.id}-${RIGHT}`);
  const values = { right, answer: given === 'skipped' ? right : text(`${claim.id}-${given}`) };
  const how = given === 'skipped' ? 'skipped' : given === RIGHT ? 'right' : 'wrong';
  return (
    <>
      <div className="claim-answer">
        <p ref={answer} tabIndex={-1}>
          {text(`claims-answer-${how}`, values)}
        </p>
        <Button tone="quiet" icon="restart" onClick={onAgain}>
          {text('claims-again')}
        </Button>
      </div>
      <Runs claim={claim} given={given} />
      <dl className="claim-why">
        <Row icon="question" title={text('claims-reason')}>
          <p>{text(`${claim.id}-why`)}</p>
          <p className="claim-sources">
            {text(claim.evidence.length === 0 ? 'claims-no-evidence' : 'claims-evidence')}
            <SourceLinks sources={claim.evidence} />
          </p>
        </Row>
        <Verified claim={claim} />
        <Row icon="check" title={text('claims-say')}>
          <p className="claim-say">{text(`${claim.id}-say`)}</p>
        </Row>
      </dl>
    </>
  );
}

/** The deciding runs, one at a time, and beside them the one of the reader's answer. */
function Runs({ claim, given }: Pick<RevealedProps, 'claim' | 'given'>) {
  const text = useTopic('claims');
  const [shown, setShown] = useState('0');
  const [isSwitched, setSwitched] = useState(false);
  const run = claim.runs[Number(shown)];
  if (run === undefined) return null;
  const chosen = chosenRun(claim, given);
  const label = text(shown === '0' ? 'claims-decided' : 'claims-run', { number: Number(shown) + 1 });
  return (
    <div className="claim-runs">
      {claim.runs.length < 2 ? null : (
        <Segmented
          label={text('claims-which')}
          value={shown}
          options={claim.runs.map((_, index) => ({
            value: String(index),
            label: text('claims-run', { number: index + 1 }),
          }))}
          onChange={(value) => {
            setSwitched(true);
            setShown(value);
          }}
        />
      )}
      <div className={chosen === null ? 'claim-players' : 'claim-players claim-players-two'}>
        <RunPlayer
          key={run.link}
          id="decides"
          label={label}
          link={run.link}
          isPlayed={given !== 'skipped' || isSwitched}
        />
        {chosen === null ? null : <RunPlayer id="chosen" label={text('claims-chosen')} link={chosen} isPlayed />}
      </div>
    </div>
  );
}

function Verified({ claim }: Pick<RevealedProps, 'claim'>) {
  const lang = useLang();
  const text = useTopic('claims');
  const protocols = use(loadEveryProtocol(lang));
  useShelves('verify', 'compare', ...protocolIds.map(whysOf));
  return (
    <Row icon="shield" title={text('claims-verifier')}>
      {claim.undecidable === 'no-protocol' ? <p>{text('claims-no-protocol')}</p> : null}
      {claim.undecidable === 'load' ? <p>{text('claims-by-load')}</p> : null}
      {claim.load === undefined ? null : (
        <p>
          <LinkButton icon="play" href={`#${versioned(claim.load)}`}>
            {text('claims-open-load')}
          </LinkButton>
        </p>
      )}
      {claim.questions.map((question) => {
        const { ask, answer, notes, icon } = verifierLine(lang, protocols, question);
        return (
          <div key={JSON.stringify(question)} className="claim-verified">
            <p>
              <Icon name={icon} size={14} /> {ask} <b>{answer}</b>
            </p>
            <small>{notes.join(' ')}</small>
          </div>
        );
      })}
    </Row>
  );
}

interface RowProps {
  readonly icon: 'question' | 'shield' | 'check';
  readonly title: string;
  readonly children: React.ReactNode;
}

function Row({ icon, title, children }: RowProps) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {title}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
