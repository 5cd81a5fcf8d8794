/*
 * Loaded before everything else (`node --require`), and written so that the oldest Node can read it: where Node is too old,
 * one sentence instead of a syntax error. On Linux npm brings the Node that is needed, and this one never runs an old one.
 */
'use strict';

var NEEDED = [24, 5];

var found = process.versions.node.split('.');
var major = Number(found[0]);
var minor = Number(found[1]);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(sentence());
  process.exit(1);
}

function sentence() {
  var where = process.platform + ' ' + process.arch;
  var isBrought = where === 'linux x64' || where === 'linux arm64';
  var advice = isBrought
    ? 'run “npm ci”, which brings it, and start this with npm.'
    : 'install it from https://nodejs.org (on ' + where + ' npm cannot bring it).';
  return 'Halfway needs Node ' + NEEDED.join('.') + ' or newer and found ' + process.versions.node + ': ' + advice;
}
