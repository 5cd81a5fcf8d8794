/** Every static page: one per language for the explorer, each protocol, named run, incident and page beside it. */
import type { ExportedRun } from '../exports/exported.ts';
import { verdictAt } from '../exports/exported.ts';
import { LANGS, type Lang } from '../i18n/languages.ts';
import { explorerText, protocolText, topicText } from '../i18n/text.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { incidents, type Incident } from '../scenario/incidents.ts';
import { cleanScenario, namedScenario } from '../scenario/library.ts';
import { writeLink } from '../scenario/link.ts';
import { pageIds, type PageId } from '../scenario/pages.ts';
import { NEWEST_VERSION } from '../scenario/versions.ts';
import { toldOf } from './beside/beside.ts';
import { endOf, endOfLink } from './endOf.ts';
import type { StaticPage } from './staticPage.ts';

/** In the order of `sitemap.xml` and `llms.txt`. Texts must be loaded. */
export function staticPages(): readonly StaticPage[] {
  return LANGS.flatMap((lang) => [
    homePage(lang),
    ...pageIds.map((id) => besidePage(lang, id)),
    ...protocols.flatMap((protocol) => [
      protocolPage(lang, protocol),
      ...protocol.library.scenarios.map(({ id }) => runPage(lang, protocol, id)),
    ]),
    ...incidents.map((incident) => incidentPage(lang, incident)),
  ]);
}

function homePage(lang: Lang): StaticPage {
  const [protocol] = protocols;
  return {
    kind: 'home',
    path: '',
    opens: '',
    lang,
    title: explorerText(lang, 'page-title'),
    description: topicText(lang, 'exports', 'static-about'),
    protocol: null,
    ...shown(endOf(lang, protocol, cleanScenario(protocol))),
  };
}

function besidePage(lang: Lang, id: PageId): StaticPage {
  return {
    kind: 'page',
    path: `${id}/`,
    opens: `v${NEWEST_VERSION}/${id}`,
    lang,
    title: explorerText(lang, `page-${id}-title`),
    description: topicText(lang, 'pages', `page-${id}-about`),
    protocol: null,
    run: null,
    verdict: null,
    ...toldOf(lang, id),
  };
}

function protocolPage(lang: Lang, protocol: Protocol): StaticPage {
  const name = protocolText(lang, protocol.id, 'name');
  const run = shown(endOf(lang, protocol, cleanScenario(protocol)));
  return {
    kind: 'protocol',
    path: `${protocol.id}/`,
    opens: startOf(run.run),
    lang,
    title: name,
    description: topicText(lang, 'exports', 'static-protocol-about', {
      protocol: name,
      count: protocol.library.scenarios.length,
    }),
    protocol: name,
    ...run,
  };
}

function runPage(lang: Lang, protocol: Protocol, id: string): StaticPage {
  const entry = namedScenario(protocol, id);
  if (entry === null) throw new Error(`Expected a run of ${protocol.id} named ${id}.`);
  const run = shown(endOf(lang, protocol, entry.scenario));
  return {
    kind: 'run',
    path: `${protocol.id}/${id}/`,
    opens: startOf(run.run),
    lang,
    title: protocolText(lang, protocol.id, `scenario-${id}-title`),
    description: protocolText(lang, protocol.id, `scenario-${id}-why`),
    protocol: protocolText(lang, protocol.id, 'name'),
    ...run,
  };
}

function incidentPage(lang: Lang, { id, run: ending }: Incident): StaticPage {
  const run = shown(endOfLink(lang, ending.link));
  return {
    kind: 'incident',
    path: `incidents/${id}/`,
    opens: startOf(run.run),
    lang,
    title: topicText(lang, 'incidents', `${id}-title`),
    description: topicText(lang, 'incidents', `${id}-what`),
    protocol: protocolText(lang, run.run.protocol.id, 'name'),
    ...run,
  };
}

function shown(run: ExportedRun) {
  return { run, verdict: verdictAt(run), intro: null, sections: [] };
}

/** The explorer opens it ready to be stepped through. */
function startOf({ protocol, timeline }: ExportedRun): string {
  return writeLink(protocol, timeline, 0).link;
}
