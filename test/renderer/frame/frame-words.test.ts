import { describe, expect, test } from 'vitest';
import { type Command, matchingCommands } from '../../../renderer/frame/commands.ts';
import {
  jobEnd,
  jobProgress,
  jobResult,
  jobTitle,
  stepWords,
  timeLeft,
} from '../../../renderer/frame/job-words.ts';
import { lengthChoices, monthChoices } from '../../../renderer/frame/period-choices.ts';
import type { Job, JobStep } from '../../../shared/api/answers.ts';

function step(changes: Partial<JobStep>): JobStep {
  return {
    id: 's',
    title: 'Events',
    done: 0,
    total: null,
    share: null,
    state: 'waiting',
    note: null,
    ...changes,
  };
}

function job(changes: Partial<Job>): Job {
  return {
    id: 'j',
    kind: 'scan',
    state: 'running',
    startedAt: '2026-11-20T12:00:00Z',
    endedAt: null,
    steps: [],
    remainingMs: null,
    error: null,
    watchingUsd: '0.003',
    summary: null,
    ...changes,
  };
}

describe('a running job', () => {
  test('says step, counts, steps done and time left', () => {
    const steps = [
      step({ state: 'done' }),
      step({ state: 'running', done: 1200, total: 4800, share: 0.25 }),
      step({}),
      step({}),
    ];
    expect(jobProgress(job({ steps, remainingMs: 16_000 }))).toEqual({
      percent: 31,
      label: 'Events: 1,200 of 4,800',
      detail: '1 of 4 steps done, about 15 s left',
    });
  });

  test.each([
    [0, 'a few seconds left'],
    [120, 'a few seconds left'],
    [9_999, 'a few seconds left'],
    [10_000, 'about 10 s left'],
    [43_000, 'about 45 s left'],
    [58_000, 'about 1 min left'],
    [150_000, 'about 3 min left'],
    [3_590_000, 'about 1 hour left'],
    [7_300_000, 'about 2 hours left'],
  ])('%i ms are told as %s', (ms, words) => {
    expect(timeLeft(ms)).toBe(words);
  });

  test('without steps yet divides by nothing', () => {
    expect(jobProgress(job({}))).toMatchObject({ percent: 0, label: 'Starting' });
  });

  test.each([
    [{ done: 0, total: null }, 'Events'],
    [{ done: 7, total: null }, 'Events: 7'],
    [{ done: 0, total: 0 }, 'Events'],
  ])('a step with %j reads %s', (counts, words) => {
    expect(stepWords(step(counts))).toBe(words);
  });
});

describe('an ended job', () => {
  test('names what is not complete, and the cost of a scan', () => {
    const steps = [
      step({ state: 'partial', title: 'Guardrails', note: 'denied in 1 account' }),
      ...['a', 'b', 'c'].map((title) => step({ state: 'failed', title })),
    ];
    expect(jobResult(job({ state: 'partial', steps }))).toBe(
      'Not complete: Guardrails: denied in 1 account; a; b and 1 more. The AWS calls cost $0.003.',
    );
  });

  test('says what an import added, and no cost', () => {
    const summary = {
      files: 3,
      filesTaken: 2,
      filesPartial: 0,
      filesSkipped: 1,
      filesFailed: 0,
      events: 22,
      invocations: 1,
      duplicates: 1,
      fragments: 2,
    };
    expect(jobResult(job({ kind: 'import', state: 'done', summary }))).toBe(
      '22 events and 1 invocation added.',
    );
    expect(jobTitle({ kind: 'import', state: 'cancelled' })).toBe(
      'Import cancelled; what was read is kept',
    );
  });
});

describe('how a job ended', () => {
  test.each([
    ['the folder /logs is gone; choose another', 'the folder /logs is gone; choose another.'],
    ['The credentials expired. Sign in again.', 'The credentials expired. Sign in again.'],
  ])('%s: a whole sentence', (message, words) => {
    const error = { code: 'internal', message } as const;
    expect(jobEnd(job({ state: 'failed', error }))).toBe(words);
  });

  test('without an error it says what was done', () => {
    expect(jobEnd(job({ state: 'partial' }))).toBe('The AWS calls cost $0.003.');
  });
});

describe('periods to choose', () => {
  test('months with data, newest first', () => {
    expect(monthChoices('2026-11-20', '2026-09-30').map(({ label }) => label)).toEqual([
      'November 2026',
      'October 2026',
      'September 2026',
    ]);
    expect(monthChoices('2026-11-20', null)).toHaveLength(1);
    expect(monthChoices('2026-11-20', '2020-01-01')).toHaveLength(13);
  });

  test('lengths end with today', () => {
    expect(lengthChoices('2026-11-20')[0]?.period).toEqual({
      from: '2026-11-14',
      to: '2026-11-21',
    });
  });
});

describe('the command palette', () => {
  const command = (label: string, kind: string): Command => ({ id: label, label, kind, run() {} });
  const commands = [
    command('Last 7 days', 'Period'),
    command('Spend', 'Page'),
    command('Claude Opus 5.5', 'Spend of a model'),
    command('Open the demo account', 'Action'),
    { ...command('support', 'Guardrail, 555566667777 eu-west-1'), words: 'eqpixfhen9f8' },
  ];

  test.each([
    ['', ['Last 7 days', 'Spend', 'Claude Opus 5.5', 'Open the demo account', 'support']],
    ['guardrail support', ['support']],
    ['eqpix', ['support']],
    ['555566667777', ['support']],
    ['spend', ['Spend', 'Claude Opus 5.5']],
    ['opus 5', ['Claude Opus 5.5']],
    ['OPEN', ['Open the demo account']],
    ['nothing fits', []],
  ])('%j finds %j', (typed, labels) => {
    expect(matchingCommands(commands, typed).map(({ label }) => label)).toEqual(labels);
  });
});
