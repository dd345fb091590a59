import { describe, expect, it } from 'vitest';
import { createScheduler, type Scheduler } from '../../../../electron/backend/polling/scheduler.ts';
import type { Job } from '../../../../shared/api/answers.ts';
import { instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  SOURCE_KINDS,
  type SourceKind,
} from '../../../../shared/model/settings.ts';

const START = msOfInstant('2026-11-20T08:00:00Z');
const MINUTE = 60_000;

/** A workspace whose clock and jobs the test moves by hand; every source was read at the start. */
class Desk {
  nowMs = START;
  settings: Settings;
  job: Job | null = null;
  /** Sources that most places could not answer. */
  failing: readonly SourceKind[] = [];
  readonly scans: { readonly at: number; readonly sources: readonly SourceKind[] }[] = [];
  readonly scheduler: Scheduler;
  stopped = false;
  private tick: () => void = () => undefined;

  constructor(
    minutes: Partial<Record<SourceKind, number>>,
    lastRead = START,
    never: readonly SourceKind[] = [],
  ) {
    const all = Object.fromEntries(SOURCE_KINDS.map((kind) => [kind, 10_000]));
    this.settings = {
      ...DEFAULT_SETTINGS,
      polling: { on: true, minutes: { ...DEFAULT_SETTINGS.polling.minutes, ...all, ...minutes } },
    };
    const known = SOURCE_KINDS.filter((kind) => !never.includes(kind));
    const at = instantOfMs(lastRead);
    const read = () =>
      Object.fromEntries(known.map((kind) => [kind, { at, failed: this.failing.includes(kind) }]));
    this.scheduler = createScheduler({
      now: () => instantOfMs(this.nowMs),
      settings: () => this.settings,
      lastRead: async () => read(),
      job: () => this.job,
      start: (sources) => this.start(sources),
      every: (_ms, tick) => {
        this.tick = tick;
        return () => {
          this.stopped = true;
        };
      },
      onProblem: (thrown) => {
        throw thrown;
      },
      random: () => 0.5,
    });
  }

  private start(sources: readonly SourceKind[]): Job {
    this.scans.push({ at: (this.nowMs - START) / MINUTE, sources });
    this.job = {
      id: `job-${this.scans.length}`,
      kind: 'scan',
      state: 'running',
      startedAt: instantOfMs(this.nowMs),
      endedAt: null,
      steps: [],
      remainingMs: null,
      error: null,
      watchingUsd: '0',
      summary: null,
    };
    return this.job;
  }

  end(state: Job['state']): void {
    if (this.job !== null) this.job = { ...this.job, state, endedAt: instantOfMs(this.nowMs) };
  }

  /** Lets minutes pass with a tick in each; a job that began ends at once with `state`. */
  async pass(minutes: number, state: Job['state'] = 'done'): Promise<void> {
    for (let done = 0; done < minutes; done += 1) {
      this.nowMs += MINUTE;
      await this.look();
      if (this.job?.state === 'running') this.end(state);
    }
  }

  async look(): Promise<void> {
    this.tick();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}

const times = (desk: Desk) => desk.scans.map(({ at, sources }) => `${at} ${sources.join()}`);

describe('sources are read again', () => {
  it('each on its own interval, together where they meet', async () => {
    const desk = new Desk({ metrics: 30, prices: 15 });
    await desk.pass(62);
    expect(times(desk)).toEqual([
      '15 prices',
      '30 metrics,prices',
      '45 prices',
      '60 metrics,prices',
    ]);
  });

  it('at once where they never were', async () => {
    const late = new Desk({ bill: 60 }, START, ['bill']);
    await late.pass(2);
    expect(times(late)).toEqual(['1 bill']);
  });

  it('not before a first scan by hand', async () => {
    const fresh = new Desk({ events: 5 }, START, SOURCE_KINDS);
    await fresh.pass(20);
    expect(fresh.scans).toEqual([]);
  });

  it('not while polling is off, and again when it is on', async () => {
    const desk = new Desk({ events: 5 });
    const { polling } = desk.settings;
    desk.settings = { ...desk.settings, polling: { ...polling, on: false } };
    await desk.pass(20);
    expect(desk.scans).toEqual([]);
    expect(desk.scheduler.states().every(({ nextAt }) => nextAt === null)).toBe(true);
    desk.settings = { ...desk.settings, polling };
    await desk.pass(1);
    expect(times(desk)).toEqual(['21 logs,events']);
  });

  it('not when they are not among the chosen ones', async () => {
    const desk = new Desk({ events: 5, metrics: 5 });
    desk.settings = { ...desk.settings, sources: ['metrics'] };
    await desk.pass(6);
    expect(times(desk)).toEqual(['5 metrics']);
  });

  it('after a failure with a wait that doubles up to an hour, then as usual', async () => {
    const desk = new Desk({ events: 15 });
    await desk.pass(15 + 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60, 'failed');
    expect(desk.scans.map(({ at }) => at)).toEqual([15, 16, 18, 22, 30, 46, 78, 138, 198]);
    expect(desk.scheduler.states().find(({ kind }) => kind === 'events')?.failures).toBe(8);
    await desk.pass(60);
    await desk.pass(16);
    expect(desk.scans.map(({ at }) => at).slice(-2)).toEqual([258, 273]);
    expect(desk.scheduler.states().find(({ kind }) => kind === 'events')?.failures).toBe(0);
  });

  it('soon again where most places failed, though the scan ended', async () => {
    const desk = new Desk({ metrics: 60, prices: 60 });
    desk.failing = ['metrics'];
    await desk.pass(64, 'partial');
    expect(times(desk)).toEqual(['60 metrics,prices', '61 metrics', '63 metrics']);
  });

  it('once after a sleep, however long', async () => {
    const desk = new Desk({ events: 15 });
    desk.nowMs += 8 * 60 * MINUTE;
    await desk.pass(2);
    expect(times(desk)).toEqual(['481 logs,events']);
  });

  it('after a cancelled scan with its whole interval', async () => {
    const desk = new Desk({ events: 15 });
    await desk.pass(31, 'cancelled');
    expect(desk.scans.map(({ at }) => at)).toEqual([15, 30]);
  });

  it('not while another job runs', async () => {
    const desk = new Desk({ events: 5 });
    await desk.pass(4);
    await desk.look();
    desk.scans.length = 0;
    desk.nowMs += MINUTE;
    desk.job = null;
    await desk.look();
    expect(desk.scans).toHaveLength(1);
    desk.nowMs += 30 * MINUTE;
    await desk.look();
    expect(desk.scans).toHaveLength(1);
    desk.end('done');
    desk.nowMs += 5 * MINUTE;
    await desk.look();
    expect(desk.scans).toHaveLength(2);
  });

  it('no more once it is closed', () => {
    const desk = new Desk({});
    desk.scheduler.close();
    expect(desk.stopped).toBe(true);
  });

  it('the event history after the log files, which hold most of it', async () => {
    const desk = new Desk({ events: 5 });
    await desk.pass(5);
    desk.settings = { ...desk.settings, sources: ['events'] };
    await desk.pass(5);
    expect(times(desk)).toEqual(['5 logs,events', '10 events']);
  });

  it('at times that are told', async () => {
    const desk = new Desk({ events: 15 });
    await desk.look();
    const events = desk.scheduler.states().find(({ kind }) => kind === 'events');
    expect(events).toEqual({
      kind: 'events',
      lastAt: '2026-11-20T08:00:00Z',
      nextAt: '2026-11-20T08:15:00Z',
      failures: 0,
    });
  });
});
