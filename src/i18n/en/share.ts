import type { ShareTexts } from '../zh/share.ts';

/** What the panel for sharing says, in English. */
export const enShare: ShareTexts = {
  'share-intro': 'The whole run is in the link: settings, every step and the position.',
  'share-link': 'Link',
  'share-copy-link': 'Copy link',
  'share-copy-markdown': 'Copy Markdown',
  'share-copy-embed': 'Copy embed code',
  'share-copied': 'Copied',
  'share-compare': 'Compare with another run, side by side',
  'share-failed': 'The browser did not allow copying; select the link by hand.',
  'share-characters': '{count} characters',
  'share-long': 'This is long; some chats will fold it.',
  'share-cut': 'The run is too long for a link; it is kept up to step {steps}.',
  'share-frame-title': 'Halfway: {title}',
};
