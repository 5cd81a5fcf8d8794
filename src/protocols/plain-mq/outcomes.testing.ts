/** The worlds at rest of one order under a budget of faults, as the fault tables write them (SPEC.md). */
import { createEngine, type Engine } from '../../engine/engine.ts';
import { explore, type Exploration } from '../../engine/explore.testing.ts';
import type { Settings } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { Step } from '../../engine/step.ts';
import { inFlight, type World } from '../../engine/world.ts';
import { acksFirst } from '../shared/settings.ts';
import { plainMqModel } from './model.ts';
import { read } from './read.ts';

export type Fault =
  | 'producerCrash'
  | 'databaseFailure'
  | 'publishFails'
  | 'brokerLoses'
  | 'confirmLost'
  | 'consumerCrash'
  | 'databaseDown';

export type Budget = { readonly [fault in Fault]?: number };

const engines = new Map<string, Engine>();

/** The engine at these settings, the same one each time. */
export function engineOf(settings: Settings): Engine {
  const key = JSON.stringify(settings);
  const engine = engines.get(key) ?? createEngine(plainMqModel(settings));
  engines.set(key, engine);
  return engine;
}

export function outcomesOf(settings: Settings, budget: Budget = {}) {
  const { settled, worlds } = explore({
    engine: engineOf(settings),
    kindOf: (world, step) => kindOf(world, step, settings),
    budget: { ...budget },
    counts: copies,
  });
  return { outcomes: [...new Set(settled.map(({ world, count }) => written(world, count)))].sort(), worlds };
}

/** Copies that the broker accepted, or was believed to have accepted. */
function copies(record: RunRecord): number {
  return record.kind === 'noted' && (record.what === 'message-stored' || record.what === 'confirmed-not-kept') ? 1 : 0;
}

function written(world: World, count: number): string {
  const { orders, consumer } = read(world);
  return `${orders['o1'] === 'committed' ? '✓' : '✗'} ${count}/${consumer.points['o1']?.added ?? 0}`;
}

type Kind = ReturnType<Exploration['kindOf']>;

function kindOf(world: World, step: Step, settings: Settings): Kind {
  switch (step.kind) {
    case 'deliver': // it waits until its receiver is back: a loss is a fault of its own
      return world.roles[step.to]?.value === 'crashed' ? 'never' : 'free';
    case 'restart':
      return 'free';
    case 'duplicate':
      return 'never';
    case 'fire': // early only if the answer can no longer come; the window is longer than all retries
      if (step.delay === 'dedupWindow') return 'never';
      return step.delay === 'publishTimeout' && isAnswerComing(world) ? 'never' : 'free';
    case 'choose':
      return chooseKind(world, step);
    case 'crash':
      return crashKind(world, step.process, settings);
    case 'drop':
      return dropKind(step.message.type);
  }
}

function isAnswerComing(world: World): boolean {
  return [...inFlight(world, 'order-service', 'broker'), ...inFlight(world, 'broker', 'order-service')].length > 0;
}

function chooseKind(world: World, { message }: Extract<Step, { kind: 'choose' }>): Kind {
  switch (message.type) {
    case 'placeOrder':
      return Object.keys(read(world).orders).length === 0 ? 'free' : 'never';
    case 'finish':
      return message['outcome'] === 'commit' ? 'free' : { fault: 'databaseFailure' };
    case 'loseNext':
      return { fault: 'brokerLoses' };
    case 'setDatabase':
      return message['isDown'] === true ? { fault: 'databaseDown' } : 'free';
    default:
      return 'never';
  }
}

/** An automatic acknowledgement is the broker's own: nothing comes before it. */
function crashKind(world: World, process: string, settings: Settings): Kind {
  const isAcking = acksFirst(settings) && inFlight(world, 'consumer', 'topic').length > 0;
  if (process === 'order') return { fault: 'producerCrash' };
  return process === 'points' && !isAcking ? { fault: 'consumerCrash' } : 'never';
}

function dropKind(type: string): Kind {
  if (type === 'publish') return { fault: 'publishFails' };
  return type === 'confirm' ? { fault: 'confirmLost' } : 'never';
}
