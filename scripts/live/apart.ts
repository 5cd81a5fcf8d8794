/** A run in a process of its own. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from '../../src/recordings/observation.ts';
import { PID_FILE } from './rocketmq.ts';

export interface Outcome {
  readonly isRight: boolean;
  /** What is printed of it. */
  readonly line: string;
  readonly recording: Recording | null;
}

interface Playing {
  readonly id: string;
  readonly classPath: string;
  /** Where the process may write. */
  readonly folder: string;
}

/** Ctrl-C reaches the process as well: it ends its broker, and its recording is incomplete. */
export async function playedApart({ id, classPath, folder }: Playing): Promise<Outcome> {
  const file = join(folder, `${id}.json`);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'one.ts'), id, classPath, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  });
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  if (code === 0 && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  endBrokers(folder);
  return { isRight: false, line: `${id}: failed: its process ended with ${code ?? 'a signal'}`, recording: null };
}

/** A process that died has left its broker behind, which would keep the port from the next one. */
function endBrokers(folder: string): void {
  for (const file of globSync(join(folder, '*', PID_FILE))) {
    try {
      process.kill(-Number(readFileSync(file, 'utf8')), 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  }
}
