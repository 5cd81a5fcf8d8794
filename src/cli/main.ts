#!/usr/bin/env node
/** The same core without a browser: `npm run --silent explore -- <command>`. */
import { loadAllTexts } from '../i18n/shelves.ts';
import { runAnyCommand } from './run.ts';

await loadAllTexts();
// A reader such as `head` may close the pipe before everything is written.
process.stdout.on('error', () => undefined);
const { status, out, complaint } = await runAnyCommand(process.argv.slice(2));
if (out !== '') process.stdout.write(`${out}\n`);
if (complaint !== null) process.stderr.write(`${complaint}\n`);
process.exitCode = status;
