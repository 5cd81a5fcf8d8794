/** One connection to a broker or a name server: requests and their answers, and what the broker asks by itself. */
import { connect, type Socket } from 'node:net';
import { addressText, type Address } from './address.ts';
import { frameReader, writeFrame, FrameError, type Frame } from './frame.ts';
import { FLAG, type Ext } from './header.ts';

export interface Connection {
  /** Sends a request and waits for its answer; throws a LiveError when there is none in time. */
  readonly request: (code: number, ext?: Ext, options?: RequestOptions) => Promise<Frame>;
  /** Sends a request that is never answered, and waits until it is written. */
  readonly oneWay: (code: number, ext?: Ext, body?: Buffer) => Promise<void>;
  readonly close: () => void;
  readonly isOpen: () => boolean;
}

export interface RequestOptions {
  readonly body?: Buffer;
  readonly timeoutMs?: number;
}

export interface ConnectionOptions {
  readonly timeoutMs?: number;
  /** What the broker sends unasked: checks, changes of a consumer group. */
  readonly onRequest?: (frame: Frame) => void;
}

/** Why nothing came back: values that a sentence is made of. */
export type LiveProblem =
  | { readonly kind: 'unreachable'; readonly address: string; readonly code: string }
  | { readonly kind: 'closed'; readonly address: string }
  | { readonly kind: 'silent'; readonly address: string; readonly request: number; readonly timeoutMs: number }
  | { readonly kind: 'malformed'; readonly address: string; readonly what: string }
  /** What was to start a broker did not, and says this. */
  | { readonly kind: 'never-up'; readonly what: string }
  /** A person ended it while the broker was starting. */
  | { readonly kind: 'ended-early' }
  /** A recorder stops where it would be a burden. */
  | { readonly kind: 'busy'; readonly request: number; readonly tookMs: number }
  | { readonly kind: 'too-many'; readonly count: number; readonly max: number }
  | { readonly kind: 'nothing'; readonly topic: string }
  /** A name server tells of a broker that is not on this machine. */
  | { readonly kind: 'elsewhere'; readonly address: string }
  | { readonly kind: 'refused'; readonly request: number; readonly code: number; readonly remark: string };

export class LiveError extends Error {
  override readonly name = 'LiveError';
  readonly problem: LiveProblem;
  constructor(problem: LiveProblem) {
    super(Object.values(problem).join(' '));
    this.problem = problem;
  }
}

/** Known to every broker; one of its own would be 4.9.8's (facts: unknown languages are accepted, a number is not). */
const LANGUAGE = 'OTHER';
/** That of 4.9.8: what brokers switch by it (standard JSON, maxReconsumeTimes) is on from here. */
const CLIENT_VERSION = 409;
const REQUEST_TIMEOUT_MS = 5_000;

interface Waiting {
  readonly settle: (frame: Frame) => void;
  readonly fail: (problem: LiveProblem) => void;
}

export async function openConnection(address: Address, options: ConnectionOptions = {}): Promise<Connection> {
  const { timeoutMs = REQUEST_TIMEOUT_MS } = options;
  const at = addressText(address);
  const socket = await connected(address, timeoutMs);
  const waiting = new Map<number, Waiting>();
  let opaque = 0;
  let isOpen = true;
  const failAll = (problem: LiveProblem): void => {
    isOpen = false;
    for (const one of waiting.values()) one.fail(problem);
    waiting.clear();
    socket.destroy();
  };
  const read = frameReader();
  socket.on('data', (chunk) => {
    try {
      for (const frame of read(chunk)) {
        // the broker counts its own requests, and its numbers collide with ours: first the flag
        if ((frame.flag & FLAG.answer) === 0) options.onRequest?.(frame);
        else waiting.get(frame.opaque)?.settle(frame);
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      failAll({ kind: 'malformed', address: at, what: error.message });
    }
  });
  socket.on('error', () => failAll({ kind: 'closed', address: at }));
  socket.on('close', () => failAll({ kind: 'closed', address: at }));
  const write = async (code: number, ext: Ext, body: Buffer, flag: number): Promise<number> => {
    if (!isOpen) throw new LiveError({ kind: 'closed', address: at });
    opaque += 1;
    const own = opaque;
    socket.write(
      writeFrame({ code, language: LANGUAGE, version: CLIENT_VERSION, opaque: own, flag, remark: null, ext, body }),
    );
    return own;
  };
  return {
    isOpen: () => isOpen,
    close: () => failAll({ kind: 'closed', address: at }),
    request: async (code, ext = {}, { body = NOTHING, timeoutMs: patience = timeoutMs } = {}) => {
      const own = await write(code, ext, body, FLAG.request);
      return answerTo(waiting, own, { kind: 'silent', address: at, request: code, timeoutMs: patience });
    },
    oneWay: async (code, ext = {}, body = NOTHING) => void (await write(code, ext, body, FLAG.oneWay)),
  };
}

const NOTHING = Buffer.alloc(0);

function answerTo(
  waiting: Map<number, Waiting>,
  opaque: number,
  silence: LiveProblem & { readonly kind: 'silent' },
): Promise<Frame> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      waiting.delete(opaque);
    };
    const fail = (problem: LiveProblem): void => {
      end();
      reject(new LiveError(problem));
    };
    const settle = (frame: Frame): void => {
      end();
      resolve(frame);
    };
    const timer = setTimeout(() => fail(silence), silence.timeoutMs);
    waiting.set(opaque, { settle, fail });
  });
}

function connected(address: Address, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...address, noDelay: true });
    const fail = (code: string): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(new LiveError({ kind: 'unreachable', address: addressText(address), code }));
    };
    const timer = setTimeout(() => fail('ETIMEDOUT'), timeoutMs);
    const onError = (error: NodeJS.ErrnoException): void => fail(error.code ?? error.message);
    socket.once('error', onError);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', onError);
      resolve(socket);
    });
  });
}
