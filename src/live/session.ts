/** A driven run from the first connection to the judged recording. */
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { groupOf, instancesOf } from '../protocols/half-message/instances.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { hasTwoGroups } from '../protocols/half-message/settings.ts';
import { admit } from '../recordings/admit.ts';
import type { Answer } from '../recordings/answer.ts';
import { OBSERVATION_KINDS, type Recording } from '../recordings/observation.ts';
import { completeSettings } from '../scenario/settings.ts';
import type { Address } from './address.ts';
import { brokerProcess, type BrokerProcess } from './brokerProcess.ts';
import { isBefore51, recordingSettings, releaseIn, type BrokerFacts } from './brokerSettings.ts';
import { LiveError, openConnection } from './connection.ts';
import { losingIn } from './enactDeliveries.ts';
import { drive, type Driven } from './drive.ts';
import { followLog, followQueues } from './follower.ts';
import { BODY_BYTES_FAILING } from './forcing.ts';
import { topicsOf } from './names.ts';
import { brokerConfig, createTopic, runtimeInfo, setBrokerConfig } from './administration.ts';
import { stageOf } from './stage.ts';
import { soon } from './waiting.ts';

export interface Session {
  readonly name: string;
  readonly settings: Settings;
  readonly steps: readonly Step[];
  /** Where the broker is, asked anew after every start. */
  readonly locate: () => Promise<Address>;
  /** Starts the broker, and may be killed; null for a broker of somebody else. */
  readonly brokerCommand: string | null;
  readonly topic: string;
  readonly queues: number;
  readonly signal: AbortSignal;
}

export interface Result {
  readonly recording: Recording;
  readonly answer: Answer;
  readonly driven: Driven;
  readonly facts: BrokerFacts;
}

const PRODUCER_GROUP = 'pg';
/** Of an instance that is a group by itself (HM-C35). */
const OTHER_GROUP = 'pg-other';
const CONSUMER_GROUP = 'cg';
/** DefaultMQProducer.retryTimesWhenSendFailed. */
const SEND_RETRIES = 2;
/** CHECK_IMMUNITY_TIME_IN_SECONDS where the setting `immunity` is long. */
const IMMUNITY_MS = 600_000;
const TOPIC_READY_MS = 5_000;
/** Mishaps for which a body has to be longer than a limit. */
const FAILING_PUTS: readonly string[] = ['failNextPut', 'failNextDiscard'];

export async function runSession(session: Session): Promise<Result> {
  const { brokerCommand: command, locate, signal } = session;
  const process = command === null ? null : brokerProcess({ command, locate, signal });
  try {
    const address = (await process?.start()) ?? (await locate());
    return await onBroker(session, process, address);
  } finally {
    await process?.kill();
  }
}

async function onBroker(session: Session, process: BrokerProcess | null, address: Address): Promise<Result> {
  const { name, steps, queues, topic, signal } = session;
  const { facts, follower } = await preparing(session, process, address);
  const settings = completeSettings(halfMessage, {
    ...session.settings,
    version: isBefore51(facts.release) ? '4.9' : '5.x',
    'check-max': facts.config.get('transactionCheckMax') ?? '15',
  });
  const recorded = recordingSettings(facts, {
    topic,
    producerGroup: PRODUCER_GROUP,
    ...(hasTwoGroups(settings) ? { producerGroups: groupNames(settings) } : {}),
    consumerGroup: CONSUMER_GROUP,
    sendRetries: settings['send-retry'] === 'on' ? SEND_RETRIES : 0,
    reconsumeMax: Number(settings['reconsume-max']),
    checkImmunityMs: settings['immunity'] === 'long' ? IMMUNITY_MS : undefined,
  });
  const failsPut = steps.some((step) => step.kind === 'choose' && FAILING_PUTS.includes(step.message.type));
  const stage = stageOf({
    settings: recorded,
    address,
    release: facts.release,
    process,
    config: facts.config,
    roles: instancesOf(settings),
    follower,
    queues,
    startMs: Date.now(),
    bodyBytes: failsPut ? BODY_BYTES_FAILING : 0,
    losing: losingIn(steps),
  });
  try {
    const driven = await drive({ settings, steps, stage, signal });
    const recording: Recording = {
      'halfway-observations': 1,
      name,
      broker: `RocketMQ ${facts.release}`,
      settings: recorded,
      // a person ended it: what it would have shown is not absent, and the verdict says so
      ...(driven.refusal?.kind === 'interrupted' ? { recorded: { kinds: [...OBSERVATION_KINDS] } } : {}),
      observations: [...driven.observations],
    };
    return { recording, answer: admit(recording), driven, facts };
  } finally {
    stage.close();
  }
}

/** By the place of each instance. */
function groupNames(settings: Settings): { readonly [role: string]: string } {
  const nameOf = (group: string): string => (group === 'producer' ? PRODUCER_GROUP : OTHER_GROUP);
  return Object.fromEntries(instancesOf(settings).map((role) => [role, nameOf(groupOf(settings, role))]));
}

/**
 * A pass discards what it has just copied for the last time, or leaves it to the next one (HM-48). Where that put is to fail
 * it must not be this pass, so the maximum holds from the mishap on.
 */
function holdsMaximum(steps: readonly Step[]): boolean {
  return steps.some((step) => step.kind === 'choose' && step.message.type === 'failNextDiscard');
}

async function preparing({ settings, steps, topic, queues }: Session, process: BrokerProcess | null, address: Address) {
  const connection = await openConnection(address);
  try {
    const info = await runtimeInfo(connection);
    const checkMax = settings['check-max'];
    const isTold = process !== null && checkMax !== undefined;
    const isHeld = isTold && holdsMaximum(steps);
    if (isTold && !isHeld) await setBrokerConfig(connection, { transactionCheckMax: checkMax });
    const read = await brokerConfig(connection);
    const config = isHeld ? new Map([...read, ['transactionCheckMax', checkMax] as const]) : read;
    if (process !== null) {
      // a broker that has just come up may still be registering
      const created = await soon(() => tried(() => createTopic(connection, topic, queues)), TOPIC_READY_MS, 200);
      if (!created)
        throw new LiveError({ kind: 'malformed', address: '', what: `expected to create the topic ${topic}` });
    }
    const places = topicsOf(recordedTopics(topic)).map((name) => ({ topic: name, queue: 0 }));
    const follower =
      process === null
        ? await followQueues(connection, places)
        : followLog(Number(info.get('commitLogMaxOffset') ?? 0));
    return { facts: { release: releaseIn(info), config }, follower };
  } finally {
    connection.close();
  }
}

function recordedTopics(topic: string) {
  return {
    version: '5.x',
    transactionCheckMax: 15,
    sendRetries: 0,
    reconsumeMax: 16,
    topic,
    consumerGroup: CONSUMER_GROUP,
  } as const;
}

async function tried(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof LiveError && error.problem.kind === 'refused') return false;
    throw error;
  }
}
