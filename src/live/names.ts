/** RocketMQ's names of what a run is about. */
import {
  deadLetterTopic,
  DISCARD_TOPIC,
  HALF_TOPIC,
  OP_TOPIC,
  retryTopic,
  SCHEDULE_TOPIC,
} from '../recordings/names.ts';
import type { RecordingSettings } from '../recordings/observation.ts';

/** The group of the broker's own cursors through half and op queue. */
export const TRANSACTION_GROUP = 'CID_RMQ_SYS_TRANS';

/** The topics that a run of half messages writes to. */
export function topicsOf(settings: RecordingSettings): readonly string[] {
  return [
    HALF_TOPIC,
    OP_TOPIC,
    DISCARD_TOPIC,
    settings.topic,
    retryTopic(settings),
    deadLetterTopic(settings),
    SCHEDULE_TOPIC,
  ];
}
