/** Message traces, as the dashboard shows and `mqadmin queryMsgTraceById` reads them: what clients did, not what arrived. */
import * as v from 'valibot';
import { ObservationSchema, type Observation } from './observation.ts';
import { partialRecording, stateIn, type Noticed } from './partial.ts';
import type { Located } from './rocketmqLog.ts';

const Text = v.pipe(v.string(), v.maxLength(2_000));
const Millis = v.pipe(v.number(), v.finite());

/** One trace; whatever else it says is not looked at. */
const TraceSchema = v.object({
  traceType: v.optional(Text),
  msgType: v.optional(Text),
  timeStamp: Millis,
  costTime: v.optional(Millis),
  topic: v.optional(Text),
  groupName: v.optional(Text),
  clientHost: v.optional(Text),
  msgId: v.optional(Text),
  status: v.optional(Text),
  retryTimes: v.optional(v.number()),
  fromTransactionCheck: v.optional(v.boolean()),
  transactionState: v.optional(Text),
});

type Trace = v.InferOutput<typeof TraceSchema>;

const DEPTH_MAX = 4;

/** The traces in data that may wrap them; null where there are none. */
export function tracesIn(data: unknown, depth = 0): readonly Trace[] | null {
  if (Array.isArray(data)) {
    const read = data.map((one) => v.safeParse(TraceSchema, one));
    const traces = read.flatMap(({ success, output }) => (success && kindOf(output) !== null ? [output] : []));
    return traces.length === 0 ? null : traces;
  }
  if (typeof data !== 'object' || data === null || depth >= DEPTH_MAX) return null;
  for (const value of Object.values(data)) {
    const found = tracesIn(value, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The clients of one message have clocks of their own. */
const CLOCKS_MS = 1_000;

export function readTraces(traces: readonly Trace[]): Located {
  const noticed = traces.flatMap((trace, index): readonly Noticed[] =>
    observationsOf(trace, traces).flatMap(({ afterMs, ...one }) => {
      const parsed = v.safeParse(ObservationSchema, { timeMs: 0, where: trace.clientHost ?? 'client', ...one });
      return parsed.success
        ? [{ observation: parsed.output, atMs: Math.round(trace.timeStamp + afterMs), line: index + 1 }]
        : [];
    }),
  );
  return partialRecording(noticed, {
    name: 'message trace',
    version: '5.x',
    kinds: ['sendBegun', 'sendAnswered', 'executeBegun', 'executeEnded', 'checkEnded', 'delivered', 'other'],
    resolutionMs: CLOCKS_MS,
  });
}

type Candidate = { readonly what: Observation['what']; readonly afterMs: number; readonly [field: string]: unknown };

type TraceKind = 'Pub' | 'SubBefore' | 'SubAfter' | 'EndTransaction';

/** The older form says the kind of the trace where the newer one says the kind of the message. */
function kindOf({ traceType, msgType }: Trace): TraceKind | null {
  const kinds: readonly TraceKind[] = ['Pub', 'SubBefore', 'SubAfter', 'EndTransaction'];
  return kinds.find((kind) => kind === traceType || kind === msgType) ?? null;
}

function observationsOf(trace: Trace, all: readonly Trace[]): readonly Candidate[] {
  const { costTime = 0, topic = 'Orders', groupName: group, msgId: transaction, retryTimes, status } = trace;
  const other = {
    what: 'other',
    afterMs: 0,
    kind: `trace ${kindOf(trace)} ${trace.msgType ?? ''} ${status ?? ''}`,
  } as const;
  switch (kindOf(trace)) {
    case 'Pub': {
      if (trace.msgType !== undefined && !['Pub', 'Trans_Msg_Half'].includes(trace.msgType)) return [other];
      const begun = { what: 'sendBegun', afterMs: 0, where: 'app', body: transaction } as const;
      const answered = {
        what: 'sendAnswered',
        afterMs: Math.max(0, costTime),
        where: 'broker',
        status: 'SEND_OK',
      } as const;
      // HM-2: the local transaction begins with the reply
      const executing = { what: 'executeBegun', afterMs: answered.afterMs } as const;
      return status === 'success' ? [begun, answered, executing] : [begun, other];
    }
    case 'EndTransaction': {
      const state = stateIn(trace.transactionState ?? '');
      return [{ what: trace.fromTransactionCheck === true ? 'checkEnded' : 'executeEnded', afterMs: 0, state }];
    }
    case 'SubAfter':
      if (all.some((one) => kindOf(one) === 'SubBefore' && one.msgId === transaction)) return [other];
      return [{ what: 'delivered', afterMs: 0, topic, group, transaction, reconsumeTimes: retryTimes }];
    case 'SubBefore':
      return [{ what: 'delivered', afterMs: 0, topic, group, transaction, reconsumeTimes: retryTimes }];
    case null:
      return [];
  }
}
