import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WorldGuardrail } from '../../../../../electron/backend/demo/world/guardrails/guardrails-world.ts';
import type { GuardrailVersion } from '../../../../../shared/model/dataset.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from '../reading.ts';

const SUPPORT = '555566667777';
const SANDBOX = '666677778888';
const DUBLIN = { accountId: SUPPORT, region: 'eu-west-1' };

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

function whole({ settings, tags, ...version }: WorldGuardrail): GuardrailVersion {
  return {
    ...version,
    settings: { read: true, value: settings },
    tags: { read: true, value: tags },
  };
}

function settingsOf(version: GuardrailVersion | undefined) {
  return version?.settings.read === true ? version.settings.value : null;
}

describe('guardrails', () => {
  it.each([
    { accountId: PROD, region: REGION, versions: 6 },
    { accountId: PROD, region: 'eu-west-1', versions: 3 },
    { accountId: SUPPORT, region: 'eu-west-1', versions: 4 },
    { accountId: SUPPORT, region: 'eu-central-1', versions: 2 },
  ])('$accountId $region: every version is what the account has', async (place) => {
    const { items, outcome, gaps } = await read('guardrails', place);
    const world = simulated.world.guardrails(place.accountId, place.region).flat().map(whole);
    expect({ outcome, gaps }).toEqual({ outcome: { status: 'collected' }, gaps: [] });
    expect(items).toHaveLength(place.versions);
    expect(sorted(items)).toEqual(sorted(world));
  });

  it('tell the whole story: tiers, profile, words, regexes, grounding, automated reasoning', async () => {
    const shop = (await read('guardrails')).items;
    const best = shop.find(({ name, version }) => name === 'storefront' && version === '3');
    expect(best).toMatchObject({
      crossRegionProfile: { id: 'us.guardrail.v1:0' },
      tags: { read: true, value: [{ key: 'team', value: 'storefront' }] },
    });
    expect(settingsOf(best)).toMatchObject({
      contentPolicy: { tier: 'STANDARD' },
      wordPolicy: { managedLists: [{ type: 'PROFANITY', inputAction: 'BLOCK' }] },
      sensitiveInformationPolicy: { regexes: [{ name: 'order-number', action: 'ANONYMIZE' }] },
    });
    const support = (await read('guardrails', DUBLIN)).items.map(settingsOf);
    expect(support.map((one) => one?.automatedReasoningPolicy?.policyArns.length ?? 0)).toContain(
      1,
    );
    const grounded = await read('guardrails', { accountId: SUPPORT, region: 'eu-central-1' });
    expect(settingsOf(grounded.items[0])?.groundingFilters).toContainEqual({
      type: 'GROUNDING',
      threshold: 0.5,
      action: 'BLOCK',
      enabled: true,
    });
  });

  it('are named though none may be read, and the permission is told', async () => {
    const { items, outcome, gaps } = await read('guardrails', { accountId: SANDBOX });
    expect(outcome).toEqual({ status: 'collected' });
    expect(items.map(({ name, version, settings }) => [name, version, settings.read])).toEqual([
      ['hackathon', 'DRAFT', false],
    ]);
    expect(gaps).toMatchObject([{ of: 'bedrock:GetGuardrail', items: 1 }]);
  });

  it('a version that fails by itself leaves the others', async () => {
    simulated.account.faults.set('bedrock:GetGuardrail', { kind: 'malformed', times: 1 });
    const { items, gaps } = await read('guardrails');
    expect(items.map(({ settings }) => settings.read).filter((done) => !done)).toHaveLength(1);
    expect(gaps).toMatchObject([{ of: 'bedrock:GetGuardrail', items: 1 }]);
  });

  it('are none where there are none, for one call', async () => {
    const { items, outcome, calls } = await read('guardrails', { region: 'us-east-2' });
    expect({ items, outcome, calls }).toEqual({
      items: [],
      outcome: { status: 'collected' },
      calls: 1,
    });
  });
});

describe('many guardrails', () => {
  it('come over pages, each with its versions', async () => {
    const small = await startSimulated(createSmallWorld());
    try {
      const { items } = await readingOf(small)('guardrails', { accountId: SMALL_ACCOUNT });
      expect(items).toHaveLength(390);
      expect(new Set(items.map(({ guardrailArn }) => guardrailArn)).size).toBe(130);
    } finally {
      await small.close();
    }
  });
});
