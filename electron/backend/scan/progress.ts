import type { JobStep } from '../../../shared/api/answers.ts';

/** How a step ended. */
export type StepEnd = 'done' | 'partial' | 'failed';

/** The steps of a job as its work moves them on; every change is reported at once. */
export interface Progress {
  start(id: string): void;
  /**
   * Sets how much of a step is done; `total` null while unknown. Its share is that of the total
   * where none is given; one that would fall stays where it was.
   */
  count(id: string, done: number, total: number | null, share?: number | null): void;
  /** Says something about a step while it runs. */
  note(id: string, note: string | null): void;
  end(id: string, end: StepEnd, note: string | null): void;
  steps(): readonly JobStep[];
}

/** Lays out all steps as waiting. */
export function createProgress(
  planned: readonly { readonly id: string; readonly title: string }[],
  report: (steps: readonly JobStep[]) => void,
): Progress {
  let steps: readonly JobStep[] = planned.map((step) => ({
    ...step,
    done: 0,
    total: null,
    share: null,
    state: 'waiting',
    note: null,
  }));
  const update = (id: string, patch: (step: JobStep) => Partial<JobStep>): void => {
    steps = steps.map((step) => (step.id === id ? { ...step, ...patch(step) } : step));
    report(steps);
  };
  const change = (id: string, patch: Partial<JobStep>) => update(id, () => patch);
  report(steps);
  return {
    start: (id) => change(id, { state: 'running' }),
    count: (id, done, total, share = shareOf(done, total)) =>
      update(id, (step) => ({ done, total, share: notLess(step.share, share) })),
    note: (id, note) => change(id, { note }),
    end: (id, state, note) =>
      update(id, (step) => ({ state, note, total: totalAt(step, state), share: 1 })),
    steps: () => steps,
  };
}

/** Totals are estimates: what is done is all there was. */
function totalAt({ done, total }: JobStep, end: StepEnd): number | null {
  return end === 'done' && total !== null ? done : total;
}

function shareOf(done: number, total: number | null): number | null {
  return total === null || total === 0 ? null : Math.min(1, done / total);
}

function notLess(before: number | null, now: number | null): number | null {
  return before === null || now === null ? (now ?? before) : Math.max(before, now);
}

/** One counter out of those of many readings, of which some have not begun. */
export interface Tally {
  count(part: string, done: number, total: number | null): void;
  /** What is done of a part is all there was. */
  end(part: string): void;
}

interface Part {
  readonly done: number;
  readonly total: number | null;
  readonly share: number | null;
}

const UNKNOWN: Part = { done: 0, total: null, share: null };

/**
 * Adds up parts that are known beforehand. Their total is unknown while that of any of them is; their
 * share counts each part alike, and is unknown until one of them tells its own.
 */
export function createTally(
  parts: readonly string[],
  report: (done: number, total: number | null, share: number | null) => void,
): Tally {
  const counted = new Map<string, Part>(parts.map((part) => [part, UNKNOWN]));
  const set = (name: string, part: Part) => {
    counted.set(name, part);
    const all = [...counted.values()];
    const unknown = all.some(({ total }) => total === null);
    report(
      all.reduce((sum, one) => sum + one.done, 0),
      unknown ? null : all.reduce((sum, one) => sum + (one.total ?? 0), 0),
      all.every(({ share }) => share === null)
        ? null
        : all.reduce((sum, { share }) => sum + (share ?? 0), 0) / all.length,
    );
  };
  return {
    count: (name, done, total) => {
      const { share } = counted.get(name) ?? UNKNOWN;
      set(name, { done, total, share: notLess(share, shareOf(done, total)) });
    },
    end: (name) => {
      const { done } = counted.get(name) ?? UNKNOWN;
      set(name, { done, total: done, share: 1 });
    },
  };
}
