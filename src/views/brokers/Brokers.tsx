import { useTopic } from '../../i18n/useTopic.ts';

/** Which broker offers what. */
export function Brokers() {
  const text = useTopic('brokers');
  return <p>{text('brokers-intro')}</p>;
}
