import { useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { writtenLinkOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { wholeSession } from '../wholeSession.ts';
import { compareLinkOf, shareOf } from './shareModel.ts';
import './SharePanel.css';

type Copied = 'link' | 'markdown' | 'embed';

/** The readable link, and ways to take it along. */
export function SharePanel({ title }: { readonly title: string }) {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const page = useText();
  const text = useTopic('share');
  const [copied, setCopied] = useState<Copied | 'failed' | null>(null);
  const written = writtenLinkOf(session);
  const share = shareOf(window.location, written.link, title, lang);
  const copy = async (what: Copied, content: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(content);
      setCopied(what);
    } catch {
      setCopied('failed');
    }
  };
  const contents = { link: share.url, markdown: share.markdown, embed: share.embed };
  const isCut = written.steps < session.steps.length;
  return (
    <section className="share">
      <h2 className="panel-title">{page('share-title')}</h2>
      <p>{text('share-intro')}</p>
      <textarea
        aria-label={text('share-link')}
        readOnly
        rows={4}
        value={share.url}
        onFocus={(event) => event.target.select()}
      />
      <p className="share-count">
        {text('share-characters', { count: share.characters })}
        {share.isLong ? ` · ${text('share-long')}` : null}
      </p>
      {isCut ? <p className="share-cut">{text('share-cut', { steps: written.steps })}</p> : null}
      <div className="share-buttons">
        {(['link', 'markdown', 'embed'] as const).map((what) => (
          <Button
            key={what}
            tone={what === 'link' ? 'main' : 'plain'}
            icon={copied === what ? 'check' : 'copy'}
            onClick={() => void copy(what, contents[what])}
          >
            {text(copied === what ? 'share-copied' : `share-copy-${what}`)}
          </Button>
        ))}
      </div>
      <p>
        <a href={`#${compareLinkOf(session)}`}>{text('share-compare')}</a>
      </p>
      <output className={copied === 'failed' ? 'share-cut' : 'ui-unseen'}>
        {copied === null ? '' : text(copied === 'failed' ? 'share-failed' : 'share-copied')}
      </output>
    </section>
  );
}
