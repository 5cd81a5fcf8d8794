import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rawLog } from './fixtures/known.testing.ts';
import { createJudging, type Judge } from './judge.ts';
import { judgementsOf, type Failure, type Judgement } from './judgement.ts';

/** A worker that answers, stays silent or breaks, by what it is asked. */
class FakeWorker implements Judge {
  readonly asked: unknown[] = [];
  isTerminated = false;
  private readonly target = new EventTarget();

  readonly addEventListener: Judge['addEventListener'] = (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
  ) => this.target.addEventListener(type, listener);

  postMessage(asked: unknown): void {
    this.asked.push(asked);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answers(data: unknown): void {
    this.target.dispatchEvent(new MessageEvent('message', { data }));
  }

  breaks(): void {
    this.target.dispatchEvent(new Event('error'));
  }
}

const failed = (failure: Failure): readonly Judgement[] => [{ kind: 'failed', failure }];
const thrown = (message: string): readonly Judgement[] => failed({ kind: 'thrown', message });
const done = (message: string) => ({ kind: 'done', judgements: thrown(message) });
const text = (content: string) => ({ kind: 'text', text: content }) as const;

describe('asking the worker', () => {
  it('[R60] goes one at a time, and what a reader waits for comes before the rest', async () => {
    const worker = new FakeWorker();
    const ask = createJudging(() => worker);
    const first = ask(text('a'));
    const second = ask(text('b'));
    const urgent = ask(text('c'), { isUrgent: true });
    worker.answers(done('a'));
    worker.answers(done('c'));
    worker.answers(done('b'));
    expect(await Promise.all([first, second, urgent])).toEqual([thrown('a'), thrown('b'), thrown('c')]);
    expect(worker.asked).toEqual([text('a'), text('c'), text('b')]);
  });

  it('[R61] leaves a worker that breaks or says nothing, and asks the next question of a new one', async () => {
    const workers: FakeWorker[] = [];
    const ask = createJudging(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    }, 1);
    const broken = ask(text('a'));
    const silent = ask(text('b'));
    workers[0]?.breaks();
    expect(await broken).toEqual(failed({ kind: 'no-worker' }));
    expect(await silent).toEqual(failed({ kind: 'too-slow', seconds: 0.001 }));
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    const odd = ask(text('c'));
    workers[2]?.answers('hello');
    expect(await odd).toEqual(failed({ kind: 'no-judgement' }));
  });

  it('[R62] says so where no worker may start', async () => {
    const ask = createJudging(() => {
      throw new Error('forbidden');
    });
    expect(await ask(text('a'))).toEqual(thrown('Error: forbidden'));
  });
});

describe('an impatient reader', () => {
  it('[R64] is told how far it is, and can cancel what has begun and what has not', async () => {
    const workers: FakeWorker[] = [];
    const ask = createJudging(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    });
    const cancelled = new AbortController();
    const far: unknown[] = [];
    const begun = ask(text('a'), { signal: cancelled.signal, onProgress: (progress) => far.push(progress) });
    const waiting = ask(text('b'), { signal: cancelled.signal });
    workers[0]?.answers({ kind: 'progress', progress: { reached: 3, count: 18 } });
    cancelled.abort();
    expect(far).toEqual([{ reached: 3, count: 18 }]);
    expect(await Promise.all([begun, waiting])).toEqual(Array(2).fill(failed({ kind: 'cancelled' })));
    expect(workers[0]?.isTerminated).toBe(true);
  });
});

describe('a judgement', () => {
  it('[R63] names what is wrong with a text, and admits a shipped recording', async () => {
    expect(await judgementsOf(text('hello'))).toEqual([
      { kind: 'unreadable', problem: { kind: 'neither-log-nor-json' } },
    ]);
    expect(await judgementsOf({ kind: 'shipped', id: '4.9.8-commit' })).toMatchObject([
      { kind: 'judged', answer: { verdict: 'admitted' } },
    ]);
    expect(await judgementsOf({ kind: 'shipped', id: '../x' })).toEqual(failed({ kind: 'not-shipped', id: '../x' }));
  });

  it('[R65] is the same for a file in UTF-16 or compressed by gzip, and stops at what is too large', async () => {
    const log = rawLog('4.9.8-commit');
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(log, 'utf16le')]);
    for (const bytes of [Buffer.from(log), utf16, gzipSync(log), gzipSync(utf16)]) {
      const judged = await judgementsOf({ kind: 'file', file: new Blob([Uint8Array.from(bytes)]) });
      expect(judged).toMatchObject([{ kind: 'judged', source: 'event-log', answer: { verdict: 'admitted' } }]);
    }
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const large = await judgementsOf({ kind: 'file', file: new Blob([Uint8Array.from(bomb)]) });
    expect(large).toMatchObject([{ kind: 'unreadable', problem: { kind: 'too-large' } }]);
    const broken = await judgementsOf({
      kind: 'file',
      file: new Blob([Uint8Array.from(gzipSync(log).subarray(0, 99))]),
    });
    expect(broken).toMatchObject([{ kind: 'failed', failure: { kind: 'unreadable' } }]);
  });
});
