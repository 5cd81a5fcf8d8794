import { useState } from 'react';
import { useStore } from 'zustand';
import { inquiryFor, type Inquiry } from './inquiry.ts';
import { usePlayerStore } from './usePlayer.tsx';

/** What the reader asks about a protocol; a component is made anew for another one. `property` is asked about at first. */
export function useInquiry(protocol: string, property: string): Inquiry {
  const session = usePlayerStore();
  const [inquiry] = useState(() => inquiryFor(session, protocol, property));
  return useStore(inquiry);
}
