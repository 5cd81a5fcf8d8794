import { use } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { frameOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { wholeSession } from '../wholeSession.ts';
import { EvidenceChip, Runs } from './FidelityMap.tsx';
import { evidenceOf, fidelity } from './fidelityModel.ts';
import './Fidelity.css';

/** More runs than this are counted, not named. */
const RUNS_MAX = 4;

/** Whether a real broker has shown what the roles did in the step that is shown. */
export function StepFidelity() {
  const session = usePlayer(wholeSession);
  const text = useTopic('rules');
  const moves = evidenceOf(use(fidelity()), frameOf(session).records);
  if (moves.length === 0) return null;
  return (
    <section className="fidelity" aria-labelledby="fidelity-step">
      <h3 id="fidelity-step">{text('fidelity-step')}</h3>
      <ul>
        {moves.map(({ name, runs }) => (
          <li key={name}>
            <code>{name}</code> <EvidenceChip evidence={runs.length > 0 ? 'recorded' : 'neither'} count={runs.length} />
            <Runs runs={runs.slice(0, RUNS_MAX)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
