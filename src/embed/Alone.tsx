import { useTopic } from '../i18n/useTopic.ts';
import { Button } from '../ui/Button.tsx';

/** After the author's last step: says so, and leads back. */
export function Alone({ onBack }: { readonly onBack: () => void }) {
  const text = useTopic('share');
  return (
    <>
      {text('embed-alone')}{' '}
      <Button tone="quiet" onClick={onBack}>
        {text('embed-back')}
      </Button>
    </>
  );
}
