import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BedrockResources } from '../../../../../electron/backend/demo/world/bedrock/bedrock-world.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from '../reading.ts';

const SCIENCE_WEST = { accountId: '333344445555', region: 'us-west-2' };
const LOG_ARCHIVE = { accountId: '444455556666' };
const COLLECTED = { status: 'collected' };

let simulated: Simulated;
let read: Read;
let small: Simulated;
let readSmall: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
  small = await startSimulated(createSmallWorld());
  readSmall = readingOf(small);
});
afterAll(async () => {
  await simulated.close();
  await small.close();
});

/** Datasets of a Region, with what the world has of them and what reading them costs. */
const REGIONAL = [
  { dataset: 'prompt-routers', of: 'promptRouters', list: 1, each: 0 },
  { dataset: 'provisioned-throughputs', of: 'provisionedThroughputs', list: 1, each: 1 },
  { dataset: 'custom-models', of: 'customModels', list: 1, each: 2 },
  { dataset: 'custom-model-deployments', of: 'customModelDeployments', list: 1, each: 0 },
  { dataset: 'imported-models', of: 'importedModels', list: 1, each: 1 },
  { dataset: 'marketplace-endpoints', of: 'marketplaceEndpoints', list: 1, each: 1 },
  { dataset: 'customization-jobs', of: 'customizationJobs', list: 1, each: 1 },
  { dataset: 'import-jobs', of: 'importJobs', list: 1, each: 1 },
  { dataset: 'batch-jobs', of: 'batchJobs', list: 1, each: 0 },
  { dataset: 'evaluation-jobs', of: 'evaluationJobs', list: 2, each: 1 },
] as const satisfies readonly {
  readonly dataset: Parameters<Read>[0];
  readonly of: keyof BedrockResources;
  readonly list: number;
  readonly each: number;
}[];

describe('what each collector reads is what the account has', () => {
  it.each(REGIONAL)('$dataset', async ({ dataset, of, list, each }) => {
    const { items, outcome, calls, gaps } = await read(dataset);
    const expected = simulated.world.bedrockResources(PROD, REGION)[of];
    expect({ outcome, gaps }).toEqual({ outcome: COLLECTED, gaps: [] });
    expect(items.length).toBeGreaterThan(0);
    expect(sorted<unknown>(items)).toEqual(sorted<unknown>(expected));
    expect(calls).toBe(list + each * expected.length);
  });

  it('copy-jobs, where the copies lie', async () => {
    const { items, calls } = await read('copy-jobs', SCIENCE_WEST);
    const { accountId, region } = SCIENCE_WEST;
    expect(items).toEqual(simulated.world.bedrockResources(accountId, region).copyJobs);
    expect({ found: items.length, calls }).toEqual({ found: 1, calls: 1 });
  });

  it('tags of application profiles, and of no other', async () => {
    const { items, calls } = await read('inference-profiles');
    const tagged = items.filter(({ tags }) => tags !== null);
    expect(tagged.map(({ type }) => type)).toEqual(tagged.map(() => 'APPLICATION'));
    expect(tagged.length).toBeGreaterThan(1);
    expect(calls).toBe(2 + tagged.length);
  });

  it.each(REGIONAL)('$dataset where there is none', async ({ dataset }) => {
    const { items, outcome, calls } = await readSmall(dataset, {
      accountId: SMALL_ACCOUNT,
      region: 'eu-west-1',
    });
    expect({ items, outcome, calls }).toEqual({ items: [], outcome: COLLECTED, calls: 1 });
  });

  it('2,340 batch jobs come in three calls', async () => {
    const { items, calls } = await readSmall('batch-jobs', { accountId: SMALL_ACCOUNT });
    expect(calls).toBe(3);
    const expected = small.world.bedrockResources(SMALL_ACCOUNT, REGION).batchJobs;
    expect(sorted(items)).toEqual(sorted(expected));
  });
});

