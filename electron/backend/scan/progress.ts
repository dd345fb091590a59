import type { JobStep } from '../../../shared/api/answers.ts';

/** How a step ended. */
export type StepEnd = 'done' | 'partial' | 'failed';

/** The steps of a job as its work moves them on; every change is reported at once. */
export interface Progress {
  start(id: string): void;
  /** Sets how much of a step is done; `total` null while unknown. */
  count(id: string, done: number, total: number | null): void;
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
    count: (id, done, total) => change(id, { done, total }),
    note: (id, note) => change(id, { note }),
    end: (id, state, note) => update(id, (step) => ({ state, note, total: totalAt(step, state) })),
    steps: () => steps,
  };
}

/** Totals are estimates: what is done is all there was. */
function totalAt({ done, total }: JobStep, end: StepEnd): number | null {
  return end === 'done' && total !== null ? done : total;
}

/** One counter out of those of many readings that run at once; unknown while any of them is. */
export function createTally(report: (done: number, total: number | null) => void) {
  const parts = new Map<string, { readonly done: number; readonly total: number | null }>();
  return (part: string, done: number, total: number | null): void => {
    parts.set(part, { done, total });
    const all = [...parts.values()];
    const unknown = all.some((one) => one.total === null);
    report(
      all.reduce((sum, one) => sum + one.done, 0),
      unknown ? null : all.reduce((sum, one) => sum + (one.total ?? 0), 0),
    );
  };
}
