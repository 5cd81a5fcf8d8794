import { lastFrame } from '../../engine/timeline.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { useWantsMotion, WHOLE_STEP_MS } from '../diagram/stepMotion.ts';
import { StagePicture } from '../picture/StagePicture.tsx';
import type { ExplainedRun } from './explainedRun.ts';

interface RunPictureProps {
  readonly run: ExplainedRun;
  readonly row: number;
  readonly label: string;
}

/** The stage at a row: the world after the steps that the row has reached. */
export function RunPicture({ run: { timeline, rows }, row, label }: RunPictureProps) {
  const wantsMotion = useWantsMotion();
  const step = rows[row]?.step ?? 0;
  const isNew = step !== (rows[row - 1]?.step ?? 0);
  return (
    <StagePicture
      className="opened-stage"
      id="recorded"
      label={label}
      protocol={halfMessage}
      settings={timeline.engine.model.settings}
      zoom="internals"
      frame={timeline.frames[step] ?? lastFrame(timeline)}
      previous={timeline.frames[step - 1] ?? null}
      height={STAGE_HEIGHT}
      actMs={isNew && wantsMotion ? WHOLE_STEP_MS : null}
    />
  );
}

const STAGE_HEIGHT = 520;
