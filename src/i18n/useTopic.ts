import { use, useMemo } from 'react';
import type { TextValues } from './text.ts';
import { loadTopic, topicText, type Topic, type TopicKey } from './topics.ts';
import { useLang } from './useText.ts';

/** The texts of a topic in the language shown. Suspends until they are there. */
export function useTopic<Of extends Topic>(topic: Of): (key: TopicKey<Of>, values?: TextValues) => string {
  const lang = useLang();
  use(loadTopic(lang, topic));
  return useMemo(() => (key, values) => topicText(lang, topic, key, values), [lang, topic]);
}
