import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { addressText } from '../live/address.ts';
import { fakeBroker, type FakeBroker } from '../live/fakeBroker.testing.ts';
import { smallBroker } from '../live/smallBroker.testing.ts';
import { driveCommand } from './liveDrive.ts';

beforeAll(loadAllTexts);
let broker: FakeBroker | null = null;
afterEach(async () => {
  await broker?.close();
  broker = null;
});

async function complaintOf(fake: Promise<FakeBroker>, ...more: readonly string[]): Promise<string | null> {
  broker = await fake;
  const args = ['v1/half-message?do=order.half', '--broker', addressText(broker.address), '--send', ...more];
  const { status, complaint } = await driveCommand(args, new AbortController().signal);
  expect(status).toBe(2);
  return complaint;
}

describe('live drive says in one sentence', () => {
  it('[C65] that a broker does not answer', async () => {
    const silent = fakeBroker(() => null);
    expect(await complaintOf(silent)).toMatch(/^127\.0\.0\.1:\d+ did not answer request 28 within 5,000 ms\.$/);
  });

  it('[C66] that a broker wants access control, or TLS', async () => {
    const remark = 'org.apache.rocketmq.acl.common.AclException: No accessKey is configured';
    expect(await complaintOf(fakeBroker(() => ({ code: 1, remark })))).toMatch(
      /^The broker wants access control \(ACL\)/,
    );
    await broker?.close();
    const hangingUp = fakeBroker(() => {
      broker?.hangUp();
      return null;
    });
    expect(await complaintOf(hangingUp)).toMatch(/closed the connection; it may want TLS\.$/);
  });

  it('[C77] that a command brought up no broker, and what it said', async () => {
    const args = ['v1/half-message?do=order.half', '--broker', '127.0.0.1:9', '--broker-command', 'echo no such class'];
    const { status, complaint } = await driveCommand(args, new AbortController().signal);
    expect([status, complaint]).toEqual([
      2,
      'The command of --broker-command did not bring up a broker. It says: no such class',
    ]);
  });

  it('[C77] that it was interrupted while the broker was starting', async () => {
    const args = ['v1/half-message?do=order.half', '--broker', '127.0.0.1:9', '--broker-command', 'sleep 60'];
    const { status, complaint } = await driveCommand(args, AbortSignal.timeout(300));
    expect([status, complaint]).toEqual([
      2,
      'Interrupted before the broker was up: it was ended, and nothing was recorded.',
    ]);
  });

  it.skipIf(!existsSync('/dev/full'))('[C67] that the disk is full', async () => {
    expect(await complaintOf(smallBroker(), '--record', '/dev/full')).toMatch(
      /\/dev\/full cannot be written \(ENOSPC\)/,
    );
  });
});
