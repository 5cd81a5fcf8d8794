import { Suspense, use } from 'react';
import { stepsOf, type Frame } from '../../engine/timeline.ts';
import { clausesText } from '../../i18n/lists.ts';
import { narrate } from '../../i18n/narrate.ts';
import { protocolText } from '../../i18n/text.ts';
import { useLang } from '../../i18n/useText.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { endsBadly } from '../../player/badEnd.ts';
import { ledgerOf, protocolOf, timelineOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { protocolIds } from '../../protocols/loaders.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { useRest } from '../frame/useRest.ts';
import { beliefsOf } from '../knows/loadedBeliefs.ts';
import { useHeldText } from '../knows/useHeldText.ts';
import { orderNumber } from '../ledger/verdictLook.ts';
import { wholeSession } from '../wholeSession.ts';
import { Doom } from './Doom.tsx';
import { preventionsOf, storiesAt, type Story } from './storyModel.ts';
import css from './VerdictStory.css?inline';
import { sideBySide } from './whyModel.ts';

/** What was promised, what happened and why it was not noticed, for every order that is not consistent; then what would have helped. */
export function VerdictStory() {
  useRest();
  const session = usePlayer(wholeSession);
  const protocol = protocolOf(session);
  const notes = use(beliefsOf(protocol.id));
  const stories = storiesAt(notes, protocol, timelineOf(session), session.cursor);
  const isBad = endsBadly(usePlayer(ledgerOf));
  return (
    <div className="verdict-story">
      {/* With the story, not with the page. */}
      <style href="verdict-story" precedence="panel">
        {css}
      </style>
      {stories.map((story) => (
        <Told key={story.order} story={story} />
      ))}
      {isBad ? (
        <Suspense fallback={null}>
          <Doom />
        </Suspense>
      ) : null}
      <Suspense fallback={null}>
        <Safeguards />
      </Suspense>
    </div>
  );
}

function Told({ story }: { readonly story: Story }) {
  const { order, verdict, promise, promisedAt, happenedAt } = story;
  const text = useTopic('why');
  const lang = useLang();
  const protocol = usePlayer(protocolOf);
  const told = (frame: Frame): string => narrate(lang, protocol, frame).headline;
  return (
    <section>
      <h3>{text('story-title', { order: orderNumber(order) })}</h3>
      <dl>
        <dt>{text('story-promised')}</dt>
        <dd>
          <At frame={promisedAt} /> {told(promisedAt)}
          <p>{text(`story-promise-${promise}`)}</p>
        </dd>
        <dt>{text('story-happened')}</dt>
        <dd>
          <At frame={happenedAt} /> {told(happenedAt)}
          <p>{text(`story-happened-${verdict}`)}</p>
        </dd>
        <dt>{text('story-unnoticed')}</dt>
        <dd>
          <Unnoticed story={story} />
        </dd>
      </dl>
    </section>
  );
}

/** Leads to a step. */
function At({ frame }: { readonly frame: Frame }) {
  const text = useTopic('why');
  const { goTo } = usePlayerStore().getState();
  return (
    <button type="button" className="verdict-step" onClick={() => goTo(frame.index)}>
      {text('story-step', { step: frame.index })}
    </button>
  );
}

function Unnoticed({ story: { verdict, unnoticed } }: { readonly story: Story }) {
  const text = useTopic('why');
  const lang = useLang();
  const { nameOf, saysOf } = useHeldText();
  if (verdict === 'parked' || verdict === 'blocked') return text(`story-noticed-${verdict}`);
  if (unnoticed.length === 0) return text('story-unnoticed-none');
  const held = unnoticed.map((one) => text('story-holds', { party: nameOf(one.lane), says: saysOf(one) }));
  return text('story-unnoticed-held', { held: clausesText(lang, held) });
}

/** The same run with each safeguard that would have prevented it. */
function Safeguards() {
  const text = useTopic('why');
  const lang = useLang();
  const protocol = usePlayer(protocolOf);
  const timeline = usePlayer(timelineOf);
  const id = protocolIds.find((known) => known === protocol.id) ?? protocolIds[0];
  useShelves(`${id} whys`);
  const prevented = use(preventionsOf(protocol, timeline));
  const { settings } = timeline.engine.model;
  const a = { protocol, settings, steps: stepsOf(timeline) };
  return (
    <section>
      <h3>{text('story-safeguards')}</h3>
      {prevented.length === 0 ? <p>{text('story-safeguards-none')}</p> : null}
      <ul>
        {prevented.map(({ safeguard: { setting, on }, settings: better, steps }) => (
          <li key={setting}>
            <LinkButton tone="quiet" href={sideBySide(a, { protocol, settings: better, steps })}>
              {text('story-safeguard', {
                setting: protocolText(lang, id, `setting-${setting}`),
                value: protocolText(lang, id, `value-${setting}-${on}`),
              })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
