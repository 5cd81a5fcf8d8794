/** Registers the service worker, and watches for a new version of the page. */
import { atMostEvery } from '../../player/pace.ts';
import { rootOfSite } from '../../views/frame/staticPage.ts';

/** How often a tab that stays open asks for a new version when the reader comes back to it. */
const ASK_EVERY_MS = 1_800_000;

/** Loads the page anew, in its new version. */
export type Take = () => void;

/**
 * Keeps the page for when there is no network, and calls back when another version than this one waits. Where a browser has
 * no service workers, or forbids them, nothing is kept.
 */
export async function keepOffline(onNewer: (take: Take) => void): Promise<void> {
  try {
    await navigator.serviceWorker.register(new URL(`${rootOfSite()}sw.js`, document.baseURI));
    const registration = await navigator.serviceWorker.ready;
    const look = async (): Promise<void> => {
      if (registration.waiting !== null && (await isOther(registration.scope))) onNewer(() => takeOver(registration));
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => void look());
    });
    askAgain(registration);
    await look();
  } catch {
    // Then the page is as it would be without.
  }
}

/** Whether what was kept last is not what is shown: a tab may be newer than the service worker that serves it. */
async function isOther(scope: string): Promise<boolean> {
  const newest = (await caches.keys()).findLast((name) => name.startsWith(`halfway ${scope} `));
  // Names change with what they hold, and with all that is loaded from there: the first script stands for the version.
  const first = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  if (newest === undefined || first === null) return false;
  return (await (await caches.open(newest)).match(first.src, { ignoreVary: true })) === undefined;
}

function takeOver({ waiting }: ServiceWorkerRegistration): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting?.postMessage('take over');
}

/** A browser looks for a new version when a page is opened; a tab that stays open asks when its reader comes back. */
function askAgain(registration: ServiceWorkerRegistration): void {
  const isDue = atMostEvery(ASK_EVERY_MS);
  isDue();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && isDue()) registration.update().catch(() => undefined);
  });
}
