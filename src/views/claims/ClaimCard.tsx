import { Suspense } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { Claim } from '../../scenario/claims.ts';
import { claimsAddress, type ClaimsPage } from '../../scenario/trialAddress.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { ClaimRevealed } from './ClaimRevealed.tsx';
import { SourceLinks } from './SourceLinks.tsx';
import { answersOf, claimNumber, standingLook, type Given } from './claimsModel.ts';

interface ClaimCardProps {
  readonly claim: Claim;
  readonly page: ClaimsPage;
  readonly given: Given | null;
  readonly onGive: (given: Given | null) => void;
  readonly before: Claim | null;
  readonly after: Claim | null;
}

/** One claim: who says it, the question, and, once that is answered or skipped, what decides it. */
export function ClaimCard({ claim, page, given, onGive, before, after }: ClaimCardProps) {
  const text = useTopic('claims');
  return (
    <article className={given === null ? 'claim claim-asks' : 'claim'} aria-labelledby="claim-said">
      <div className="claim-head">
        <span>{text('claims-number', { number: claimNumber(claim) })}</span>
        {given === null ? null : <Chip {...standingLook(claim.standing)}>{text(`standing-${claim.standing}`)}</Chip>}
      </div>
      <h3 id="claim-said">{text(`${claim.id}-claim`)}</h3>
      <Sources claim={claim} />
      {given === null ? (
        <Question claim={claim} onGive={onGive} />
      ) : (
        <Suspense fallback={<div className="page-coming" />}>
          <ClaimRevealed claim={claim} given={given} onAgain={() => onGive(null)} />
        </Suspense>
      )}
      <div className="claim-ways">
        <Neighbour page={page} claim={before} label={text('claims-previous')} keys="←" />
        <CopyClaim claim={claim} />
        <Neighbour page={page} claim={after} label={text('claims-next')} keys="→" />
      </div>
    </article>
  );
}

function Sources({ claim: { sources } }: { readonly claim: Claim }) {
  const text = useTopic('claims');
  if (sources.length === 0) return <p className="claim-sources">{text('claims-often')}</p>;
  return (
    <p className="claim-sources">
      {text('claims-said')}
      <SourceLinks sources={sources} />
      <span>{text('claims-own-words')}</span>
    </p>
  );
}

function Question({ claim, onGive }: Pick<ClaimCardProps, 'claim' | 'onGive'>) {
  const text = useTopic('claims');
  return (
    <fieldset className="claim-question">
      <legend>{text(`${claim.id}-ask`)}</legend>
      {answersOf(claim).map((answer, place) => (
        <Button key={answer} aria-keyshortcuts={String(place + 1)} onClick={() => onGive(answer)}>
          <span>{text(`${claim.id}-${answer}`)}</span>
          <kbd aria-hidden="true">{place + 1}</kbd>
        </Button>
      ))}
      <p>
        <span className="claim-keys">{text('claims-keys')}</span>
        <Button tone="quiet" onClick={() => onGive('skipped')}>
          {text('claims-skip')}
        </Button>
      </p>
    </fieldset>
  );
}

interface NeighbourProps {
  readonly page: ClaimsPage;
  readonly claim: Claim | null;
  readonly label: string;
  readonly keys: string;
}

function Neighbour({ page, claim, label, keys }: NeighbourProps) {
  if (claim === null) return <span />;
  return (
    <LinkButton tone="quiet" href={`#${claimsAddress({ ...page, open: claim.id })}`} title={keys}>
      {label}
    </LinkButton>
  );
}

/** The address of this claim alone, whatever is filtered. */
function CopyClaim({ claim }: Pick<ClaimCardProps, 'claim'>) {
  const text = useTopic('claims');
  const { copied, copy } = useCopy();
  const address = claimsAddress({ open: claim.id, topic: null, isOfficial: false });
  const url = (): string => new URL(`#${address}`, window.location.href).href;
  return (
    <Button icon={copied === null ? 'copy' : 'check'} onClick={() => void copy(url())}>
      {text('claims-copy')}
    </Button>
  );
}
