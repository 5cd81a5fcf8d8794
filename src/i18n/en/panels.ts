import type { PanelsTexts } from '../zh/panels.ts';

/** What the scenario menu and the panels that open on demand say, in English. */
export const enPanels: PanelsTexts = {
  'ending-well': 'Ends well',
  'ending-late': 'Ends well, by a detour',
  'ending-open': 'Not settled yet',
  'ending-badly': 'Goes wrong',
  'ending-parked': 'Waits for a person',
  'whynot-intro': 'What cannot be done now, and the condition that says no.',
  'whynot-none': 'Nothing is refused now.',
  'state-up': 'running',
  'state-crashed': 'crashed',
  'state-survived': 'what survived the crash',
  'state-nothing': 'nothing is left',
  'state-timer': '{delay}: {time} left',
};
