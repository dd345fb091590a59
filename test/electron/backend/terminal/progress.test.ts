import { describe, expect, it } from 'vitest';
import { jobLines } from '../../../../electron/backend/terminal/job-lines.ts';
import { welcome } from '../../../../electron/backend/terminal/welcome.ts';
import type { JobStep } from '../../../../shared/api/answers.ts';
import { client, dispatcher } from '../../../../shared/api/dispatch.ts';
import { type FakeBackend, fakeBackend, sampleJob } from '../../../helpers/fake-backend.ts';
import { sampleWorkspace, summaryAnswers } from '../../../helpers/sample-answers.ts';

const step = (id: string, changes: Partial<JobStep> = {}): JobStep => ({
  id,
  title: id,
  done: 0,
  total: null,
  share: null,
  state: 'waiting',
  note: null,
  ...changes,
});

function told(live: boolean, ...steps: readonly (readonly JobStep[])[]): string {
  let text = '';
  const tell = jobLines({ live, write: (more) => (text += more) });
  for (const each of steps) tell(sampleJob({ steps: each, remainingMs: 1500 }));
  tell(sampleJob({ steps: steps.at(-1) ?? [], state: 'done' }));
  return text;
}

describe('jobLines', () => {
  const ended = step('Trails', { state: 'done', done: 4, total: 4 });
  const partial = step('Logs', { state: 'partial', done: 1, total: 2, note: '1 denied' });

  it('writes each ended step once, and waiting ones never', () => {
    const running = step('Logs', { state: 'running', done: 1, total: 2 });
    expect(told(false, [ended, running], [ended, running], [ended, partial, step('x')])).toBe(
      '  ✓ Trails 4\n  ! Logs 1/2 (1 denied)\n',
    );
  });

  it('shows the running step on a live terminal and takes it away again', () => {
    const running = step('Logs', { state: 'running', done: 1, total: 2 });
    expect(told(true, [ended, running])).toBe('  ✓ Trails 4\n  · Logs 1/2, 2 s left\r\u001b[2K');
  });
});

describe('welcome', () => {
  async function greeted(backend: FakeBackend): Promise<string> {
    let text = '';
    const call = client(dispatcher(backend.api));
    const terminal = { live: false, write: (more: string) => (text += more) };
    await welcome({ call, onEvent: backend.onEvent, terminal });
    return text;
  }
  const methods = (backend: FakeBackend) => backend.calls.map(({ method }) => method);
  const demo = { ...summaryAnswers, 'workspace.get': sampleWorkspace({ demo: true }) };

  it('scans the demo workspace and sums up', async () => {
    const done = sampleJob({ state: 'done' });
    const backend = fakeBackend({ ...demo, 'scan.start': done });
    const text = await greeted(backend);
    expect(text).toContain('Scanning the simulated account');
    expect(text).toContain('$1,234.57');
    expect(methods(backend)).toContain('scan.start');
  });

  it('follows a scan that the page started already', async () => {
    const { AppError } = await import('../../../../shared/model/app-error.ts');
    const backend = fakeBackend({
      ...demo,
      'scan.start': async () => {
        throw new AppError('conflict', 'A scan is running.');
      },
      'job.current': sampleJob({ state: 'partial' }),
    });
    expect(await greeted(backend)).toContain('$1,234.57');
  });

  it('never reads a real account by itself', async () => {
    const backend = fakeBackend(summaryAnswers);
    expect(await greeted(backend)).toContain('acme');
    expect(methods(backend)).not.toContain('scan.start');
  });
});
