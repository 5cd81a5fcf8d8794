import { Handle, Position } from '@xyflow/react';
import { useText } from '../../i18n/useText.ts';

/** React Flow wants them for its arrows; nobody sees or uses them. */
export function Anchors() {
  const text = useText();
  const label = text('stage-title');
  return (
    <>
      <Handle className="box-anchor" type="source" position={Position.Right} isConnectable={false} aria-label={label} />
      <Handle className="box-anchor" type="target" position={Position.Left} isConnectable={false} aria-label={label} />
    </>
  );
}
