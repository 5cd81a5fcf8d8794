import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { Notable } from '../../load/notable.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { FaultId } from '../../protocols/shared/faults.ts';
import { faultRun } from '../../scenario/faultRun.ts';
import { writeLink } from '../../scenario/link.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { digits, timeText } from './plotModel.ts';

interface LoadOrdersProps {
  readonly results: readonly LoadResult[];
  readonly protocols: readonly Protocol[];
}

/** Single orders that are worth a look; each opens on the stage as a run of its protocol. */
export function LoadOrders({ results, protocols }: LoadOrdersProps) {
  const text = useTopic('load');
  return (
    <div className="load-orders">
      {results.map(({ measures: { id }, notable }) => (
        <div key={id}>
          <h4>{text(`name-${id}`)}</h4>
          <ul>
            {notable.map((order) => (
              <li key={order.kind}>
                <span>
                  <b>{text(`order-${order.kind}`, { order: order.order })}</b>
                  <span>{timesText(order, text)}</span>
                </span>
                <Open protocol={protocols.find((known) => known.id === id)} order={order} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function timesText({ arrivedMs, buyerMs, pointsMs }: Notable, text: ReturnType<typeof useTopic<'load'>>): string {
  const time = (ms: number | null): string => (ms === null ? text('figure-none') : timeText(ms));
  return text('order-times', { at: `${digits(arrivedMs / 1_000)} s`, buyer: time(buyerMs), points: time(pointsMs) });
}

function Open({ protocol, order }: { readonly protocol: Protocol | undefined; readonly order: Notable }) {
  const text = useTopic('load');
  if (protocol === undefined || order.kind === 'refused')
    return <span className="load-hint">{text('order-no-stage')}</span>;
  return (
    <LinkButton tone="plain" icon="forward" href={`#${linkOf(protocol, faultOf(order))}`}>
      {text('load-orders-open')}
    </LinkButton>
  );
}

/** The run in which that happens to an order: with what was lost, or undisturbed. */
function faultOf({ kind }: Notable): FaultId {
  return kind === 'lost' || kind === 'asked' ? 'message-lost' : 'none';
}

function linkOf(protocol: Protocol, fault: FaultId): string {
  const { timeline } = faultRun(protocol, defaultSettings(protocol), fault);
  return writeLink(protocol, timeline, timeline.frames.length - 1).link;
}
