import { describe, expect, it } from 'vitest';
import { createJudging, type Judge } from './judge.ts';
import { judgementOf, type Failure, type Judgement } from './judgement.ts';

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

const failed = (failure: Failure): Judgement => ({ kind: 'failed', failure });
const thrown = (message: string): Judgement => failed({ kind: 'thrown', message });
const text = (content: string) => ({ kind: 'text', text: content }) as const;

describe('asking the worker', () => {
  it('[R60] goes one at a time, and what a reader waits for comes before the rest', async () => {
    const worker = new FakeWorker();
    const ask = createJudging(() => worker);
    const first = ask(text('a'));
    const second = ask(text('b'));
    const urgent = ask(text('c'), { isUrgent: true });
    worker.answers(thrown('a'));
    worker.answers(thrown('c'));
    worker.answers(thrown('b'));
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

describe('a judgement', () => {
  it('[R63] names what is wrong with a text, and admits a shipped recording', async () => {
    expect(await judgementOf(text('hello'))).toEqual({
      kind: 'unreadable',
      problem: { kind: 'neither-log-nor-json' },
    });
    expect(await judgementOf({ kind: 'shipped', id: '4.9.8-commit' })).toMatchObject({
      kind: 'judged',
      answer: { verdict: 'admitted' },
    });
    expect(await judgementOf({ kind: 'shipped', id: '../x' })).toEqual(failed({ kind: 'not-shipped', id: '../x' }));
  });
});
