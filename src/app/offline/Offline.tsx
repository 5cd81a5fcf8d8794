import { useEffect, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { keepOffline, type Take } from './keep.ts';

/** The page is kept for when there is no network. A new version says so, and waits for the reader. */
export function Offline() {
  const [take, setTake] = useState<Take | null>(null);
  useEffect(() => {
    void keepOffline((newer) => setTake(() => newer));
  }, []);
  return take === null ? null : <Newer onTake={take} onDismiss={() => setTake(null)} />;
}

function Newer({ onTake, onDismiss }: { readonly onTake: Take; readonly onDismiss: () => void }) {
  const text = useText();
  const about = useTopic('panels');
  return (
    <output className="ui-part ui-part-anywhere">
      <span>{about('newer-version')}</span>
      <Button onClick={onTake}>{text('part-reload')}</Button>
      <Button onClick={onDismiss}>{about('newer-later')}</Button>
    </output>
  );
}
