/** What the commands that speak to a broker share: where it is, and which file they write. */
import { closeSync, openSync } from 'node:fs';
import { cliText } from './cliText.ts';
import type { Lang } from '../i18n/languages.ts';
import { addressIn, addressText, isLoopback, type Address } from '../live/address.ts';
import { LiveError } from '../live/connection.ts';
import { brokerAddress } from '../live/route.ts';

type Given = ReadonlyMap<string, string | true>;
type Complaint = { readonly complaint: string };

export function textIn(given: Given, name: string): string | undefined {
  const value = given.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** How to find the broker: as it was told, or as a name server tells. Nothing leaves this machine unless that is wanted. */
export function brokerIn(lang: Lang, given: Given, topic: string): (() => Promise<Address>) | Complaint {
  const option = ['broker', 'namesrv'].find((name) => given.has(name));
  if (option === undefined) return { complaint: cliText(lang, 'cli-live-no-broker') };
  const text = textIn(given, option) ?? '';
  const told = addressIn(text);
  if (told === null) return { complaint: cliText(lang, 'cli-live-address', { option: `--${option}`, value: text }) };
  const isMeant = (address: Address): boolean => isLoopback(address) || given.has('remote');
  if (!isMeant(told)) return { complaint: cliText(lang, 'cli-live-remote', { address: addressText(told) }) };
  if (option === 'broker') return () => Promise.resolve(told);
  return async () => {
    const broker = await brokerAddress(told, topic);
    if (isMeant(broker)) return broker;
    throw new LiveError({ kind: 'elsewhere', address: addressText(broker) });
  };
}

export function whyUnwritable(lang: Lang, file: string): string | null {
  try {
    closeSync(openSync(file, 'a'));
    return null;
  } catch (error) {
    if (isFileError(error)) return cliText(lang, 'cli-live-unwritable', { file, code: error.code });
    throw error;
  }
}

export function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}

/** The name of a file without its folders and its ending. */
export function nameOf(file: string | undefined): string {
  return file === undefined ? 'driven' : (file.split(/[/\\]/).at(-1) ?? file).replace(/\.json$/, '');
}
