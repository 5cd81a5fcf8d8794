/** What a named run is about, for somebody who does not know how it ends: nothing breaks, who or what does, who mends it. */
export const HEADINGS = [
  'plain',
  'order',
  'network',
  'check',
  'relay',
  'broker',
  'points',
  'participants',
  'sequence',
  'person',
] as const;

export type Heading = (typeof HEADINGS)[number];

/** The ids of the runs under each heading, in the order of the menu. */
export type RunsByHeading = { readonly [heading in Heading]?: readonly string[] };
