import { afterEach, describe, expect, it } from 'vitest';
import { openConnection, type Connection, type ConnectionOptions } from './connection.ts';
import { binaryFrame, fakeBroker, type FakeBroker } from './fakeBroker.testing.ts';
import { writeFrame, type Frame } from './frame.ts';

let closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function opened(broker: Promise<FakeBroker>, options?: ConnectionOptions): Promise<[FakeBroker, Connection]> {
  const fake = await broker;
  const connection = await openConnection(fake.address, options);
  closing.push(fake.close, connection.close);
  return [fake, connection];
}

const byteByByte = (frame: Frame) => [...binaryFrame(frame)].map((byte) => Buffer.from([byte]));
const CHECK = { code: 39, language: 'JAVA', version: 479, opaque: 1, flag: 2, remark: null, ext: { msgId: 'T' } };

describe('connection', () => {
  it('[LV10] sends what a client of the remoting protocol sends, and gives the answer in whatever pieces it comes', async () => {
    const [fake, connection] = await opened(fakeBroker(() => ({ code: 17, remark: 'no such topic' }), byteByByte));
    expect(await connection.request(105, { topic: 'Orders' })).toMatchObject({ code: 17, remark: 'no such topic' });
    expect(fake.asked).toMatchObject([
      { code: 105, language: 'OTHER', version: 409, flag: 0, ext: { topic: 'Orders' } },
    ]);
  });

  it('[LV11] ties answers to requests in whatever order they come', async () => {
    const held: Frame[] = [];
    const [fake, connection] = await opened(
      fakeBroker((frame) => {
        held.push(frame);
        return null;
      }),
    );
    const answers = Promise.all([1, 2, 3].map((code) => connection.request(code)));
    await expect.poll(() => held.length).toBe(3);
    const answer = ({ code, opaque }: Frame) =>
      writeFrame({ ...CHECK, flag: 1, opaque, ext: { was: String(code) }, body: Buffer.alloc(0) });
    fake.say(Buffer.concat(held.toReversed().map(answer)));
    expect((await answers).map(({ ext }) => ext['was'])).toEqual(['1', '2', '3']);
  });

  it("[LV12] never takes the broker's own request for an answer, even with the same number", async () => {
    const asked: Frame[] = [];
    const [fake, connection] = await opened(
      fakeBroker(() => null),
      { onRequest: (frame) => void asked.push(frame), timeoutMs: 300 },
    );
    const answer = connection.request(28);
    fake.say(writeFrame({ ...CHECK, body: Buffer.alloc(0) }));
    await expect(answer).rejects.toMatchObject({ problem: { kind: 'silent', request: 28, timeoutMs: 300 } });
    expect(asked).toMatchObject([{ code: 39, ext: { msgId: 'T' } }]);
  });

  it('[LV13] ends every wait when the connection closes, and says so afterwards', async () => {
    const [fake, connection] = await opened(fakeBroker(() => null));
    const answers = [connection.request(1), connection.request(2)];
    await expect.poll(() => fake.asked.length).toBe(2);
    fake.hangUp();
    for (const answer of answers) await expect(answer).rejects.toMatchObject({ problem: { kind: 'closed' } });
    await expect(connection.request(3)).rejects.toMatchObject({ problem: { kind: 'closed' } });
    expect(connection.isOpen()).toBe(false);
  });

  it('[LV13] gives up a broker that speaks something else', async () => {
    const [, connection] = await opened(fakeBroker(() => Buffer.from('HTTP/1.1 400 Bad Request\r\n')));
    await expect(connection.request(28)).rejects.toMatchObject({ problem: { kind: 'malformed' } });
  });

  it('[LV14] says at once that nobody listens', async () => {
    const { address, close } = await fakeBroker(() => null);
    await close();
    await expect(openConnection(address)).rejects.toMatchObject({
      problem: { kind: 'unreachable', code: 'ECONNREFUSED' },
    });
  });
});
