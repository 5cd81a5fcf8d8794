/** Deliveries of a driven run: those that arrive, and those whose answer our consumer does not read. */
import { keyOf, textOf } from '../engine/data.ts';
import type { Message } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { shortKey, transactionIn } from './appended.ts';
import type { Play } from './play.ts';
import type { Refusal } from './refusal.ts';
import type { Losing } from './stage.ts';
import type { StoredMessage } from './stored.ts';
import { soon } from './waiting.ts';

const LOOK_MS = 20;
/** A message that was stored is pulled soon; one that was lost, 3 s later. */
const ARRIVAL_MS = 6_000;

/** What is to be lost has to be known before it comes. */
export function losingIn(steps: readonly Step[]): readonly Losing[] {
  const transfers = steps.flatMap((step) =>
    (step.kind === 'deliver' || step.kind === 'drop') && step.message.type === 'message' ? [step] : [],
  );
  return transfers.flatMap((step, index): readonly Losing[] => {
    if (step.kind === 'deliver') return [];
    const { tx, reconsumeTimes } = step.message;
    const key = keyOf({ tx: tx ?? null, reconsumeTimes: reconsumeTimes ?? null });
    const nth = transfers.slice(0, index).filter(({ message }) => {
      return keyOf({ tx: message['tx'] ?? null, reconsumeTimes: message['reconsumeTimes'] ?? null }) === key;
    }).length;
    return [{ order: textOf(tx), reconsumeTimes: Number(reconsumeTimes), nth }];
  });
}

export function messageArrives(play: Play, message: Message): Promise<Refusal | null> {
  return comesIn(play, message, play.stage.delivered);
}

export function messageIsLost(play: Play, message: Message): Promise<Refusal | null> {
  return comesIn(play, message, play.stage.lost);
}

async function comesIn(
  { stage, signal }: Play,
  message: Message,
  messages: readonly StoredMessage[],
): Promise<Refusal | null> {
  const key = stage.keyOf(textOf(message['tx']));
  const reconsumeTimes = Number(message['reconsumeTimes']);
  const has = (): boolean =>
    messages.some((one) => transactionIn(one) === key && one.reconsumeTimes === reconsumeTimes);
  if (await soon(has, ARRIVAL_MS, LOOK_MS, signal)) return null;
  return { kind: 'no-delivery', transaction: shortKey(key) };
}
