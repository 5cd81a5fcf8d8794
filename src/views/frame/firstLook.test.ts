import { afterEach, expect, it, vi } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { createSession, type SessionStart } from '../../player/session.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { readLink } from '../../scenario/link.ts';
import { arrangementFor } from '../diagram/diagramModel.ts';
import { sceneNow } from '../diagram/sceneNow.ts';
import { firstLook } from './firstLook.ts';

const PHONE = { width: 412, height: 823 };
const [named] = halfMessage.library.scenarios;

afterEach(() => vi.unstubAllGlobals());

it('[VW172] leaves nothing to compute for the first picture of a run on a phone', async () => {
  await loadAllTexts();
  vi.stubGlobal('document', { documentElement: { clientWidth: PHONE.width, clientHeight: PHONE.height } });
  const asked = {
    model: vi.fn<Protocol['model']>(halfMessage.model),
    sections: vi.fn<Protocol['sections']>(halfMessage.sections),
  };
  const protocol = { ...halfMessage, ...asked };
  const opening = vi.fn<() => SessionStart>(() => ({
    protocols: [protocol],
    scenario: readLink([protocol], `v2/half-message?do=${named?.run ?? ''}&at=0`).scenario,
  }));
  const start = (await firstLook(opening))();
  expect(opening).toHaveBeenCalledOnce();
  const counts = [asked.model.mock.calls.length, asked.sections.mock.calls.length];
  expect(Math.min(...counts)).toBeGreaterThan(0);
  const session = createSession(start).getState();
  const { nodes } = sceneNow(session, arrangementFor(PHONE, protocol.diagram(session.settings, session.zoom)));
  expect(nodes.length).toBeGreaterThan(2);
  expect([asked.model.mock.calls.length, asked.sections.mock.calls.length]).toEqual(counts);
});

it('[VW172] leaves what is thrown on the way to the net in which the run is opened', async () => {
  const opening = vi.fn<() => SessionStart>(() => {
    throw new Error('a machine');
  });
  const again = await firstLook(opening);
  expect(again).toThrow('a machine');
});
