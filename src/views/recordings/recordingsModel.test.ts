import { expect, it } from 'vitest';
import { askedFor, openIn, recordingHref } from './recordingsModel.ts';

it('[V64] finds the recording that an address asks for, and the name of one that is not there', () => {
  expect(openIn(recordingHref('4.9.8-end-lost').slice(1))).toMatchObject({ run: 'end-lost', release: '4.9.8' });
  expect(openIn('V1/Recordings%3Fopen%3D4.9.8-commit&x=1')).toMatchObject({ run: 'commit' });
  for (const address of ['', 'v1/recordings', 'v1/recordings?open=', 'v1/recordings?open=__proto__'])
    expect(openIn(address)).toBeNull();
  expect(askedFor('v1/recordings?open=nothing&x=1')).toBe('nothing');
  expect(askedFor('v1/recordings')).toBeNull();
});
