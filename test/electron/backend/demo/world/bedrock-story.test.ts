import { describe, expect, test } from 'vitest';
import type { BedrockResources } from '../../../../../electron/backend/demo/world/bedrock/bedrock-world.ts';
import { createWorld } from '../../../../../electron/backend/demo/world/create-world.ts';
import type { Part } from '../../../../../shared/model/dataset.ts';
import { addDays } from '../../../../../shared/model/period.ts';
import { NOW, places, world } from './test-world.ts';

/** A resource with the account and Region that hold it. */
type Placed<K extends keyof BedrockResources> = BedrockResources[K][number] & {
  readonly accountId: string;
  readonly region: string;
};

function all<K extends keyof BedrockResources>(kind: K): readonly Placed<K>[] {
  return places.flatMap(({ accountId, region }) => {
    const found: readonly BedrockResources[K][number][] = world.bedrockResources(accountId, region)[
      kind
    ];
    return found.map((item) => ({ ...item, accountId, region }));
  });
}

function known<T>(part: Part<T>): T {
  if (!part.read) throw new Error('the world does not know its own parts');
  return part.value;
}

/** How many of the items pass and fail: a story needs both. */
function split<T>(items: readonly T[], passes: (item: T) => boolean) {
  return {
    passing: items.filter(passes).length > 0,
    failing: items.some((item) => !passes(item)),
  };
}

const BOTH = { passing: true, failing: true };

describe('every rule about models and jobs finds something good and something bad', () => {
  test.each([
    [
      'custom-model-encrypted',
      split(all('customModels'), ({ detail }) => known(detail).modelKmsKeyArn !== null),
    ],
    [
      'imported-model-encrypted',
      split(all('importedModels'), ({ detail }) => known(detail).modelKmsKeyArn !== null),
    ],
    ['custom-model-tagged', split(all('customModels'), ({ tags }) => known(tags).length > 0)],
    [
      'customization-in-vpc',
      split(all('customizationJobs'), ({ detail }) => known(detail).vpc !== null),
    ],
    ['batch-output-encrypted', split(all('batchJobs'), (job) => job.outputKmsKeyId !== null)],
    [
      'marketplace-endpoint-isolated',
      split(all('marketplaceEndpoints'), ({ detail }) => known(detail).vpc !== null),
    ],
    [
      'commitment-expiring',
      split(
        all('provisionedThroughputs'),
        ({ commitmentExpirationTime }) =>
          commitmentExpirationTime === null ||
          commitmentExpirationTime > addDays(NOW.slice(0, 10), 30),
      ),
    ],
    [
      'application-profiles-tagged',
      split(
        places.flatMap(({ accountId, region }) =>
          world
            .inferenceProfiles(accountId, region)
            .flatMap(({ tags }) => (tags === null ? [] : [known(tags)])),
        ),
        (tags) => tags.some(({ key }) => key === 'cost-center'),
      ),
    ],
    [
      'idle-custom-models-stored',
      split(all('customModels'), ({ modelArn }) =>
        [...all('customModelDeployments'), ...all('provisionedThroughputs')].some(
          (serving) => serving.modelArn === modelArn,
        ),
      ),
    ],
    [
      'no-legacy-models-in-use',
      split(
        world
          .foundationModels('us-east-1')
          .filter(({ lifecycle }) => lifecycle.status !== 'UNKNOWN'),
        ({ lifecycle }) => lifecycle.publicExtendedAccessTime === null,
      ),
    ],
  ])('%s', (_rule, found) => {
    expect(found).toEqual(BOTH);
  });

  test('models-evaluated-recently: a model of this month, one of last year, many never', () => {
    const days = all('evaluationJobs').map(({ creationTime }) => creationTime ?? '');
    expect(days.some((time) => time > addDays('2026-11-20', -60))).toBe(true);
    expect(days.some((time) => time < addDays('2026-11-20', -300))).toBe(true);
  });
});

