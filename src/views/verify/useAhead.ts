import { useEffect, useState } from 'react';
import type { Inquiry } from '../../player/inquiry.ts';
import { perKey } from '../part/perKey.ts';
import type { AnsweredAhead } from './ahead.ts';

const ahead = perKey(async (_: 'table'): Promise<AnsweredAhead> => {
  const { answeredAhead } = await import('./ahead.ts');
  return answeredAhead();
});

const NONE: AnsweredAhead = { rules: {}, checks: new Map() };

/** What was decided before the build; null while it is not there, nothing where it cannot be loaded. */
export function useAhead(): AnsweredAhead | null {
  const [known, know] = useState<AnsweredAhead | null>(null);
  useEffect(() => {
    let isWanted = true;
    const bring = async (): Promise<void> => {
      const answered = await ahead('table').catch(() => NONE);
      if (isWanted) know(answered);
    };
    void bring();
    return () => {
      isWanted = false;
    };
  }, []);
  return known;
}

/** The inquiry with what was decided ahead, as far as nothing was asked anew. */
export function withAhead(inquiry: Inquiry, known: AnsweredAhead | null): Inquiry {
  return known === null ? inquiry : { ...inquiry, checks: new Map([...known.checks, ...inquiry.checks]) };
}
