import { useTopic } from '../../i18n/useTopic.ts';
import { claimTopics } from '../../scenario/claim.ts';
import type { Claim } from '../../scenario/claims.ts';
import { claimsAddress, type ClaimsPage } from '../../scenario/trialAddress.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RIGHT, type GivenAnswers } from './claimsModel.ts';

interface ClaimListProps {
  readonly page: ClaimsPage;
  readonly shown: Claim | null;
  readonly claims: readonly Claim[];
  readonly given: GivenAnswers;
}

/** The claims that are listed, by topic; those that were answered carry their mark. */
export function ClaimList({ page, shown, claims, given }: ClaimListProps) {
  const text = useTopic('claims');
  return (
    <ul className="claims-list">
      {claimTopics.map((topic) => {
        const ofTopic = claims.filter((claim) => claim.topic === topic);
        return ofTopic.length === 0 ? null : (
          <li key={topic}>
            <b>{text(`topic-${topic}`)}</b>
            <ul>
              {ofTopic.map((claim) => (
                <li key={claim.id}>
                  <a
                    href={`#${claimsAddress({ ...page, open: claim.id })}`}
                    aria-current={claim === shown ? 'page' : undefined}
                  >
                    <Mark claim={claim} given={given} />
                    {text(`${claim.id}-claim`)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function Mark({ claim, given }: Pick<ClaimListProps, 'given'> & { readonly claim: Claim }) {
  const text = useTopic('claims');
  const answer = given.get(claim.id);
  if (answer === undefined) return <Icon name="dot" size={14} />;
  const isRight = answer === RIGHT;
  return (
    <>
      <Icon name={isRight ? 'check' : 'book'} size={14} />
      <span className="ui-unseen">{text(isRight ? 'claims-mark-right' : 'claims-mark-seen')} </span>
    </>
  );
}
