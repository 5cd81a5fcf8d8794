/**
 * What React brings for pages of other kinds, and what the site therefore does not carry. Whatever only served that is then
 * left out by the bundler. Each entry has to be found in React as it is installed, else the build stops.
 */

/** Kinds of fibers that are never made: Profiler, what a server has rendered, SuspenseList, html and its like, ViewTransition, Activity. */
export const NO_FIBERS: ReadonlySet<unknown> = new Set([12, 18, 19, 27, 30, 31]);

/** The components of these kinds; who uses one is told so by React, as of anything that is no component. */
export const NO_COMPONENTS: ReadonlySet<string> = new Set([
  'REACT_ACTIVITY_TYPE',
  'REACT_PROFILER_TYPE',
  'REACT_SUSPENSE_LIST_TYPE',
  'REACT_LEGACY_HIDDEN_TYPE',
  'REACT_VIEW_TRANSITION_TYPE',
]);

/** What React takes out of the place of a component and puts into the head; of all that, views have styles. */
export const NOT_HOISTED: ReadonlySet<string> = new Set(['link', 'meta', 'script', 'stylesheet', 'title']);
export const HOISTS: ReadonlySet<string> = new Set([
  'acquireResource',
  'commitMutationEffectsOnFiber',
  'getResource',
  'isHostHoistableType',
]);

/** Hooks that nobody calls. */
export const NO_HOOKS: ReadonlySet<string> = new Set([
  'useActionState',
  'useCacheRefresh',
  'useDebugValue',
  'useDeferredValue',
  'useFormState',
  'useHostTransitionStatus',
  'useImperativeHandle',
  'useMemoCache',
  'useOptimistic',
  'useTransition',
]);

/** Never so without hydration and without view transitions. */
export const FALSE: ReadonlySet<string> = new Set([
  'isHydrating',
  'shouldStartViewTransition',
  'viewTransitionMutationContext',
]);
export const NEVER_SET: ReadonlyMap<string, string> = new Map([
  ['.dehydrated', 'null'],
  ['.isDehydrated', 'false'],
  // Only a scheduler of tests has these.
  ['Scheduler.log', 'undefined'],
  ['Scheduler.unstable_setDisableYieldValue', 'undefined'],
]);

/** What is left of a function. */
export const BODIES: ReadonlyMap<string, string> = new Map([
  // Every event reaches a part that is there.
  [
    'dispatchEvent',
    `
    if (!_enabled) return;
    findInstanceBlockingTarget(getEventTarget(nativeEvent));
    dispatchEventForPluginEventSystem(domEventName, eventSystemFlags, nativeEvent, return_targetInst, targetContainer);
    `,
  ],
  // No view transition.
  ['trackEnterViewTransitions', ''],
  ['commitExitViewTransitions', ''],
  ['commitNestedViewTransitions', ''],
  // No ref of a fragment.
  ['isFragmentInstanceParent', 'return false;'],
  // No form whose action is a function.
  ['extractEvents$1', ''],
  // Nobody reads where in the tree an error was thrown.
  ['getStackByFiberInDevAndProd', "return '';"],
  // No style sheet and no picture for which what is drawn has to wait.
  ['suspendResource', ''],
  ['waitForCommitToBeReady', 'return null;'],
]);

/** Methods and functions that are put there for nobody. */
export const NOT_ASSIGNED: ReadonlySet<string> = new Set([
  'FragmentInstance.prototype',
  'ReactDOMHydrationRoot.prototype.unstable_scheduleHydration',
  'ReactDOMSharedInternals.d',
  'ReactDOMSharedInternals.findDOMNode',
  'ViewTransitionPseudoElement.prototype',
]);

/** Whoever imports one of these has to keep above what it needs: until then it does not build. */
export const NOT_EXPORTED: readonly string[] = [
  'Activity',
  'Profiler',
  'ViewTransition',
  '__COMPILER_RUNTIME',
  'flushSync',
  'hydrateRoot',
  'preconnect',
  'prefetchDNS',
  'preinit',
  'preinitModule',
  'preload',
  'preloadModule',
  'requestFormReset',
  'unstable_useCacheRefresh',
  'useActionState',
  'useDeferredValue',
  'useFormState',
  'useFormStatus',
  'useImperativeHandle',
  'useOptimistic',
  'useTransition',
];
