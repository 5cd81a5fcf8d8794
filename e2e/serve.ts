/** A second web server, for what needs another origin or another folder. */
import { readFile } from 'node:fs/promises';
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Served {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** What is found under a path: a folder of files, or one HTML page. */
export type Routes = Readonly<
  Record<string, ({ readonly folder: string } | { readonly html: string }) & { readonly headers?: OutgoingHttpHeaders }>
>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Serves on a free port of this machine. */
export async function serve(routes: Routes): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    void answer(response, routes, pathname, takesGzip);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const port = portOf(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Expected the server to listen on a port.');
  return address.port;
}

interface Found {
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: OutgoingHttpHeaders | undefined;
}

async function bodyOf(routes: Routes, path: string): Promise<Found | null> {
  const prefix = Object.keys(routes)
    .filter((known) => path.startsWith(known))
    .toSorted((left, right) => right.length - left.length)[0];
  const route = prefix === undefined ? undefined : routes[prefix];
  if (prefix === undefined || route === undefined) return null;
  const { headers } = route;
  if ('html' in route) return path === prefix ? { type: TYPES['.html'] ?? '', body: route.html, headers } : null;
  const rest = path.slice(prefix.length).replace(/^\//, '');
  const file = normalize(join(resolve(route.folder), rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest));
  if (!file.startsWith(resolve(route.folder))) return null;
  try {
    return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file), headers };
  } catch {
    return null;
  }
}

async function answer(response: ServerResponse, routes: Routes, pathname: string, takesGzip: boolean): Promise<void> {
  const found = await bodyOf(routes, pathname);
  const type = found?.type ?? 'text/plain';
  // As any web server does with texts: a page that is measured weighs what it weighs for readers.
  const isZipped = takesGzip && found !== null && Object.values(TYPES).includes(type);
  const encoding = isZipped ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {};
  response.writeHead(found === null ? 404 : 200, { 'content-type': type, ...encoding, ...found?.headers });
  response.end(isZipped ? gzipSync(found.body) : found?.body);
}
