import { useMemo, useRef } from 'react';
import { useLang } from '../../i18n/useText.ts';
import { lastFrame } from '../../engine/timeline.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { ScenePicture } from '../compare/ScenePicture.tsx';
import { arrangementFor } from '../diagram/diagramModel.ts';
import { useWantsMotion, WHOLE_STEP_MS } from '../diagram/stepMotion.ts';
import { useSize } from '../diagram/useSize.ts';
import type { ExplainedRun } from './explainedRun.ts';

interface RunPictureProps {
  readonly run: ExplainedRun;
  readonly row: number;
  readonly label: string;
}

/** The stage at a row: the world after the steps that the row has reached. */
export function RunPicture({ run, row, label }: RunPictureProps) {
  const element = useRef<HTMLDivElement>(null);
  const size = useSize(element);
  return (
    <div ref={element} className="opened-stage">
      {size === null ? null : <Picture run={run} row={row} label={label} width={size.width} />}
    </div>
  );
}

function Picture({ run, row, label, width }: RunPictureProps & { readonly width: number }) {
  const lang = useLang();
  const wantsMotion = useWantsMotion();
  const { timeline, rows } = run;
  const step = rows[row]?.step ?? 0;
  const isNew = step !== (rows[row - 1]?.step ?? 0);
  const request = useMemo(() => {
    const { settings } = timeline.engine.model;
    const arrangement = arrangementFor({ width, height: STAGE_HEIGHT }, halfMessage.diagram(settings, 'internals'));
    return {
      protocol: halfMessage,
      settings,
      zoom: 'internals' as const,
      lang,
      frame: timeline.frames[step] ?? lastFrame(timeline),
      previous: timeline.frames[step - 1] ?? null,
      arrangement,
      isInteractive: false,
    };
  }, [timeline, step, lang, width]);
  return (
    <ScenePicture id="recorded" label={label} request={request} actMs={isNew && wantsMotion ? WHOLE_STEP_MS : null} />
  );
}

/** What the stage may be high before its boxes are drawn closer together, in CSS pixels. */
const STAGE_HEIGHT = 520;
