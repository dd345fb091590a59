import { expect, test } from 'vitest';
import { createScheduler } from '../../../../../electron/backend/polling/scheduler.ts';
import type { Job } from '../../../../../shared/api/answers.ts';
import { instantOfMs, msOfInstant } from '../../../../../shared/model/period.ts';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings.ts';
import { jobEnd } from '../../../../helpers/demo-backend.ts';
import { withFolder } from '../../../../helpers/with-folder.ts';
import { NOW } from '../../store/store-case.ts';
import { inputPrice, type MoneyWorkspace, million, withMoney } from './money-workspace.ts';

const MINUTE = 60_000;
const EVERY = 15;

/** A clock that the test moves: each reading that falls due reads an empty folder. */
function polled({ backend, api }: MoneyWorkspace, folder: string) {
  let nowMs = msOfInstant(NOW);
  let readAt = nowMs;
  let tick: () => void = () => undefined;
  let ended: Promise<Job> | null = null;
  const begun: (() => void)[] = [];
  const running: Job = {
    id: 'reading',
    kind: 'scan',
    state: 'running',
    startedAt: NOW,
    endedAt: null,
    steps: [],
    remainingMs: null,
    error: null,
    watchingUsd: '0',
    summary: null,
  };
  const scheduler = createScheduler({
    now: () => instantOfMs(nowMs),
    settings: () => ({
      ...DEFAULT_SETTINGS,
      sources: ['metrics'],
      polling: { on: true, minutes: { ...DEFAULT_SETTINGS.polling.minutes, metrics: EVERY } },
    }),
    lastRead: async () => ({ metrics: { at: instantOfMs(readAt), failed: false } }),
    job: () => null,
    start: () => {
      readAt = nowMs;
      ended = jobEnd(backend);
      void api['import.start']({ folder });
      for (const tell of begun.splice(0)) tell();
      return running;
    },
    every: (_, look) => {
      tick = look;
      return () => undefined;
    },
    onProblem: (thrown) => {
      throw thrown;
    },
    random: () => 0.5,
  });
  return {
    close: () => scheduler.close(),
    /** Lets the time of one reading come, and waits until it ended. */
    async next(): Promise<void> {
      const begins = new Promise<void>((tell) => begun.push(tell));
      nowMs += EVERY * MINUTE;
      tick();
      await begins;
      await ended;
    },
  };
}

const THRESHOLDS = [
  { percent: 50, on: 'actual' },
  { percent: 80, on: 'actual' },
] as const;

const BUDGET = { id: 'b', name: 'All', scope: { kind: 'workspace' }, monthlyUsd: '10' } as const;

test('by the clock of polling a crossing is told once, and again for another amount or scope', async () => {
  await withFolder(async (empty) => {
    await withMoney(
      async () => undefined,
      async (workspace) => {
        const { api, backend, importCalls } = workspace;
        await api['settings.update']({ priceOverrides: [inputPrice()] });
        await importCalls('calls', million('a', '2026-11-14T03:00:00Z', 9_000_000));
        const told: string[] = [];
        const stop = backend.onEvent((one) => {
          if (one.type === 'budgets') told.push(...one.alerts.map(({ message }) => message));
        });
        const set = (change: object) =>
          api['settings.update']({
            spendBudgets: [{ ...BUDGET, thresholds: [...THRESHOLDS], ...change }],
          });
        const clock = polled(workspace, empty);
        const read = async () => {
          await clock.next();
          return told.splice(0);
        };
        const said = (percent: number, of: string) =>
          `Budget 'All': 2026-11 has cost $9.00 (metered usage alone, no bill was read), at or over ${percent} % of $${of}.`;
        await set({});
        expect(await read()).toEqual([said(80, '10.00')]);
        expect(await read()).toEqual([]);
        await set({ monthlyUsd: '12' });
        expect(await read()).toEqual([said(50, '12.00')]);
        expect(await read()).toEqual([]);
        await set({ monthlyUsd: '12', scope: { kind: 'account', accountId: '111122223333' } });
        expect(await read()).toEqual([said(50, '12.00')]);
        await set({ monthlyUsd: '12', scope: { kind: 'account', accountId: '444455556666' } });
        expect(await read()).toEqual([]);
        await set({});
        expect(await read()).toEqual([]);
        expect((await api['spend.budgets']({})).told).toHaveLength(4);
        clock.close();
        stop();
      },
    );
  });
});
