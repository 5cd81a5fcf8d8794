/**
 * A Vite plugin: React as ES modules (`react/esModules.ts`), without what no page of ours asks of it (`react/parts.ts`).
 * It is the React that is installed, for browsers only, as noActors.ts does with XState; tests in Node run it whole.
 */
import type { Plugin } from 'vite';
import { asEsModule } from './react/esModules.ts';
import { leaveOut } from './react/leaveOut.ts';
import { NOT_EXPORTED } from './react/parts.ts';

const CLIENT = /\/react-dom\/cjs\/react-dom-client\.production\.js$/;
const FILES = [
  /\/node_modules\/(?:react|react-dom|scheduler)\/(?:index|client|jsx-runtime|cjs\/[\w-]+\.production)\.js$/,
  // Those of React Flow and of zustand, which ask for React.
  /\/node_modules\/use-sync-external-store\/(?:shim\/(?:index|with-selector)|cjs\/use-sync-external-store-shim(?:\/with-selector)?\.production)\.js$/,
  /\/node_modules\/zustand\/esm\/(?:react|traditional)\.mjs$/,
];

export function leanReact(): Plugin {
  return {
    name: 'halfway-lean-react',
    apply: 'build',
    transform: {
      filter: { id: FILES },
      handler: (code, id) => {
        const whole = asEsModule(code, id, NOT_EXPORTED);
        return { code: CLIENT.test(id) ? leaveOut(whole) : whole, map: null };
      },
    },
  };
}
