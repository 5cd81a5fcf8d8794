/** What a reader asks the verifier about one protocol, and what it has answered so far. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { stable } from '../engine/data.ts';
import type { Settings } from '../engine/model.ts';
import { createVerifier, type Answer, type Asked, type Verifier } from '../verifier/client.ts';
import type { FaultBudget, Question, Report } from '../verifier/question.ts';
import type { SessionStore } from './session.ts';

/** One question on its way to an answer. */
export type Check = { readonly question: Question } & (
  | {
      readonly status: 'asked';
      /** What is known so far; null before the first news. */
      readonly report: Report | null;
    }
  | { readonly status: 'answered'; readonly report: Report }
  | {
      readonly status: 'cancelled';
      /** What was answered by then; null for nothing. */
      readonly report: Report | null;
    }
  | { readonly status: 'failed'; readonly reason: string }
);

/** Settings that a question has instead of those of the session, for as long as that has the settings `base`. */
interface Changes {
  readonly base: Settings;
  readonly values: Settings;
}

/** What may happen in a run. */
interface Bound {
  readonly faults: FaultBudget;
  /** Whether every other kind of mishap is asked too, one at a time. */
  readonly others: boolean;
  /** Whether no timeout ends while a message is under way for which it may wait. */
  readonly messagesAreFast: boolean;
  readonly orders: number;
}

export interface InquiryState extends Bound {
  /** The property that is asked about. */
  readonly property: string;
  readonly changes: Changes | null;
  /** What was asked last with the form; null before the first time. */
  readonly asked: Question | null;
  /** By the question's key, so that what was answered once is there at once. */
  readonly checks: ReadonlyMap<string, Check>;
}

interface InquiryMoves {
  readonly choose: (property: string) => void;
  readonly setBound: (change: Partial<Bound>) => void;
  /** Settings that the question has instead of those of the session. */
  readonly change: (base: Settings, values: Settings) => void;
  /** The question that the form stands for. */
  readonly askOne: (question: Question) => void;
  /**
   * One after the other; those that are asked or answered already are not asked again. What only goes on to try further kinds
   * of mishaps gives way, and keeps what it has answered.
   */
  readonly ask: (questions: readonly Question[]) => void;
  /** Ends what runs and forgets what waits. */
  readonly cancel: () => void;
  /** Looks at the first few states, so that the question itself finds everything loaded and compiled. */
  readonly warmUp: (question: Question) => void;
}

export type Inquiry = InquiryState & InquiryMoves;
type InquiryStore = StoreApi<Inquiry>;

interface Running {
  readonly question: Question;
  readonly asked: Asked;
}

const WARM_UP_STATES = 300;

export function questionKey(question: Question): string {
  return stable(question);
}

export function createInquiry({ ask }: Verifier, property: string): InquiryStore {
  let running: readonly Running[] = [];
  let warm = '';
  return createStore<Inquiry>()((set, get) => {
    const note = (check: Check): void => set({ checks: new Map(get().checks).set(questionKey(check.question), check) });
    const begin = (question: Question): Running => {
      note({ question, status: 'asked', report: null });
      const asked = ask(question, (report) => note({ question, status: 'asked', report }));
      void keep(question, asked);
      return { question, asked };
    };
    const reportOf = (question: Question): Report | null => {
      const check = get().checks.get(questionKey(question));
      return check?.status === 'asked' ? check.report : null;
    };
    const keep = async (question: Question, asked: Asked): Promise<void> => {
      const answer = await asked.answer;
      running = running.filter((other) => other.asked !== asked);
      note(checkOf(question, answer, reportOf(question)));
    };
    const isKnown = (question: Question): boolean => {
      const status = get().checks.get(questionKey(question))?.status;
      return status === 'asked' || status === 'answered';
    };
    const cancel = (): void => {
      // The last one first, so that none of them begins while the others end.
      for (const { asked } of running.toReversed()) asked.cancel();
    };
    const changed = (change: Partial<InquiryState>): void => {
      cancel();
      set(change);
    };
    return {
      property,
      faults: { crash: 1, drop: 1, duplicate: 1 },
      others: true,
      messagesAreFast: false,
      orders: 1,
      changes: null,
      asked: null,
      checks: new Map(),
      choose: (chosen) => changed({ property: chosen }),
      setBound: changed,
      change: (base, values) => {
        const { changes } = get();
        const before = changes?.base === base ? changes.values : {};
        changed({ changes: { base, values: { ...before, ...values } } });
      },
      askOne: (question) => {
        set({ asked: question });
        get().ask([question]);
      },
      ask: (questions) => {
        const wanted = new Set(questions.map(questionKey));
        for (const { question, asked } of running)
          if (!wanted.has(questionKey(question)) && isAnsweredIn(reportOf(question))) asked.cancel();
        running = [...running, ...questions.filter((question) => !isKnown(question)).map(begin)];
      },
      cancel,
      warmUp: (question) => {
        const { mishaps: _others, ...rest } = question;
        const first = { ...rest, statesMax: WARM_UP_STATES };
        if (running.length > 0 || questionKey(first) === warm) return;
        warm = questionKey(first);
        ask(first);
      },
    };
  });
}

/** Whether all is answered, and only further kinds of mishaps are still asked about, or whether a run takes a slow message. */
export function isAnsweredIn(report: Report | null): report is Report {
  return report !== null && (report.asking !== null || isDecidedIn(report));
}

/** Whether every question of a report is decided. */
export function isDecidedIn({ findings }: Report): boolean {
  return findings.length > 0 && findings.every(({ verdict }) => verdict !== 'unknown');
}

function checkOf(question: Question, answer: Answer, known: Report | null): Check {
  switch (answer.kind) {
    case 'report':
      return { question, status: 'answered', report: answer.report };
    case 'cancelled':
      return { question, status: 'cancelled', report: isAnsweredIn(known) ? known : null };
    case 'failed':
      return { question, status: 'failed', reason: answer.reason };
  }
}

/** The inquiries of a session, by protocol. They share one verifier. */
interface Inquiries {
  readonly verifier: Verifier;
  readonly byProtocol: Map<string, InquiryStore>;
}

const inquiries = new WeakMap<SessionStore, Inquiries>();

/** The inquiry of a session about a protocol; what runs about another one is ended. */
export function inquiryFor(session: SessionStore, protocol: string, property: string): InquiryStore {
  const known = inquiries.get(session) ?? { verifier: createVerifier(), byProtocol: new Map<string, InquiryStore>() };
  inquiries.set(session, known);
  for (const [id, other] of known.byProtocol) if (id !== protocol) other.getState().cancel();
  const inquiry = known.byProtocol.get(protocol) ?? createInquiry(known.verifier, property);
  known.byProtocol.set(protocol, inquiry);
  return inquiry;
}
