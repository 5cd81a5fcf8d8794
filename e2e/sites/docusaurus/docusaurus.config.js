import { remarkHalfway } from 'halfway/markdown';

const site = process.env.EXPLORER_ADDRESS;

export default {
  title: 'A Docusaurus site',
  url: 'https://docusaurus.test',
  baseUrl: '/',
  onBrokenLinks: 'warn',
  headTags: [{ tagName: 'link', attributes: { rel: 'icon', href: 'data:,' } }],
  scripts: [{ src: `${site}halfway-explorer.js`, type: 'module' }],
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/', remarkPlugins: [[remarkHalfway, { site }]] },
        blog: false,
        pages: false,
        theme: {},
      },
    ],
  ],
  themeConfig: { navbar: { title: 'A Docusaurus site' } },
};
