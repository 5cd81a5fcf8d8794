/** MQ transactional messages: RocketMQ's half messages, the nine steps and what is under them (rules: SPEC.md). */
import type { Protocol } from '../protocol.ts';
import { libraryLater } from '../shared/later.ts';
import { clean } from './clean.ts';
import { diagram } from './diagram.ts';
import { kinds } from './kinds.ts';
import { ledger } from './ledger.ts';
import { halfMessageModel } from './model.ts';
import { packetLook } from './packetLook.ts';
import { safeguards } from './safeguards.ts';
import { sections } from './sections.ts';
import { settingSpecs } from './settings.ts';
import { stageHits, stages } from './stages.ts';
import { words } from './words.ts';

export const halfMessage: Protocol = {
  id: 'half-message',
  settings: settingSpecs,
  model: halfMessageModel,
  stages,
  stageHits,
  ledger,
  diagram,
  sections,
  packetLook,
  words,
  kinds,
  cleanRun: clean.run,
  library: libraryLater(clean, () => import('./scenarios.ts')),
  safeguards,
};
