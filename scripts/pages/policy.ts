/** The content security policy of the built site: no script but its own, and the two short ones in its pages by their hashes. */
import { createHash } from 'node:crypto';

/** For `template`, the built page; the static pages have the same scripts. */
export function policyOf(template: string): string {
  const scripts = [...template.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
  if (scripts.length === 0) throw new Error('Expected scripts in the built page.');
  const hashes = scripts.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    // React Flow places its nodes with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Headers in the form that several static hosts read from a file `_headers`. */
export function headersOf(template: string): string {
  return [
    '/*',
    '  Access-Control-Allow-Origin: *',
    '  Cross-Origin-Resource-Policy: cross-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    `  Content-Security-Policy: ${policyOf(template)}`,
    '/assets/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}
