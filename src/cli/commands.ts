import type { Command } from './command.ts';
import { conformCommand } from './conform.ts';
import { matrixCommand } from './matrix.ts';
import { replayCommand } from './replay.ts';
import { verifyCommand } from './verify.ts';

/** Every command; a new one is one file and one line here. */
export const commands: readonly Command[] = [replayCommand, verifyCommand, conformCommand, matrixCommand];
