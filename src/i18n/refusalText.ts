import type { Refusal } from '../engine/enabled.ts';
import { namesOf } from './names.ts';
import { hasProtocolText, pageText, protocolText, type Lang } from './text.ts';
import { sentence } from './variants.ts';

/** Why a step is not possible, in one sentence. A guard's sentence may use the values that the guard looked at. */
export function refusalText(lang: Lang, protocol: string, refusal: Refusal): string {
  return sentence(plainText(lang, protocol, refusal));
}

function plainText(lang: Lang, protocol: string, refusal: Refusal): string {
  const names = namesOf(lang, protocol);
  const { role, process } = names.inline;
  switch (refusal.code) {
    case 'unknown-role':
      return pageText(lang, 'refusal-unknown-role', { role: refusal.role });
    case 'unknown-process':
      return pageText(lang, 'refusal-unknown-process', { process: refusal.process });
    case 'no-such-channel':
      return pageText(lang, 'refusal-no-such-channel', { from: refusal.from, to: refusal.to });
    case 'not-in-flight':
      return pageText(lang, 'refusal-not-in-flight', { message: names.message(refusal.message) });
    case 'not-its-turn':
      return pageText(lang, 'refusal-not-its-turn', { message: names.message(refusal.message) });
    case 'never-leaves':
      return pageText(lang, 'refusal-never-leaves', { message: names.message(refusal.message) });
    case 'not-armed':
      return pageText(lang, 'refusal-not-armed', { role: role(refusal.role), delay: names.delay(refusal.delay) });
    case 'process-crashed':
      return pageText(lang, 'refusal-process-crashed', { process: process(refusal.process) });
    case 'process-running':
      return pageText(lang, 'refusal-process-running', { process: process(refusal.process) });
    case 'never-crashes-so':
      return pageText(lang, 'refusal-never-crashes-so', { process: process(refusal.process) });
    case 'not-expected':
      return pageText(lang, 'refusal-not-expected', { role: role(refusal.role) });
    case 'guard': {
      const key = `guard-${refusal.guard}`;
      if (!hasProtocolText(lang, protocol, key))
        return pageText(lang, 'refusal-not-expected', { role: role(refusal.role) });
      return protocolText(lang, protocol, { key, values: flatValues(refusal.context) });
    }
  }
}

function flatValues(context: { readonly [key: string]: unknown }): { [name: string]: string | number } {
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  );
}
