import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { createMeteredCalls } from '../../../../electron/backend/aws/metered-calls.ts';
import { readCostExplorer } from '../../../../electron/backend/sources/bill/cost-explorer.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { startMoto } from '../../../helpers/moto.ts';
import { NOW } from './simulated.ts';

/*
 * moto bills nothing. It answers GetCostAndUsage from a queue that is filled over its own API: each
 * question that it has not met takes the next answer, the same question gets the same answer again.
 * So paging, reading, storing and what is asked twice are proven here; that filters, groupings and
 * days are the right ones is not: moto looks at none of them (the simulated organisation does).
 */

const ACCOUNT = '123456789012';
const OPUS = 'Claude Opus 4.8 (Amazon Bedrock Edition)';
const DAY = '2026-11-17';

const moto = await startMoto();
const endpoint = 'missing' in moto ? 'http://127.0.0.1:1' : moto.endpoint;
const requests: string[] = [];
const clients = createClients({
  connection: {
    id: 'moto',
    label: 'moto',
    profile: null,
    roleArn: null,
    regions: ['us-east-1'],
    endpointUrl: endpoint,
    accountId: null,
    organization: null,
  },
  env: {},
  credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
  onAttempt: (operation) => void requests.push(operation),
});

interface Group {
  readonly keys: readonly string[];
  readonly usd: string;
  readonly quantity?: string;
}

function answer(groups: readonly Group[], next?: string) {
  const Groups = groups.map(({ keys, usd, quantity = '0' }) => ({
    Keys: keys,
    Metrics: {
      UnblendedCost: { Amount: usd, Unit: 'USD' },
      AmortizedCost: { Amount: usd, Unit: 'USD' },
      UsageQuantity: { Amount: quantity, Unit: 'N/A' },
    },
  }));
  const TimePeriod = { Start: DAY, End: '2026-11-18' };
  return {
    ResultsByTime: [{ TimePeriod, Total: {}, Groups, Estimated: false }],
    ...(next === undefined ? {} : { NextPageToken: next }),
  };
}

async function queue(results: readonly object[]): Promise<void> {
  const response = await fetch(`${endpoint}/moto-api/static/ce/cost-and-usage-results`, {
    method: 'POST',
    body: JSON.stringify({ results }),
  });
  expect(response.status).toBe(201);
}

interface Opened {
  readonly folder: string;
  readonly store: Store;
}

let opened: Opened | null = null;

function current(): Opened {
  if (opened === null) throw new Error('the store is not open yet');
  return opened;
}

beforeEach(async ({ skip }) => {
  if ('missing' in moto) skip(moto.missing);
  await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
  const folder = await mkdtemp(join(tmpdir(), 'assay-moto-bill-'));
  opened = { folder, store: await openStore({ folder }) };
  requests.length = 0;
});

afterEach(async () => {
  await opened?.store.close();
  if (opened !== null) await rm(opened.folder, { recursive: true, force: true });
  opened = null;
});

afterAll(async () => {
  clients.close();
  if (!('missing' in moto)) await moto.stop();
});

function read() {
  const { store, folder } = current();
  const clock = () => NOW;
  const tools = {
    store,
    meter: createMeteredCalls({ scanId: 'scan', capUsd: '5', spentUsd: [], clock }),
    spoolFolder: join(folder, 'spool'),
    signal: new AbortController().signal,
    clock,
  };
  return readCostExplorer(tools, { accountId: ACCOUNT, clients, members: [], tagKeys: ['team'] });
}

describe("moto's Cost Explorer", () => {
  it('without anything billed: one question, no rows, and it is collected', async () => {
    const [reading] = await read();
    expect(reading).toMatchObject({ outcome: { status: 'collected' }, calls: 1, items: 0 });
    expect(requests).toEqual(['ce:GetCostAndUsage']);
  });

  it('page by page, each amount as it was written, and nothing is paid for twice', async () => {
    await queue([
      answer([{ keys: ['Amazon Bedrock', ACCOUNT], usd: '1.5' }], 'more'),
      answer([
        { keys: [OPUS, ACCOUNT], usd: '2' },
        { keys: ['Amazon EC2', ACCOUNT], usd: '99' },
      ]),
      answer([{ keys: ['Amazon Bedrock', 'USE1-Guardrail'], usd: '1.5', quantity: '10' }], 'rest'),
      answer([
        { keys: [OPUS, 'USE1-MP:USE1_InputTokens-Units'], usd: '0.0000000001' },
        { keys: [OPUS, 'USE1-MP:USE1_OutputTokens-Units'], usd: '1.9999999999' },
      ]),
      answer([{ keys: ['Credit', ACCOUNT], usd: '-0.25' }]),
      answer([{ keys: ['team$shop', 'Amazon Bedrock'], usd: '1.5' }]),
    ]);
    const [reading] = await read();
    expect(reading).toMatchObject({ outcome: { status: 'collected' }, calls: 6, items: 4 });
    const { rows } = await current().store.query(
      `SELECT service, usage_type, line_item_type, CAST(unblended_cost AS VARCHAR)
       FROM bill ORDER BY unblended_cost`,
      10,
    );
    expect(
      rows.map(([service, usage, type, cost]) => [service, usage, type, Number(cost)]),
    ).toEqual([
      [null, null, 'Credit', -0.25],
      [OPUS, 'USE1-MP:USE1_InputTokens-Units', 'Usage', 0.000_000_000_1],
      ['Amazon Bedrock', 'USE1-Guardrail', 'Usage', 1.5],
      [OPUS, 'USE1-MP:USE1_OutputTokens-Units', 'Usage', 1.999_999_999_9],
    ]);
    const total = await current().store.query(
      'SELECT CAST(sum(unblended_cost) AS VARCHAR) FROM bill',
      1,
    );
    expect(total.rows[0]?.[0]).toMatch(/^3\.250*$/);
    const tags = await current().store.query('SELECT tag_key, tag_value FROM bill_tags', 5);
    expect(tags.rows).toEqual([['team', 'shop']]);
    await read();
    expect(requests).toHaveLength(6);
  });
});
