import { defineConfig } from 'vitepress';
import { markdownItHalfway } from 'halfway/markdown';

const site = process.env.EXPLORER_ADDRESS;
const halfway = await markdownItHalfway({ site });

export default defineConfig({
  title: 'A VitePress site',
  // The test's site is on this machine.
  ignoreDeadLinks: 'localhostLinks',
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['script', { type: 'module', src: `${site}halfway-explorer.js` }],
  ],
  markdown: { config: (markdown) => void markdown.use(halfway) },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'halfway-explorer' } } },
});
