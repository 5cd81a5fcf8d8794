import type { Command } from './command.ts';
import { conformCommand } from './conform.ts';
import { exportCommand } from './export.ts';
import { loadCommand } from './load.ts';
import { mapCommand } from './map.ts';
import { matrixCommand } from './matrix.ts';
import { replayCommand } from './replay.ts';
import { verifyCommand } from './verify.ts';
import { whyCommand } from './why.ts';

/** Every command; a new one is one file and one line here. */
export const commands: readonly Command[] = [
  replayCommand,
  verifyCommand,
  whyCommand,
  conformCommand,
  mapCommand,
  matrixCommand,
  exportCommand,
  loadCommand,
];
