/** A broker's version and timers, as the settings of a recording. */
import { delayLevelsMs } from '../protocols/shared/delivery.ts';
import type { RecordingSettings } from '../recordings/observation.ts';

export interface BrokerFacts {
  /** As it calls itself: `5.5.0`. */
  readonly release: string;
  readonly config: ReadonlyMap<string, string>;
}

/** `V5_5_0`, as brokerVersionDesc has it. */
export function releaseIn(info: ReadonlyMap<string, string>): string {
  const [, release = ''] = /^V(\d+_\d+_\d+)/.exec(info.get('brokerVersionDesc') ?? '') ?? [];
  return release.replaceAll('_', '.');
}

export function isBefore51(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return major < 5 || (major === 5 && minor < 1);
}

/** From 5.1 to 5.3 a batch of ops may find that it comes too early (HM-60). */
export function mayOpSlip(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return !isBefore51(release) && major === 5 && minor < 4;
}

/** Level of the first redelivery (HM-53). */
const FIRST_RETRY_LEVEL = 3;
const DELAYS_MAX = 16;

export function recordingSettings(
  { release, config }: BrokerFacts,
  run: Pick<
    RecordingSettings,
    'topic' | 'producerGroup' | 'producerGroups' | 'consumerGroup' | 'sendRetries' | 'reconsumeMax'
  > & {
    readonly checkImmunityMs?: number | undefined;
  },
): RecordingSettings {
  const { checkImmunityMs, ...rest } = run;
  const isOld = isBefore51(release);
  const number = (name: string): number | undefined => {
    const value = Number(config.get(name));
    return config.has(name) && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  };
  const timers = {
    transactionTimeOutMs: number('transactionTimeOut'),
    transactionCheckIntervalMs: number('transactionCheckInterval'),
    transactionOpBatchIntervalMs: isOld ? undefined : number('transactionOpBatchInterval'),
    checkImmunityMs,
  };
  return {
    version: isOld ? '4.9' : '5.x',
    ...Object.fromEntries(Object.entries(timers).filter(([, value]) => value !== undefined)),
    transactionCheckMax: number('transactionCheckMax') ?? 15,
    retryDelaysMs: retryDelays(config.get('messageDelayLevel')),
    ...rest,
  };
}

/** `1s 5s 10s …` from the level of the first redelivery on. */
function retryDelays(text: string | undefined): number[] {
  const levels = text?.split(' ').map(durationMs) ?? [];
  const known = levels.length > 0 && levels.every(Number.isFinite) ? levels : delayLevelsMs;
  return known.slice(FIRST_RETRY_LEVEL - 1, FIRST_RETRY_LEVEL - 1 + DELAYS_MAX);
}

function durationMs(text: string): number {
  const { count, unit = '' } = /^(?<count>\d+)(?<unit>[smhd])$/.exec(text)?.groups ?? {};
  return Number(count) * (UNIT_MS[unit] ?? Number.NaN);
}

const UNIT_MS: { readonly [unit: string]: number } = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
