import { problemText } from '../../i18n/problem.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';

const problemOf = ({ problem }: Session): Session['problem'] => problem;
const protocolIdOf = ({ protocol }: Session): string => protocol;

/** What was wrong with the link, in one sentence. */
export function ProblemSentence() {
  const problem = usePlayer(problemOf);
  const protocol = usePlayer(protocolIdOf);
  const lang = useLang();
  return problem === null ? null : problemText(lang, protocol, problem);
}
