/** What a page is asked has no end of its own: here it fails with a sentence about what was waited for. */
export async function within<Value>(seconds: number, what: string, asked: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Expected ${what} within ${seconds} seconds.`)), seconds * 1_000);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
