/** `SITE_URL` with a slash at its end; null without one. Anything but http and https is refused. */
export function siteUrl(given: string | undefined): string | null {
  if (given === undefined || given === '') return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`Expected SITE_URL to be an address such as https://example.org/halfway/; got ${given}.`);
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
}