describe('the world agrees with itself', () => {
  test('jobs name the models that came out, and models the jobs they came from', () => {
    const models = new Map(all('customModels').map((model) => [model.modelArn, model]));
    const made = all('customizationJobs').flatMap(({ jobArn, customModelArn }) =>
      customModelArn === null ? [] : [{ jobArn, customModelArn }],
    );
    expect(made.length).toBeGreaterThan(2);
    for (const { jobArn, customModelArn } of made) {
      const model = models.get(customModelArn);
      expect(model === undefined ? null : known(model.detail).jobArn).toBe(jobArn);
    }
    for (const { sourceModelArn, targetModelArn } of all('copyJobs')) {
      expect([models.has(sourceModelArn), models.has(targetModelArn)]).toEqual([true, true]);
    }
    const imported = all('importedModels').map(({ modelArn }) => modelArn);
    expect(all('importJobs').map(({ importedModelArn }) => importedModelArn)).toEqual(imported);
  });

  test('every base model is offered where its custom model, throughput or batch job lies', () => {
    const offered = new Set(
      places.flatMap(({ region }) => world.foundationModels(region).map((one) => one.modelArn)),
    );
    const named = [
      ...all('customModels').map(({ baseModelArn }) => baseModelArn),
      ...all('customizationJobs').map(({ baseModelArn }) => baseModelArn),
      ...all('provisionedThroughputs').map(({ foundationModelArn }) => foundationModelArn),
    ];
    expect(named.filter((arn) => arn === null || !offered.has(arn))).toEqual([]);
  });

  test('routers and evaluations name profiles that exist', () => {
    const profiles = places.flatMap(({ accountId, region }) =>
      world
        .inferenceProfiles(accountId, region)
        .flatMap(({ profileArn, profileId }) => [profileArn, profileId]),
    );
    const named = [
      ...all('promptRouters').flatMap(({ modelArns }) => modelArns),
      ...all('evaluationJobs').flatMap((job) => [...job.modelIds, ...job.evaluatorModelIds]),
    ];
    expect(named.filter((name) => !profiles.includes(name))).toEqual([]);
  });

  test('the roles that jobs and endpoints work as exist, and so do their keys and buckets', () => {
    const roles = world.accounts.flatMap(({ authorization }) =>
      authorization.identities.map(({ arn }) => arn),
    );
    const named = [
      ...all('customizationJobs').map(({ detail }) => known(detail).roleArn),
      ...all('importJobs').map(({ detail }) => known(detail).roleArn),
      ...all('batchJobs').map(({ roleArn }) => roleArn),
      ...all('evaluationJobs').map(({ detail }) => known(detail).roleArn),
      ...all('marketplaceEndpoints').map(({ detail }) => known(detail).executionRole),
    ];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((arn) => arn === null || !roles.includes(arn))).toEqual([]);
    const text = JSON.stringify(
      places.map(({ accountId, region }) => world.bedrockResources(accountId, region)),
    );
    const buckets = new Set([...text.matchAll(/s3:\/\/([^/"]+)/g)].map(([, name]) => name ?? ''));
    expect([...buckets].filter((name) => world.bucket(name) === null)).toEqual([]);
    const keys = new Set([...text.matchAll(/arn:aws:kms:[^"]+/g)].map(([arn]) => arn));
    const existing = places.flatMap(({ accountId, region }) =>
      world.kmsKeys(accountId, region).map(({ description }) => description.keyArn),
    );
    expect([buckets.size, keys.size]).toEqual([4, 3]);
    expect([...keys].filter((arn) => !existing.includes(arn))).toEqual([]);
  });

  test('nothing has happened after now', () => {
    const text = JSON.stringify(
      places.map(({ accountId, region }) => world.bedrockResources(accountId, region)),
    );
    const times = [...text.matchAll(/"(\w+)":"(\d{4}-\d\d-\d\dT[\d:]+Z)"/g)]
      .filter(([, name]) => name !== 'commitmentExpirationTime')
      .map(([, , time]) => time ?? '');
    expect(times.length).toBeGreaterThan(100);
    expect(times.filter((time) => time > NOW)).toEqual([]);
  });

  test('models, profiles and agreements are those of the accounts that call', () => {
    const refused = world.invocations.flatMap(({ accountId, region, modelId, errorCode }) => {
      const id =
        modelId
          .split('/')
          .at(-1)
          ?.replace(/^(us|eu|au|apac|global)\./, '') ?? '';
      const availability = world.modelAvailability(accountId, region, id);
      const answered = errorCode === null && availability?.agreementStatus === 'NOT_AVAILABLE';
      return answered ? `${accountId} ${id}` : [];
    });
    expect([...new Set(refused)]).toEqual([]);
  });

  test('is the same for the same moment', () => {
    const again = createWorld({ now: NOW });
    const told = (one: typeof world) =>
      places.map(({ accountId, region }) => one.bedrockResources(accountId, region));
    expect(told(again)).toEqual(told(world));
  });
});
