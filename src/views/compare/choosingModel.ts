/** What one chooses a design by. The sentences are in the topic `compare`: `choosing-<criterion>-<protocol>`. */
export const CHOOSABLE = ['half-message', 'local-message-table', 'plain-mq', 'two-phase-commit'] as const;

export const CRITERIA = ['broker', 'answers', 'polled', 'order', 'late', 'repair', 'if'] as const;