describe('what is asked once per account and model', () => {
  it('model-availability: one call per model that can be called', async () => {
    const { items, outcome, calls, region } = await read('model-availability');
    const models = simulated.world.foundationModels(REGION).map(({ modelId }) => modelId);
    expect({ outcome, region, calls }).toEqual({
      outcome: COLLECTED,
      region: 'global',
      calls: models.length,
    });
    expect(sorted(items)).toEqual(
      sorted(
        models.map((modelId) => ({
          modelId,
          askedIn: REGION,
          availability: {
            read: true,
            value: simulated.world.modelAvailability(PROD, REGION, modelId),
          },
        })),
      ),
    );
  });

  it('an account without agreements is not entitled to models of AWS Marketplace', async () => {
    const { items } = await read('model-availability', LOG_ARCHIVE);
    const statusOf = (id: string) => {
      const availability = items.find(({ modelId }) => modelId === id)?.availability;
      return availability?.read === true ? availability.value.agreementStatus : undefined;
    };
    expect(statusOf('anthropic.claude-opus-5-5')).toBe('NOT_AVAILABLE');
    expect(statusOf('amazon.nova-lite-v1:0')).toBe('AVAILABLE');
  });

  it('agreement-offers: models that AWS Marketplace does not meter have no item', async () => {
    const { items, outcome, gaps, calls } = await read('agreement-offers');
    const models = simulated.world.foundationModels(REGION).map(({ modelId }) => modelId);
    expect({ outcome, gaps, calls }).toEqual({
      outcome: COLLECTED,
      gaps: [],
      calls: models.length,
    });
    const metered = models.flatMap((modelId) => {
      const offer = simulated.world.agreementOffer(modelId);
      return offer === null ? [] : [{ modelId, offers: { read: true, value: [offer] } }];
    });
    expect(metered.length).toBeGreaterThan(5);
    expect(metered.length).toBeLessThan(models.length);
    expect(sorted<unknown>(items)).toEqual(sorted<unknown>(metered));
  });

  it('agreement-offers keep neither tokens nor signed addresses', async () => {
    const { items } = await read('agreement-offers');
    expect(JSON.stringify(items)).not.toMatch(/token"|https?:|Signature|legal/i);
  });

  it('use-case-access keeps the company and its industry, and nothing that people wrote', async () => {
    const { items, region } = await read('use-case-access');
    expect(region).toBe('global');
    expect(items).toEqual([
      { submitted: true, companyName: 'Acme Outdoor Retail', industry: 'Retail' },
    ]);
    expect(JSON.stringify(simulated.world.accessForm(PROD))).toContain('ada@acme.example');
  });

  it('use-case-access of an account that submitted none', async () => {
    const { items, outcome } = await read('use-case-access', LOG_ARCHIVE);
    expect(outcome).toEqual(COLLECTED);
    expect(items).toEqual([{ submitted: false, companyName: null, industry: null }]);
  });
});

describe('what one item lacks leaves the others whole', () => {
  it('a detail that is denied is a part, named once with how many it concerns', async () => {
    simulated.account.faults.set('bedrock:GetCustomModel', { kind: 'deny' });
    const { items, outcome, gaps } = await read('custom-models');
    simulated.account.faults.clear();
    expect(outcome).toEqual(COLLECTED);
    expect(items.length).toBeGreaterThan(1);
    expect(items.every(({ detail, tags }) => !detail.read && tags.read)).toBe(true);
    expect(gaps).toMatchObject([
      { of: 'bedrock:GetCustomModel', items: items.length, outcome: { status: 'denied' } },
    ]);
  });

  it('a model that fails is a part of its own', async () => {
    const action = 'bedrock:ListFoundationModelAgreementOffers';
    simulated.account.faults.set(action, { kind: 'malformed', times: 1 });
    const { items, outcome, gaps } = await read('agreement-offers');
    expect(outcome).toEqual(COLLECTED);
    expect(items.filter(({ offers }) => !offers.read)).toHaveLength(1);
    expect(items.filter(({ offers }) => offers.read).length).toBeGreaterThan(5);
    expect(gaps).toMatchObject([{ of: action, items: 1, outcome: { status: 'failed' } }]);
  });

  it('a denial of every model ends the questions after the first few', async () => {
    const action = 'bedrock:GetFoundationModelAvailability';
    simulated.account.faults.set(action, { kind: 'deny' });
    const { outcome, calls } = await read('model-availability');
    simulated.account.faults.clear();
    expect(outcome).toMatchObject({ status: 'denied', action });
    expect(calls).toBe(4);
  });
});
