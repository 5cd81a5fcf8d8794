/** The same core without a browser: `npm run --silent explore -- <command>`. */
import { loadBothLanguages } from '../i18n/both.ts';
import { runCommandLine } from './run.ts';

loadBothLanguages();
// A reader such as `head` may close the pipe before everything is written.
process.stdout.on('error', () => undefined);
const { status, out, complaint } = runCommandLine(process.argv.slice(2));
if (out !== '') process.stdout.write(`${out}\n`);
if (complaint !== null) process.stderr.write(`${complaint}\n`);
process.exitCode = status;
