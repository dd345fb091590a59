import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleForNode } from '../bench/bundle.ts';
import type { DemoScan } from './demo-scan.ts';
import { projectRoot } from './source-tree.ts';

const CACHE = join(projectRoot, 'node_modules/.cache');
const DEMO_SCAN = join(projectRoot, 'test/helpers/demo-scan.ts');
const DEMO_THREAD = join(projectRoot, 'electron/backend/workspace/demo-thread.ts');

declare module 'vitest' {
  interface ProvidedContext {
    /** The address that answers with the test run's `DemoScan`. */
    readonly demoScan: string;
  }
}

/** The one scan of a test run, in a process of its own. */
interface ScanProcess {
  /** Starts the scan when asked for the first time. */
  scan(): Promise<DemoScan>;
  close(): Promise<void>;
}

/**
 * Vitest's global setup of the projects whose tests look at a scanned demo: offers the scan to all
 * test processes of the run, over loopback. Nothing is scanned until one of them asks.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if ('demoScan' in project.getProvidedContext()) return undefined;
  const scanning = scanProcess();
  const server = createServer((_, response) => {
    scanning.scan().then(
      (scan) => response.end(JSON.stringify(scan)),
      (reason: unknown) => response.writeHead(500).end(messageOf(reason)),
    );
  });
  project.vitest.provide('demoScan', await addressOf(server));
  return async () => {
    await scanning.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
}

function addressOf(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    });
  });
}

function scanProcess(): ScanProcess {
  let child: ChildProcess | null = null;
  let result: Promise<DemoScan> | null = null;
  let home = '';
  const run = async (): Promise<DemoScan> => {
    home = await mkdtemp(join(tmpdir(), 'assay-demo-'));
    await mkdir(CACHE, { recursive: true });
    const bundles = await mkdtemp(join(CACHE, 'demo-scan-'));
    try {
      const thread = await bundleForNode(DEMO_THREAD, join(bundles, 'thread'));
      child = fork(await bundleForNode(DEMO_SCAN, join(bundles, 'scan')), [home, thread]);
      return await answerOf(child);
    } finally {
      await rm(bundles, { recursive: true, force: true });
    }
  };
  return {
    scan() {
      result ??= run();
      return result;
    },
    async close() {
      child?.kill('SIGKILL');
      await result?.catch(() => undefined);
      if (home !== '') await rm(home, { recursive: true, force: true });
    },
  };
}

function answerOf(child: ChildProcess): Promise<DemoScan> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as DemoScan));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The scan of the demo ended with ${code} before it was through.`)),
    );
  });
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
