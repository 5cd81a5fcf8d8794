import { useMemo } from 'react';
import type { Lang } from '../../i18n/languages.ts';
import { namesOf } from '../../i18n/names.ts';
import { listText } from '../../i18n/lists.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { Lane } from '../../protocols/shared/beliefs.ts';
import { useRest } from '../frame/useRest.ts';
import type { Held } from './knowsModel.ts';

export interface HeldText {
  readonly nameOf: (lane: Lane) => string;
  readonly aboutOf: (lane: Lane) => string;
  readonly saysOf: (held: Pick<Held, 'belief'>) => string;
  /** The words of its marks. */
  readonly markOf: (held: Pick<Held, 'standing' | 'isDown'>) => string;
  readonly listOf: (lanes: readonly Lane[]) => string;
}

/** What is held, in the words of the page and of the protocol shown; the same for as long as these are. */
export function useHeldText(): HeldText {
  useRest();
  const lang = useLang();
  const text = useTopic('knows');
  const { id } = usePlayer(protocolOf);
  return useMemo(() => heldText(lang, text, id), [lang, text, id]);
}

function heldText(lang: Lang, text: ReturnType<typeof useTopic<'knows'>>, protocol: string): HeldText {
  const { process } = namesOf(lang, protocol);
  const nameOf = (lane: Lane): string => (lane.process === null ? text('lane-truth') : process(lane.process));
  const aboutOf = (lane: Lane): string => text(`about-${lane.about}`);
  return {
    nameOf,
    aboutOf,
    saysOf: ({ belief: { says, count } }) =>
      listText(
        lang,
        says.map((saying) => text(`says-${saying}`, count === undefined ? {} : { count })),
      ),
    markOf: ({ standing, isDown }) =>
      listText(lang, [
        ...(isDown ? [text('standing-down')] : []),
        ...(standing === 'none' ? [] : [text(`standing-${standing}`)]),
      ]),
    listOf: (lanes) =>
      listText(
        lang,
        lanes.map((lane) => text('knows-lane', { process: nameOf(lane), about: aboutOf(lane) })),
      ),
  };
}
