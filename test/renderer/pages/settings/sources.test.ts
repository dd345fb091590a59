import { expect, test } from 'vitest';
import { sizeInWords } from '../../../../renderer/pages/settings/required-policy.tsx';
import {
  intervalChoices,
  intervalText,
  noNextReading,
  pollingInWords,
  SOURCE_WORDS,
  untilInWords,
  withSource,
} from '../../../../renderer/pages/settings/source-words.ts';
import { settingsPatch } from '../../../../shared/api/schemas.ts';
import { DEFAULT_SETTINGS, SOURCE_KINDS } from '../../../../shared/model/settings.ts';

test.each([
  [1, '1 minute'],
  [15, '15 minutes'],
  [60, '1 hour'],
  [90, '90 minutes'],
  [360, '6 hours'],
  [1440, '1 day'],
  [2160, '36 hours'],
])('%i minutes are %s', (minutes, text) => {
  expect(intervalText(minutes)).toBe(text);
});

test('where nothing reads again by itself, no time is awaited and the words say so', () => {
  expect(noNextReading(true, false)).toBe('when asked');
  expect(noNextReading(true, true)).toBe('paused');
  expect(noNextReading(false, true)).toBe('not read');
  expect(pollingInWords(false, true)).toContain('only when you ask');
  expect(pollingInWords(true, false)).toContain('after its interval');
});

test('the interval that a source has is offered, once, and all are taken by the contract', () => {
  expect(intervalChoices(37)).toContain(37);
  expect(intervalChoices(60).filter((each) => each === 60)).toHaveLength(1);
  for (const each of intervalChoices(37)) {
    const minutes = { ...DEFAULT_SETTINGS.polling.minutes, logs: each };
    expect(settingsPatch.safeParse({ polling: { on: true, minutes } }).success).toBe(true);
  }
});

test('sources go on and off, each once, in their order; each has words', () => {
  expect(Object.keys(SOURCE_WORDS)).toEqual([...SOURCE_KINDS]);
  expect(withSource(['metrics'], 'logs', true)).toEqual(['logs', 'metrics']);
  expect(withSource(['logs', 'metrics'], 'logs', true)).toEqual(['logs', 'metrics']);
  expect(withSource(SOURCE_KINDS, 'bill', false)).not.toContain('bill');
});

test.each([
  [-5000, 'due now'],
  [29_000, 'due now'],
  [12 * 60_000, 'in 12 min'],
  [3 * 3_600_000, 'in 3 h'],
  [72 * 3_600_000, 'in 3 days'],
])('%i ms from now is %s', (ms, text) => {
  expect(untilInWords(ms)).toBe(text);
});

test.each([
  [6144, '2 actions, 6,144 of 6,144 characters that one managed policy may have.'],
  [6145, /, so it is 2 managed policies that are attached together\.$/],
])('a policy of %i characters', (characters, text) => {
  const actions = [
    { action: 'a:X', usedFor: 'x' },
    { action: 'a:Y', usedFor: 'y' },
  ];
  const said = sizeInWords({
    json: '{}',
    parts: Array.from({ length: 2 }, () => ({ json: '{}', characters: 10 })),
    characters,
    charactersAllowed: 6144,
    actions,
    partition: 'aws',
  });
  expect(said).toMatch(text);
});
