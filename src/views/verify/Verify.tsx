import { useEffect } from 'react';
import { whysOf } from '../../i18n/shelves.ts';
import { useLang } from '../../i18n/useText.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { useInquiry } from '../../player/useInquiry.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { Protocol } from '../../protocols/protocol.ts';
import { useRest } from '../frame/useRest.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { SafeguardTable } from './SafeguardTable.tsx';
import './Verify.css';
import { oldText, shownQuestion } from './oldQuestion.ts';
import { askables, questionOf } from './verifyModel.ts';

/** Can this ever go wrong? Every order of events within a bound is tried, and the shortest run shown that does. */
export function Verify() {
  const protocol = usePlayer(protocolOf);
  return <Inquired key={protocol.id} protocol={protocol} />;
}

const settingsIn = ({ settings }: Session): Session['settings'] => settings;
const askedStageIn = ({ askedStage }: Session): number | null => askedStage;

function Inquired({ protocol }: { readonly protocol: Protocol }) {
  const text = useTopic('verify');
  useShelves(whysOf(protocol.id));
  useRest();
  const lang = useLang();
  const settings = usePlayer(settingsIn);
  const stage = usePlayer(askedStageIn);
  const properties = askables(lang, protocol);
  const inquiry = useInquiry(protocol.id, properties[0]?.id ?? '');
  const question = questionOf(protocol, settings, inquiry);
  useEffect(() => inquiry.warmUp(question));
  const shown = shownQuestion(inquiry, question);
  const about = { protocol, settings, inquiry };
  return (
    <div className={stage === null ? 'verify' : 'verify verify-why'}>
      <section className="verify-part" aria-labelledby="verify-title">
        <h2 id="verify-title" className="panel-title">
          {text('verify-title')}
        </h2>
        <p className="verify-note">{text('verify-intro')}</p>
        <QuestionForm {...about} question={question} properties={properties} />
        <AnswerCard
          protocol={protocol}
          question={shown}
          inquiry={inquiry}
          property={shown.properties[0] ?? inquiry.property}
          old={shown === question ? null : oldText(lang, protocol, shown, question)}
        />
      </section>
      <SafeguardTable {...about} stage={stage} />
    </div>
  );
}
