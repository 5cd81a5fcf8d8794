/** What can be wrong with the address of a load, in English: said by the page and by the command line. */
import type { texts as zh } from '../zh/loadProblems.ts';

export const texts: { readonly [key in keyof typeof zh]: string } = {
  'load-problem-not-a-load': 'This is no link to a load; below is the steady one.',
  'load-problem-newer-version':
    'The link has version {version} of the format; the newest one known here is {newest}. What could be read was read.',
  'load-problem-too-long':
    'The link has {length} {length|character|characters}, at most {max} {max|is|are} read; the rest was left out.',
  'load-problem-unknown-preset': 'There is no preset “{came}”; there are: {known}. Below is the steady one.',
  'load-problem-unknown-protocol': 'There is no protocol “{came}” for p=; there are: {known}. It was left out.',
  'load-problem-same-twice': '“{came}” stands twice in p=; it is used once.',
  'load-problem-nothing-compared': 'p= names no protocol, so these are compared: {used}.',
  'load-problem-too-many-compared':
    'p= names {came} protocols; at most {max} {max|is|are} compared, so the last were left out.',
  'load-problem-bad-curve':
    'curve= should be “seconds~orders per second” joined by _, two points or more, beginning at second 0, never going back; it is “{came}”, so the former curve is used.',
  'load-problem-nothing-comes': 'No order ever comes along curve=: every rate is 0, so the former curve is used.',
  'load-problem-too-many-orders':
    'curve= makes {came} orders; at most {max} {max|is|are} simulated, so the former curve is used.',
  'load-problem-unknown-setting': 'There is no setting “{came}” for set=; there are: {known}.',
  'load-problem-bad-number':
    '{name} in set= should be a number from {min} to {max}; it is “{came}”, so {used} is used.',
  'load-problem-bad-choice': '{name} in set= should be one of: {known}; it is “{came}”, so {used} is used.',
  'load-problem-bad-fault':
    'fault= should be “fault~from second~to second”, with one of: {known}; it is “{came}”, which was left out.',
};
