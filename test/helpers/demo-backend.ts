import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts';
import type { Job } from '../../shared/api/answers.ts';
import type { Instant } from '../../shared/model/period.ts';
import type { DemoScan } from './demo-scan.ts';
import { silentLog } from './page-server.ts';

/** A backend over the demo workspace, already scanned. */
export interface DemoBackend {
  readonly backend: Backend;
  /** The instant at which the demo's world ends. */
  readonly now: Instant;
  /** The scan that filled the workspace. */
  readonly job: Job;
  /** Assay's own folder; the demo's workspace lies in it. */
  readonly home: string;
  close(): Promise<void>;
}

/**
 * Opens the demo as a later start of the same day does: on a copy of the workspace that the one
 * scan of this test run has filled, so that whoever asks may change what it holds.
 */
export async function scannedDemo(): Promise<DemoBackend> {
  const { home, remove, ...scan } = await copyOfDemo();
  const backend = await createBackend({
    workspace: 'demo',
    home,
    version: '0.0.0-test',
    log: silentLog,
    now: () => scan.now,
    env: {},
  });
  const close = async () => {
    await backend.close();
    await remove();
  };
  return { backend, now: scan.now, job: scan.job, home, close };
}

/** Assay's own folder with the scanned demo in it, for one test to do with as it likes. */
export async function copyOfDemo(): Promise<DemoScan & { remove(): Promise<void> }> {
  const scan = await demoScan();
  const home = await mkdtemp(join(tmpdir(), 'assay-demo-'));
  await cp(scan.home, home, { recursive: true });
  return { ...scan, home, remove: () => rm(home, { recursive: true, force: true }) };
}

/** Asks for the test run's scan of the demo; the first to ask starts it, and all wait for its end. */
async function demoScan(): Promise<DemoScan> {
  const answer = await fetch(inject('demoScan'));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as DemoScan;
}

/** The job that ends next. */
export function jobEnd(backend: Backend): Promise<Job> {
  return new Promise((resolve) => {
    const stop = backend.onEvent((event) => {
      if (event.type !== 'job' || event.job.state === 'running') return;
      stop();
      resolve(event.job);
    });
  });
}
