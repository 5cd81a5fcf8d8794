/** Where a broker or name server listens. */

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** `host:port`, or `[::1]:port`; null for anything else. */
export function addressIn(text: string): Address | null {
  const groups = /^(?:\[(?<six>[\da-f:.]+)\]|(?<host>[\w.-]+)):(?<port>\d{1,5})$/i.exec(text.trim())?.groups;
  const port = Number(groups?.['port']);
  const host = groups?.['six'] ?? groups?.['host'];
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

export function addressText({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether nothing leaves this machine. */
export function isLoopback({ host }: Address): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
