/** A broker that a command starts: in a process group of its own, so that signals reach it and nobody else. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Address } from './address.ts';
import { LiveError, openConnection, type Connection } from './connection.ts';
import { runtimeInfo } from './administration.ts';
import { soon } from './waiting.ts';

export interface BrokerProcess {
  /** Starts it and waits until it answers; gives its address. */
  readonly start: () => Promise<Address>;
  /** SIGKILL: what was written to the operating system stays. */
  readonly kill: () => Promise<void>;
  /** SIGTERM: a clean shutdown, waited for. */
  readonly stop: () => Promise<void>;
  /** SIGSTOP and SIGCONT: it hangs, and goes on. */
  readonly hang: () => void;
  readonly goOn: () => void;
  readonly isRunning: () => boolean;
}

export interface Starting {
  readonly command: string;
  /** Where it is to be found; throws while it is not there yet. */
  readonly locate: () => Promise<Address>;
  readonly signal?: AbortSignal;
}

const READY_MS = 240_000;
const STOPPED_MS = 60_000;
const LOOK_MS = 100;
const SAID_SHOWN = 300;
/** A broker that has only just come up takes its time. */
const FIRST_ANSWER_MS = 10_000;

export function brokerProcess({ command, locate, signal }: Starting): BrokerProcess {
  let child: ChildProcess | null = null;
  let said = '';
  const isRunning = (): boolean => child !== null && child.exitCode === null && child.signalCode === null;
  const send = (name: NodeJS.Signals): void => {
    if (child?.pid === undefined || !isRunning()) return;
    // its whole group: the command may be a script around the JVM
    process.kill(-child.pid, name);
  };
  const end = async (name: NodeJS.Signals): Promise<void> => {
    send(name);
    if (!(await soon(() => !isRunning(), STOPPED_MS, LOOK_MS))) send('SIGKILL');
    await soon(() => !isRunning(), STOPPED_MS, LOOK_MS);
  };
  return {
    isRunning,
    start: async () => {
      said = '';
      const own = spawn('sh', ['-c', `exec ${command}`], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
      child = own;
      for (const stream of [own.stdout, own.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said = `${said}${chunk.toString('utf8')}`.slice(-SAID_SHOWN);
        });
      }
      let found: Address | null = null;
      const looks = async (): Promise<boolean> => {
        found = isRunning() ? await answering(locate) : null;
        return found !== null || !isRunning();
      };
      await soon(looks, READY_MS, LOOK_MS, signal);
      if (found !== null) return found;
      await end('SIGKILL');
      if (signal?.aborted === true) throw new LiveError({ kind: 'ended-early' });
      throw new LiveError({ kind: 'never-up', what: oneLine(said) || '–' });
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    hang: () => send('SIGSTOP'),
    goOn: () => send('SIGCONT'),
  };
}

async function answering(locate: Starting['locate']): Promise<Address | null> {
  let connection: Connection | null = null;
  try {
    const address = await locate();
    connection = await openConnection(address, { timeoutMs: FIRST_ANSWER_MS });
    await runtimeInfo(connection);
    return address;
  } catch (error) {
    if (error instanceof LiveError) return null;
    throw error;
  } finally {
    connection?.close();
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
