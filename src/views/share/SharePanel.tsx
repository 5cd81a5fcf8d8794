import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { writtenLinkOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { wholeSession } from '../wholeSession.ts';
import { compareLinkOf, shareOf } from './shareModel.ts';
import './SharePanel.css';

/** The readable link, and ways to take it along. */
export function SharePanel({ title }: { readonly title: string }) {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const page = useText();
  const text = useTopic('share');
  const { copied, hasFailed, copy } = useCopy();
  const written = writtenLinkOf(session);
  const share = shareOf(window.location, written.link, title, lang);
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
            icon={copied === contents[what] ? 'check' : 'copy'}
            onClick={() => void copy(contents[what])}
          >
            {text(copied === contents[what] ? 'share-copied' : `share-copy-${what}`)}
          </Button>
        ))}
      </div>
      <p>
        <a href={`#${compareLinkOf(session)}`}>{text('share-compare')}</a>
      </p>
      <output className={hasFailed ? 'share-cut' : 'ui-unseen'}>
        {hasFailed ? text('share-failed') : copied === null ? '' : text('share-copied')}
      </output>
    </section>
  );
}
