import { PROBLEM_SHELVES, problemText } from '../../i18n/problem.ts';
import { useShelves } from '../../i18n/useTopic.ts';
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
  useShelves(...PROBLEM_SHELVES);
  return problem === null ? null : problemText(lang, protocol, problem);
}
