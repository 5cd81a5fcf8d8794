import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { Notable } from '../../load/notable.ts';
import type { LoadScenario } from '../../load/settings.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { FaultId } from '../../protocols/shared/faults.ts';
import { faultRun } from '../../scenario/faultRun.ts';
import { writeLink } from '../../scenario/link.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { faultOf } from './loadModel.ts';
import { digits, timeText } from './plotModel.ts';

interface LoadOrdersProps {
  readonly results: readonly LoadResult[];
  readonly protocols: readonly Protocol[];
  readonly faults: LoadScenario['faults'];
}

/** Single orders that are worth a look; each opens on the stage as a run of its protocol. */
export function LoadOrders({ results, protocols, faults }: LoadOrdersProps) {
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
                <Open protocol={protocols.find((known) => known.id === id)} fault={faultOf(order, faults)} />
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

function Open({ protocol, fault }: { readonly protocol: Protocol | undefined; readonly fault: FaultId | null }) {
  const text = useTopic('load');
  if (protocol === undefined || fault === null) return <span className="load-hint">{text('order-no-stage')}</span>;
  return (
    <LinkButton tone="plain" icon="forward" href={`#${linkOf(protocol, fault)}`}>
      {text('load-orders-open')}
    </LinkButton>
  );
}

function linkOf(protocol: Protocol, fault: FaultId): string {
  const { timeline } = faultRun(protocol, defaultSettings(protocol), fault);
  return writeLink(protocol, timeline, timeline.frames.length - 1).link;
}
