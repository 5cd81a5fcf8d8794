import { useId, useState } from 'react';
import { useExplorerText } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import { notableOf, orderIn, type LoggedOrder } from '../../load/notable.ts';
import type { LoadScenario } from '../../load/settings.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { writeLink } from '../../scenario/link.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { runOf } from './loadModel.ts';
import { digits, timeText } from './plotModel.ts';

interface LoadOrdersProps {
  readonly results: readonly LoadResult[];
  readonly protocols: readonly Protocol[];
  readonly faults: LoadScenario['faults'];
}

/** Single orders: those that are worth a look, and any by its number; each opens on the stage as a run of its protocol. */
export function LoadOrders({ results, protocols, faults }: LoadOrdersProps) {
  const text = useTopic('load');
  const [asked, setAsked] = useState<number | null>(null);
  const count = Math.max(0, ...results.map(({ log }) => log?.end.length ?? 0));
  return (
    <>
      {count === 0 ? null : <WhichOrder count={count} asked={asked} onAsk={setAsked} />}
      <div className="load-orders">
        {results.map(({ measures: { id }, log }) => {
          const protocol = protocols.find((known) => known.id === id);
          const any = log === null || asked === null ? null : orderIn(log, asked);
          return (
            <div key={id}>
              <h4>{text(`name-${id}`)}</h4>
              <ul>
                {any === null ? null : (
                  <Order order={any} title={text('order-any', { order: any.order })} {...{ protocol, faults }} />
                )}
                {(log === null ? [] : notableOf(log)).map(({ kind, ...order }) => (
                  <Order
                    key={kind}
                    order={order}
                    title={text(`order-${kind}`, { order: order.order })}
                    {...{ protocol, faults }}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </>
  );
}

interface WhichOrderProps {
  readonly count: number;
  readonly asked: number | null;
  readonly onAsk: (order: number | null) => void;
}

function WhichOrder({ count, asked, onAsk }: WhichOrderProps) {
  const text = useTopic('load');
  const id = useId();
  const isThere = asked === null || (asked >= 1 && asked <= count);
  return (
    <p className="load-which">
      <label htmlFor={id}>{text('order-which')}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={count}
        step={1}
        value={asked ?? ''}
        aria-invalid={!isThere}
        aria-describedby={`${id}-range`}
        onChange={({ target: { valueAsNumber } }) =>
          onAsk(Number.isNaN(valueAsNumber) ? null : Math.trunc(valueAsNumber))
        }
      />
      <span id={`${id}-range`} className="load-hint">
        {text('order-range', { count })}
      </span>
    </p>
  );
}

interface OrderProps {
  readonly order: LoggedOrder;
  readonly title: string;
  readonly protocol: Protocol | undefined;
  readonly faults: LoadScenario['faults'];
}

function Order({ order, title, protocol, faults }: OrderProps) {
  const { arrivedMs, buyerMs, pointsMs, end, missed } = order;
  const text = useTopic('load');
  const page = useExplorerText();
  const time = (ms: number | null): string => (ms === null ? text('figure-none') : timeText(ms));
  const at = `${digits(arrivedMs / 1_000)} s`;
  return (
    <li>
      <span>
        <b>{title}</b>
        <span>{text('order-times', { at, buyer: time(buyerMs), points: time(pointsMs) })}</span>
        <span>{end === 'refused' ? text('order-end-refused') : page(`verdict-${end}`)}</span>
        {missed === null ? null : <span>{text('order-too-late', { deadline: missed })}</span>}
      </span>
      {protocol === undefined ? (
        <NoRun why="order-by-hand" />
      ) : (
        <Open protocol={protocol} run={runOf(protocol, order, faults)} />
      )}
    </li>
  );
}

function NoRun({ why }: { readonly why: 'order-no-stage' | 'order-by-hand' }) {
  return <span className="load-hint">{useTopic('load')(why)}</span>;
}

function Open({ protocol, run }: { readonly protocol: Protocol; readonly run: ReturnType<typeof runOf> }) {
  const text = useTopic('load');
  if (run === null) return <NoRun why="order-no-stage" />;
  const { timeline } = run;
  const { link } = writeLink(protocol, timeline, timeline.frames.length - 1);
  return (
    <LinkButton tone="plain" icon="forward" href={`#${link}`}>
      {text('load-orders-open')}
    </LinkButton>
  );
}
