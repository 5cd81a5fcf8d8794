/** Mishaps of a broker that its settings bring about, for as long as one request takes. */
import type { Play } from './play.ts';
import type { Refusal } from './refusal.ts';
import { setBrokerConfig } from './administration.ts';
import type { EndState } from './requests.ts';
import type { Properties } from './stored.ts';

/** Below the body of a run whose put is to fail, above that of an op message. */
const MESSAGE_MAX_FAILING = 200;
export const BODY_BYTES_FAILING = 300;

/** Below every body, that of an op included. */
const MESSAGE_MAX_NONE = 1;

interface Forced {
  readonly on: Properties;
  readonly off: Properties;
  /** A setting that only a start can change. */
  readonly needs?: readonly [name: string, value: string];
}

function forced(config: ReadonlyMap<string, string>, status: string): Forced | null {
  const was = (names: readonly string[]): Properties =>
    Object.fromEntries(names.flatMap((name) => (config.has(name) ? [[name, config.get(name) ?? '']] : [])));
  switch (status) {
    case 'FLUSH_DISK_TIMEOUT':
      return {
        on: { syncFlushTimeout: '0' },
        off: was(['syncFlushTimeout']),
        needs: ['flushDiskType', 'SYNC_FLUSH'],
      };
    case 'FLUSH_SLAVE_TIMEOUT': {
      const on = { brokerRole: 'SYNC_MASTER', inSyncReplicas: '2', slaveTimeout: '300' };
      return { on, off: was(Object.keys(on)), needs: ['inSyncReplicas', config.get('inSyncReplicas') ?? '1'] };
    }
    case 'SLAVE_NOT_AVAILABLE':
      return { on: { brokerRole: 'SYNC_MASTER' }, off: was(['brokerRole']) };
    default:
      return null;
  }
}

/** Why a status cannot be forced on this broker; null when it can. */
export function statusRefusal({ stage }: Play, status: string): Refusal | null {
  if (stage.process === null) return { kind: 'not-started-here' };
  const needs = forced(stage.config, status)?.needs;
  if (needs === undefined) return null;
  const [name, value] = needs;
  if (stage.config.get(name) === value) return null;
  return { kind: 'needs-setting', status, name, value };
}

/** Sends with the status that was asked for, if any was. */
export async function forcedStatus<Answer>(play: Play, send: () => Promise<Answer>): Promise<Answer> {
  const { stage, nextStatus } = play;
  const settings = nextStatus === null ? null : forced(stage.config, nextStatus);
  if (settings === null) return send();
  play.nextStatus = null;
  const administrator = await stage.administrator();
  await setBrokerConfig(administrator, settings.on);
  try {
    return await send();
  } finally {
    await setBrokerConfig(administrator, settings.off);
  }
}

/** A COMMIT whose put is to fail finds a limit below its body. */
export async function withFailingPut<Answer>(play: Play, state: EndState, end: () => Promise<Answer>): Promise<Answer> {
  if (!play.putFails || state !== 'COMMIT') return end();
  play.putFails = false;
  const { stage } = play;
  const administrator = await stage.administrator();
  await setBrokerConfig(administrator, { maxMessageSize: String(MESSAGE_MAX_FAILING) });
  try {
    return await end();
  } finally {
    await setBrokerConfig(administrator, { maxMessageSize: stage.config.get('maxMessageSize') ?? '4194304' });
  }
}

/** From now on no message of an order is stored, until `endLimit` of the run is called; the maximum of checks holds. */
export function limitDiscards(play: Play): Promise<Refusal | null> {
  const transactionCheckMax = String(play.stage.settings.transactionCheckMax);
  return limited(play, { transactionCheckMax, maxMessageSize: String(MESSAGE_MAX_FAILING) });
}

/** From now on no message is stored, not even an op. */
export function limitMessages(play: Play): Promise<Refusal | null> {
  return limited(play, { maxMessageSize: String(MESSAGE_MAX_NONE) });
}

async function limited(play: Play, settings: Properties): Promise<Refusal | null> {
  const { stage } = play;
  if (stage.process === null) return { kind: 'not-started-here' };
  await setBrokerConfig(await stage.administrator(), settings);
  play.endLimit = async () => {
    play.endLimit = null;
    const maxMessageSize = stage.config.get('maxMessageSize') ?? '4194304';
    await setBrokerConfig(await stage.administrator(), { maxMessageSize });
  };
  return null;
}
