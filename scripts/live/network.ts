/** A broker of 4.9 listens on every interface of the machine: it gets a network of its own, with nothing but loopback. */
import { spawnSync } from 'node:child_process';

const INSIDE = 'HALFWAY_LIVE_INSIDE';

/**
 * Null: go on here. A sentence: it cannot be done. An empty text: it was done, in a process with a network of its own,
 * whose exit code is ours now.
 */
export function insideOwnNetwork(release: string): string | null {
  if (!release.startsWith('4.') || process.env[INSIDE] !== undefined) return null;
  const separate = ['--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
  const probe = spawnSync('unshare', [...separate, 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
  if (probe.status !== 0)
    return `RocketMQ ${release} listens on all interfaces, and no network of its own can be made here`;
  const again = [process.execPath, ...process.argv.slice(1)]
    .map((word) => `'${word.replaceAll("'", "'\\''")}'`)
    .join(' ');
  const inside = spawnSync('unshare', [...separate, 'sh', '-c', `ip link set lo up && exec ${again}`], {
    stdio: 'inherit',
    env: { ...process.env, [INSIDE]: '1' },
  });
  process.exitCode = inside.status ?? 1;
  return '';
}
