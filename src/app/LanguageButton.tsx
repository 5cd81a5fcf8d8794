import { loadTexts } from '../i18n/load.ts';
import type { Lang } from '../i18n/text.ts';
import { loadSameTopics } from '../i18n/topics.ts';
import { useLang, useText } from '../i18n/useText.ts';
import { usePlayerStore } from '../player/usePlayer.tsx';
import { protocolIds } from '../protocols/loaders.ts';
import { Button } from '../ui/Button.tsx';

/** To the other language, which is loaded first. */
export function LanguageButton() {
  const store = usePlayerStore();
  const lang = useLang();
  const text = useText();
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const change = async (): Promise<void> => {
    const { protocols, setLang } = store.getState();
    const ids = protocolIds.filter((id) => protocols.some((protocol) => protocol.id === id));
    await Promise.all([loadTexts(other, ids), loadSameTopics(other)]);
    setLang(other);
  };
  return (
    <Button tone="quiet" lang={other} title={text(`page-language-${other}`)} onClick={() => void change()}>
      {text(`page-language-${other}`)}
    </Button>
  );
}
