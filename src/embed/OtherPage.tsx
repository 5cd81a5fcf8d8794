import { useTopic } from '../i18n/useTopic.ts';
import type { PageId } from '../scenario/pages.ts';

/** What the link opens elsewhere. */
export function OtherPage({ page }: { readonly page: PageId }) {
  const title = useTopic('explorer')(`page-${page}-title`);
  return useTopic('share')('embed-page', { page: title });
}
