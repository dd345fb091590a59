import { describe, expect, test } from 'vitest';
import { createJobRunner, type JobWork } from '../../../../electron/backend/jobs/job-runner.ts';
import type { BackendEvent, Job, JobQuestion, JobStep } from '../../../../shared/api/answers.ts';
import { AppError } from '../../../../shared/model/app-error.ts';

const step = (done: number, total: number | null): JobStep => ({
  id: 'read',
  title: 'Read',
  done,
  total,
  share: total === null ? null : done / total,
  state: 'running',
  note: null,
});

const finished: JobWork = async () => ({ state: 'done', watchingUsd: '0.003', summary: null });

const question: JobQuestion = {
  sources: ['events'],
  minutes: 99,
  pages: 11_583,
  objects: 0,
  bytes: 0,
  usd: '0',
  unknown: [],
};

function runnerWithClock(times: readonly string[] = []) {
  const events: Job[] = [];
  let tick = 0;
  const runner = createJobRunner({
    now: () => times[Math.min(tick++, times.length - 1)] ?? '2026-11-20T12:00:00Z',
    emit: (event: BackendEvent) => {
      if (event.type === 'job') events.push(event.job);
    },
    quietMs: 1,
  });
  const ended = () =>
    new Promise<Job>((resolve) => {
      const look = () => {
        const last = events.findLast((job) => job.state !== 'running');
        if (last === undefined) setTimeout(look, 1);
        else resolve(last);
      };
      look();
    });
  return { runner, events, ended };
}

describe('job runner', () => {
  test('tells start and end, and keeps the last job', async () => {
    const { runner, events, ended } = runnerWithClock();
    const job = runner.start('scan', finished);
    expect(job.state).toBe('running');
    expect(await ended()).toMatchObject({ id: job.id, state: 'done', watchingUsd: '0.003' });
    expect(events[0]?.state).toBe('running');
    expect(runner.current()?.state).toBe('done');
  });

  test.each([true, false])('waits for the answer to a question: %s', async (go) => {
    const { runner, events, ended } = runnerWithClock();
    const heard: boolean[] = [];
    const job = runner.start('scan', async (context) => {
      heard.push(await context.ask(question));
      return finished(context);
    });
    expect(() => runner.answer(job.id, go)).toThrow(/waits for no answer/);
    await Promise.resolve();
    expect(runner.current()?.question).toEqual(question);
    runner.answer(job.id, go);
    expect(await ended()).toMatchObject({ state: 'done', question: null });
    expect(heard).toEqual([go]);
    expect(events.some((one) => one.question === question)).toBe(true);
    expect(() => runner.answer(job.id, go)).toThrow(/waits for no answer/);
  });

  test('answers no when it is cancelled', async () => {
    const { runner, ended } = runnerWithClock();
    const heard: boolean[] = [];
    const job = runner.start('scan', async (context) => {
      heard.push(await context.ask(question));
      return finished(context);
    });
    await Promise.resolve();
    runner.cancel(job.id);
    expect((await ended()).state).toBe('cancelled');
    expect(heard).toEqual([false]);
  });

  test('refuses a second job while one runs', async () => {
    const { runner, ended } = runnerWithClock();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    runner.start('scan', async (context) => {
      await gate;
      return finished(context);
    });
    expect(() => runner.start('import', finished)).toThrow(/A scan is running/);
    open();
    await ended();
    expect(runner.start('import', finished).kind).toBe('import');
    await runner.close();
  });

  test.each([
    { thrown: new AppError('aws-failed', 'Read nothing.'), code: 'aws-failed' },
    { thrown: new Error('boom'), code: 'internal' },
  ])('an error of the work ends it as failed: $code', async ({ thrown, code }) => {
    const { runner, ended } = runnerWithClock();
    runner.start('scan', async () => {
      throw thrown;
    });
    expect(await ended()).toMatchObject({ state: 'failed', error: { code } });
  });

  test.each(['throws', 'returns'])('cancel ends it as cancelled when the work %s', async (how) => {
    const { runner, ended } = runnerWithClock();
    const job = runner.start('scan', async (context) => {
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
      if (how === 'throws') throw new Error('aborted');
      return finished(context);
    });
    await Promise.resolve();
    runner.cancel(job.id);
    expect(await ended()).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    expect(() => runner.cancel(job.id)).toThrow(/not running/);
  });

  test('time left follows the pace, and is unknown while a total is', async () => {
    const { runner, events, ended } = runnerWithClock([
      '2026-11-20T12:00:00Z',
      '2026-11-20T12:00:10Z',
      '2026-11-20T12:00:10Z',
    ]);
    runner.start('scan', async (context) => {
      context.report([step(1, 4)]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      context.report([step(1, 4), step(0, null)]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return finished(context);
    });
    await ended();
    const remaining = events.filter((job) => job.steps.length > 0).map((job) => job.remainingMs);
    expect(remaining[0]).toBe(30_000);
    expect(remaining).toContain(null);
  });
});
