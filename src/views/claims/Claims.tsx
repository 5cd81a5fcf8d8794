import { useLayoutEffect, useRef } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { claimTopics } from '../../scenario/claim.ts';
import type { ClaimsPage } from '../../scenario/trialAddress.ts';
import { Select } from '../../ui/Field.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useKeys } from '../frame/useKeys.ts';
import { ClaimCard } from './ClaimCard.tsx';
import { ClaimList } from './ClaimList.tsx';
import css from './Claims.css?inline';
import { answersOf, listedClaims, neighboursOf, openClaim } from './claimsModel.ts';
import { useGiven } from './useGiven.ts';

/** Claims on trial: which there are, and one of them, which asks before it tells. */
export function Claims({ page }: { readonly page: ClaimsPage }) {
  const text = useTopic('claims');
  const store = usePlayerStore();
  const [given, give] = useGiven();
  const own = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    main.current = own.current?.closest('main') ?? own.current;
  }, []);
  const claim = openClaim(page);
  const { before, after } = claim === null ? { before: null, after: null } : neighboursOf(claim, page);
  const show = (change: Partial<ClaimsPage>): void => store.getState().openPage({ id: 'claims', ...page, ...change });
  const answer = (place: number): void => {
    if (claim !== null && !given.has(claim.id)) give(claim.id, answersOf(claim)[place] ?? null);
  };
  useKeys(main, {
    1: () => answer(0),
    2: () => answer(1),
    3: () => answer(2),
    ArrowLeft: () => before !== null && show({ open: before.id }),
    ArrowRight: () => after !== null && show({ open: after.id }),
  });
  const listed = listedClaims(page);
  const list = <ClaimList page={page} shown={claim} claims={listed} given={given} />;
  return (
    <div ref={own} className="claims">
      <Sheet name="claims" css={css} />
      <div className="claims-side">
        <p className="claims-intro">{text('claims-intro')}</p>
        <Select
          label={text('claims-topic')}
          value={page.topic ?? ''}
          options={['' as const, ...claimTopics].map((value) => ({
            value,
            label: text(value === '' ? 'claims-topic-all' : `topic-${value}`),
          }))}
          onChange={(value) => show({ open: null, topic: claimTopics.find((known) => known === value) ?? null })}
        />
        <Switch
          label={text('claims-official')}
          isOn={page.isOfficial}
          onChange={(isOfficial) => show({ open: null, isOfficial })}
        />
        <nav className="claims-nav" aria-label={text('claims-list')}>
          {list}
        </nav>
        <div className="claims-sheet">
          <Popover icon="book" label={text('claims-list')} trigger={text('claims-list-open', { count: listed.length })}>
            {() => list}
          </Popover>
        </div>
      </div>
      {claim === null ? (
        <p>{text('claims-none')}</p>
      ) : (
        <ClaimCard
          key={claim.id}
          claim={claim}
          page={page}
          given={given.get(claim.id) ?? null}
          onGive={(answered) => give(claim.id, answered)}
          before={before}
          after={after}
        />
      )}
    </div>
  );
}
