/** Version 2 of the messages: a page that says hello is told every step, and is answered where it asks with an id. */
import { PROBLEM_SHELVES, problemText } from '../i18n/problem.ts';
import { loadSameShelves, loadShelf } from '../i18n/shelves.ts';
import { bringRest } from '../player/rest.ts';
import { protocolOf } from '../player/selectors.ts';
import type { Session, SessionState, SessionStore } from '../player/session.ts';
import { cleanScenario } from '../scenario/library.ts';
import { makeReady } from '../views/frame/arriving.ts';
import { hashNow } from '../views/frame/staticPage.ts';
import { embedState, worstOf } from './embedState.ts';
import type { EmbedError, EmbedEvent, EmbedMessage } from './messages.ts';
import { readRequest, type Request, type Wrong } from './requests.ts';

export interface Conversation {
  /** A message of the page around. */
  readonly hear: (event: MessageEvent<unknown>) => void;
  readonly end: () => void;
}

/** The page around, as far as it is told something. */
interface Host {
  readonly postMessage: (message: EmbedMessage, origin: string) => void;
}

export function converse(store: SessionStore, host: Host): Conversation {
  /** Null until the page around has said something; one without an origin of its own is called by none. */
  let origin: string | null = null;
  /** What the page around has loaded; null for what is in the address. */
  let loaded: string | null = null;
  /** Requests are carried out in the order in which they came, also where one has to load something first. */
  let last: Promise<void> = Promise.resolve();
  const tell = (message: EmbedMessage): void => {
    if (origin !== null) host.postMessage(message, origin);
  };
  const answer = async (request: Request): Promise<void> => {
    if (request.type === 'halfway:load') loaded = request.run;
    const error = await obey(store, request, () => loaded ?? hashNow());
    const { id } = request;
    if (id === undefined) return;
    tell(error === null ? { ...reply, id, state: embedState(store.getState()) } : { ...reply, id, error });
  };
  const refuse = ({ id, where }: Wrong): void => {
    if (id !== undefined) tell({ ...reply, id, error: wrongRequest(where) });
  };
  const tellSince = (before: SessionState): void => {
    const state = store.getState();
    for (const type of eventsBetween(state, before)) tell({ type, v: 2, state: embedState(state) });
  };
  const unsubscribe = store.subscribe((_state, before) => tellSince(before));
  return {
    hear: (event) => {
      const read = readRequest(event.data);
      if (read === null) return;
      const isFirst = origin === null;
      origin = event.origin === 'null' ? '*' : event.origin;
      // A reader may have been quicker than the page around.
      if (isFirst) tellSince(store.getInitialState());
      last = last.then(() => (read.kind === 'request' ? answer(read.request) : refuse(read))).catch(() => undefined);
    },
    end: unsubscribe,
  };
}

const reply = { type: 'halfway:reply', v: 2 } as const;

function wrongRequest(where: string): EmbedError {
  return { code: 'bad-request', message: `Expected a request of version 2; ${where} is not what it has to be.` };
}

/** What happened from one state to the next, in the order in which it is told. */
export function eventsBetween(state: SessionState, before: SessionState): readonly EmbedEvent[] {
  const hasMoved = state.cursor !== before.cursor || state.steps !== before.steps;
  const isLast = state.cursor === state.steps.length && state.cursor > 0;
  return [
    ...(hasMoved ? ['halfway:step' as const] : []),
    ...(hasMoved && worstOf(state) !== worstOf(before) ? ['halfway:verdict' as const] : []),
    ...(state.isPlaying === before.isPlaying
      ? []
      : [state.isPlaying ? ('halfway:play' as const) : ('halfway:pause' as const)]),
    ...(hasMoved && isLast ? ['halfway:end' as const] : []),
  ];
}

/** Does what is asked, or says what stands against it. `ownRun` is the author's. */
async function obey(store: SessionStore, request: Request, ownRun: () => string): Promise<EmbedError | null> {
  const session = store.getState();
  switch (request.type) {
    case 'halfway:hello':
    case 'halfway:get-state':
      return null;
    case 'halfway:load':
      return load(store, request.run);
    case 'halfway:goto':
      session.goTo(request.at);
      return null;
    case 'halfway:next':
      session.next();
      return null;
    case 'halfway:reset': {
      const own = ownRun();
      if (own.length > 1) session.openLink(own);
      else session.openScenario(cleanScenario(session.protocols[0]));
      return null;
    }
    case 'halfway:play':
      session.play();
      return null;
    case 'halfway:pause':
      session.pause();
      return null;
    case 'halfway:set-theme':
      session.setTheme(request.theme);
      return null;
    case 'halfway:set-lang':
      await loadSameShelves(request.lang);
      store.getState().setLang(request.lang);
      return null;
    case 'halfway:set-zoom':
      await Promise.all(bringRest(session.lang, protocolOf(session)));
      session.setZoom(request.zoom);
      return null;
  }
}

/** A run that can be read in part is shown as far as it goes, like any link, and the page around is told what was wrong. */
async function load(store: SessionStore, run: string): Promise<EmbedError | null> {
  const page = await makeReady(store, run);
  if (page !== null) return { code: 'bad-run', message: `Expected a run; ${page.id} is a page beside the explorer.` };
  store.getState().openLink(run);
  const { problem, protocol, lang }: Session = store.getState();
  if (problem === null) return null;
  await Promise.all(PROBLEM_SHELVES.map((shelf) => loadShelf(lang, shelf)));
  return { code: 'bad-run', message: problemText(lang, protocol, problem) };
}
