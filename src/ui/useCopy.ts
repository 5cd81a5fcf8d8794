import { useState } from 'react';

/** Puts text on the clipboard, and knows whether the last one got there: `copied` is that text. */
export function useCopy() {
  const [last, setLast] = useState<{ readonly content: string; readonly isCopied: boolean } | null>(null);
  const copy = async (content: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(content);
      setLast({ content, isCopied: true });
    } catch {
      setLast({ content, isCopied: false });
    }
  };
  return { copied: last?.isCopied === true ? last.content : null, hasFailed: last?.isCopied === false, copy };
}
