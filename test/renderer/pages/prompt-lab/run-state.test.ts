import { expect, test } from 'vitest';
import {
  IDLE,
  isRunning,
  nextRunState,
  type RunAction,
  type RunState,
} from '../../../../renderer/pages/prompt-lab/run-state.ts';
import type { PromptRun } from '../../../../shared/api/answers.ts';

const run: PromptRun = {
  runId: 'r1',
  modelId: 'm',
  region: 'us-east-1',
  text: 'Hello there',
  stopReason: 'end_turn',
  tokens: { input: 3, output: 2, cacheRead: 0, cacheWrite: 0 },
  timeToFirstTokenMs: 400,
  totalMs: 900,
  usd: '0.0001',
  prices: [],
  guardrail: null,
  serviceTier: null,
};
const start: RunAction = { type: 'start' };
const started: RunAction = { type: 'started', runId: 'r1' };
const text = (piece: string, runId = 'r1'): RunAction => ({
  type: 'prompt-text',
  runId,
  text: piece,
});
const done: RunAction = { type: 'prompt-done', runId: 'r1', run };
const error = { code: 'aws-denied', message: 'not allowed to bedrock:InvokeModel' } as const;
const failed: RunAction = { type: 'prompt-failed', runId: 'r1', error };

const play = (...actions: readonly RunAction[]): RunState => actions.reduce(nextRunState, IDLE);

const cases: readonly (readonly [string, readonly RunAction[], RunState])[] = [
  ['waits for its id', [start], { phase: 'starting', early: [] }],
  [
    'streams',
    [start, started, text('Hel'), text('lo')],
    { phase: 'streaming', runId: 'r1', text: 'Hello' },
  ],
  [
    'keeps what came before its id',
    [start, text('Hel'), started, text('lo')],
    { phase: 'streaming', runId: 'r1', text: 'Hello' },
  ],
  ['may end before its id came', [start, text('Hel'), done, started], { phase: 'done', run }],
  [
    'ignores other runs',
    [start, text('no', 'r0'), started, text('no', 'r2')],
    { phase: 'streaming', runId: 'r1', text: '' },
  ],
  [
    'ignores what comes after the end',
    [start, started, done, text('late')],
    { phase: 'done', run },
  ],
  [
    'keeps the text of a failed run',
    [start, started, text('Hel'), failed],
    { phase: 'failed', error, text: 'Hel' },
  ],
  ['is refused at once', [start, { type: 'refused', error }], { phase: 'failed', error, text: '' }],
  [
    'is not refused once it streams',
    [start, started, { type: 'refused', error }],
    { phase: 'streaming', runId: 'r1', text: '' },
  ],
  ['ignores events while idle', [text('Hel')], { phase: 'idle' }],
  ['starts anew', [start, started, done, start], { phase: 'starting', early: [] }],
];

test.each(cases)('a run %s', (_, actions, expected) => {
  expect(play(...actions)).toEqual(expected);
});

test.each([
  [IDLE, false],
  [play(start), true],
  [play(start, started), true],
  [play(start, started, done), false],
  [play(start, started, failed), false],
])('%o is running: %s', (state, running) => {
  expect(isRunning(state)).toBe(running);
});
