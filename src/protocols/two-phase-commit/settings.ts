/** What a reader can switch. Defaults first (TP-40). */
import type { RoleId, Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';
import { choiceSetting, numberSetting } from '../shared/settings.ts';
import { PARTICIPANTS } from './vocabulary.ts';

const SEMANTICS = ['textbook', 'benchmark'] as const;
const LOGS = ['forced', 'none'] as const;

export type Semantics = (typeof SEMANTICS)[number];

export const settingSpecs = [
  { name: 'semantics', kind: 'choice', values: SEMANTICS },
  { name: 'participants', kind: 'number', initial: 2, min: 2, max: PARTICIPANTS.length },
  { name: 'coordinator-log', kind: 'choice', values: LOGS },
] as const satisfies readonly SettingSpec[];

export const semanticsOf = (settings: Settings): Semantics => choiceSetting(settings, 'semantics', SEMANTICS);
export const forcesLog = (settings: Settings): boolean => choiceSetting(settings, 'coordinator-log', LOGS) === 'forced';

/** The participants of this run, the order and the points database first. */
export function participantsOf(settings: Settings): readonly RoleId[] {
  return PARTICIPANTS.slice(0, numberSetting(settings, 'participants'));
}
