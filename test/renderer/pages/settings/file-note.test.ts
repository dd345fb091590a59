import { expect, test } from 'vitest';
import { fileNote } from '../../../../renderer/pages/settings/file-note.ts';

const FILE = { status: 'ingested', records: 3, duplicates: 0, reason: null } as const;

test.each([
  ['nothing to say', FILE, { text: '-', quiet: true }],
  [
    'all seen before',
    { ...FILE, duplicates: 3, reason: '3 of 3 repeat what is stored: a, b, c' },
    { text: '3 records seen before, counted once', quiet: true },
  ],
  [
    'some seen before',
    { ...FILE, records: 1200, duplicates: 5, reason: '5 of 1200 repeat what is stored: a, …' },
    { text: '5 of 1,200 records seen before, counted once', quiet: true },
  ],
  [
    'seen before, and something left out',
    { ...FILE, duplicates: 1, reason: '1 of 3 repeat what is stored: a; 2 events left out' },
    { text: '1 of 3 repeat what is stored: a; 2 events left out', quiet: false },
  ],
  [
    'taken in part',
    { ...FILE, status: 'partial' as const, reason: 'not taken: line 3' },
    { text: 'not taken: line 3', quiet: false },
  ],
])('%s', (_, file, note) => {
  expect(fileNote(file)).toEqual(note);
});
