import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackendEvent } from '../../shared/api/answers.ts';
import { inputs, type Method } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { type Carried, http, inProcess, ipc } from '../helpers/carriers.ts';
import { type FakeBackend, fakeBackend, sampleJob } from '../helpers/fake-backend.ts';
import { badInputs, goodInputs } from '../helpers/sample-inputs.ts';

vi.mock('electron', async () => (await import('../helpers/carriers.ts')).carrierElectron);

const methods = Object.keys(inputs) as Method[];
/** The whole refusal, of the methods whose bad sample is a Region: it says which code it is. */
const ownSentences = new Map<Method, string>([
  ['events.facets', "'; drop table x is no Region code; write it as AWS does, as in eu-west-1."],
  ['spend.cache', 'everywhere is no Region code; write it as AWS does, as in eu-west-1.'],
]);
const WEIRD = 'tab\t "quote" \u2028 é 日本 😀 </script> $x';
const manyRows = Array.from({ length: 30_000 }, (_, index) => [index, `row ${index}`, WEIRD, null]);

function text(index: number): BackendEvent {
  return { type: 'prompt-text', runId: 'r1', text: `${index} ${WEIRD}` };
}

function answering(): FakeBackend {
  return fakeBackend({
    'settings.update': async () => {
      throw new AppError('conflict', 'The settings changed meanwhile. Reload.', {
        cause: new Error('hidden cause'),
      });
    },
    'coverage.summary': async () => {
      throw new TypeError('x is not a function');
    },
    'query.run': {
      columns: [{ name: 'n', type: 'INTEGER' }],
      rows: manyRows,
      truncated: false,
    },
    'job.current': async () => null,
    'events.record': async (input) => ({
      eventId: (input as { readonly eventId: string }).eventId,
      file: 'f',
      record: input,
      invocation: null,
    }),
  });
}

describe.each([
  ['in process', inProcess],
  ['IPC', ipc],
  ['HTTP', http],
])('the contract, %s', (_, carrier) => {
  let backend: FakeBackend;
  let carried: Carried;

  beforeEach(async () => {
    backend = answering();
    carried = await carrier(backend);
  });
  afterEach(() => carried.close());

  it.each(methods.map((method) => [method]))('%s arrives with its input', async (method) => {
    await carried.send(method, goodInputs[method]);
    expect(backend.calls).toEqual([{ method, input: goodInputs[method] }]);
  });

  it.each(methods.map((method) => [method]))('%s refuses bad input, uncalled', async (method) => {
    const answer = await carried.send(method, badInputs[method]);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    const message = answer.ok ? '' : answer.error.message;
    const sentence = ownSentences.get(method);
    if (sentence === undefined) expect(message).toContain(method);
    else expect(message).toBe(sentence);
    expect(backend.calls).toEqual([]);
  });

  it('carries an answer unchanged, null among them', async () => {
    const input = { eventId: WEIRD };
    expect(await carried.send('events.record', input)).toEqual({
      ok: true,
      value: { eventId: WEIRD, file: 'f', record: input, invocation: null },
    });
    expect(await carried.send('job.current', {})).toEqual({ ok: true, value: null });
  });

  it('carries a large answer whole', async () => {
    const answer = await carried.send('query.run', goodInputs['query.run']);
    expect(answer).toMatchObject({ ok: true, value: { rows: { length: manyRows.length } } });
    const rows = answer.ok ? (answer.value as { readonly rows: unknown[] }).rows : [];
    expect(rows.at(-1)).toEqual(manyRows.at(-1));
  });

  it.each(['nope', '__proto__', 'constructor', 'toString', 'settings', 'Settings.Get', '%00'])(
    'knows no method %s',
    async (method) => {
      const answer = await carried.send(method, {});
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(backend.calls).toEqual([]);
    },
  );

  it('carries an expected error with its code and message, and nothing else', async () => {
    expect(await carried.send('settings.update', {})).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'The settings changed meanwhile. Reload.' },
    });
  });

  it('turns an unexpected error into an internal one, without its stack', async () => {
    expect(await carried.send('coverage.summary', {})).toEqual({
      ok: false,
      error: { code: 'internal', message: 'Unexpected: x is not a function' },
    });
  });

  it('gives every one of many calls at once its own answer', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `event-${index}`);
    const answers = await Promise.all(
      ids.map((eventId) => carried.send('events.record', { eventId })),
    );
    const seen = answers.map((answer) =>
      answer.ok ? (answer.value as { readonly eventId: string }).eventId : null,
    );
    expect(seen).toEqual(ids);
  });

  it('carries events whole and in their order, also between calls', async () => {
    const heard: BackendEvent[] = [];
    const sent = Array.from({ length: 400 }, (_, index) => text(index));
    carried.onEvent((event) => heard.push(event));
    await carried.ready();
    for (const [index, event] of sent.entries()) {
      backend.emit(event);
      if (index % 100 === 0) await carried.send('settings.get', {});
    }
    await vi.waitFor(() => expect(heard).toHaveLength(sent.length));
    expect(heard).toEqual(sent);
  });

  it('tells every listener, and none that stopped', async () => {
    const first: BackendEvent[] = [];
    const second: BackendEvent[] = [];
    const stop = carried.onEvent((event) => first.push(event));
    carried.onEvent((event) => second.push(event));
    await carried.ready();
    backend.emit({ type: 'job', job: sampleJob() });
    await vi.waitFor(() => expect([first.length, second.length]).toEqual([1, 1]));
    stop();
    backend.emit({ type: 'workspace' });
    await vi.waitFor(() => expect(second).toHaveLength(2));
    expect(first).toHaveLength(1);
  });
});
