import { LANGS, ownName, type Lang } from '../i18n/languages.ts';
import { loadSameShelves } from '../i18n/shelves.ts';
import { useLang } from '../i18n/useText.ts';
import { usePlayerStore } from '../player/usePlayer.tsx';
import { Button } from '../ui/Button.tsx';

/** To another language, whose texts are loaded first. */
export function LanguageButtons() {
  const store = usePlayerStore();
  const shown = useLang();
  const change = async (lang: Lang): Promise<void> => {
    await loadSameShelves(lang);
    store.getState().setLang(lang);
  };
  return LANGS.filter((lang) => lang !== shown).map((lang) => (
    <Button key={lang} tone="quiet" lang={lang} title={ownName(lang)} onClick={() => void change(lang)}>
      {ownName(lang)}
    </Button>
  ));
}
