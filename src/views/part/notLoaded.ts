/** Whether this is how a browser says that a file of the page could not be had. */
export function isNotLoaded(error: unknown): boolean {
  return error instanceof TypeError && SAYINGS.test(error.message);
}

/** Chromium and Firefox; Safari. */
const SAYINGS = /dynamically imported module|Importing a module script failed/;
